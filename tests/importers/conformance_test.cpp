// Every network's fixtures: tests/fixtures/<network>/accept_*.json is read by that network's importer alone, and gives
// what stands in its .expected.json; of reject_*.json, every rejection stands in its .expected.txt as "path: sentence".
#include <gtest/gtest.h>

#include "tests/importers/fixtures.hpp"

namespace fanal::importers {
namespace {

std::string name_of(const testing::TestParamInfo<Fixture>& info) {
    return info.param.network + "_" + info.param.path.stem().string();
}

std::string expectation(const Fixture& fixture, const char* extension) {
    auto path = fixture.path;
    const std::string text = read_file(path.replace_extension(extension));
    EXPECT_FALSE(text.empty()) << path << " is missing.";
    return text;
}

/// What the fixture's network reads in it; nobody else may be as sure that it is theirs.
Collected read_fixture(const Fixture& fixture) {
    Collected collected;
    EXPECT_TRUE(with_document(read_file(fixture.path), [&](const Payload& document, const Origin& origin) {
        for (const Importer* importer : all_importers()) {
            const bool own = importer->network == fixture.network;
            EXPECT_TRUE(own || importer->recognise(document, origin) != Recognition::certain) << importer->network;
        }
        const Importer* importer = claiming(document, origin);
        ASSERT_NE(importer, nullptr);
        ASSERT_EQ(importer->network, fixture.network);
        importer->read(document, origin, collected);
        EXPECT_EQ(read_with(*importer, document, origin), collected) << "Read again, it is another.";
    }));
    return collected;
}

class Accepts : public testing::TestWithParam<Fixture> {};
class Rejects : public testing::TestWithParam<Fixture> {};

TEST_P(Accepts, what_is_expected) {
    const Collected collected = read_fixture(GetParam());
    for (const Collected::Refusal& rejection : collected.rejections) {
        ADD_FAILURE() << rejection.path << ": " << rejection.reason;
    }
    EXPECT_EQ(to_json(collected).dump(2) + "\n", expectation(GetParam(), ".expected.json"));
}

TEST_P(Rejects, with_the_sentences_expected) {
    std::string rejections;
    for (const Collected::Refusal& rejection : read_fixture(GetParam()).rejections) {
        rejections += rejection.path + ": " + rejection.reason + "\n";
    }
    EXPECT_EQ(rejections, expectation(GetParam(), ".expected.txt"));
}

TEST(Fixtures, every_network_has_some_of_both_kinds) {
    for (const Importer* importer : all_importers()) {
        for (const char* const prefix : {"accept_", "reject_"}) {
            EXPECT_FALSE(fixtures_of(importer->network, prefix).empty())
                << importer->network << " has no " << prefix << "*.json";
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Importers, Accepts, testing::ValuesIn(fixtures("accept_")), name_of);
INSTANTIATE_TEST_SUITE_P(Importers, Rejects, testing::ValuesIn(fixtures("reject_")), name_of);

}  // namespace
}  // namespace fanal::importers
