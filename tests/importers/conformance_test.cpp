// Every network's fixtures: tests/fixtures/<network>/accept_*.json is read by that network's importer alone, and gives
// what stands in its .expected.json; of reject_*.json, every rejection stands in its .expected.txt as "path: sentence".
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/importers/collected.hpp"

namespace fanal::importers {
namespace {

struct Fixture {
    std::string network;
    std::filesystem::path path;
};

std::string name_of(const testing::TestParamInfo<Fixture>& info) {
    return info.param.network + "_" + info.param.path.stem().string();
}

/// The fixtures whose names begin with `prefix`, in name order.
std::vector<Fixture> fixtures(std::string_view prefix) {
    std::vector<Fixture> found;
    for (const Importer* importer : all_importers()) {
        const std::filesystem::path folder = std::filesystem::path(FANAL_ROOT) / "tests/fixtures" / importer->network;
        if (!std::filesystem::exists(folder)) {
            continue;  // said once, below
        }
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const std::string name = entry.path().filename().string();
            if (name.starts_with(prefix) && name.ends_with(".json") && !name.ends_with(".expected.json")) {
                found.push_back({std::string(importer->network), entry.path()});
            }
        }
    }
    std::sort(found.begin(), found.end(), [](const Fixture& a, const Fixture& b) { return a.path < b.path; });
    return found;
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
            const auto all = fixtures(prefix);
            const auto is_own = [&](const Fixture& fixture) { return fixture.network == importer->network; };
            EXPECT_TRUE(std::any_of(all.begin(), all.end(), is_own))
                << importer->network << " has no " << prefix << "*.json";
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Importers, Accepts, testing::ValuesIn(fixtures("accept_")), name_of);
INSTANTIATE_TEST_SUITE_P(Importers, Rejects, testing::ValuesIn(fixtures("reject_")), name_of);

}  // namespace
}  // namespace fanal::importers
