// Every payload that the networks really sent, as far as recordings of them are at hand: nothing throws, nothing is
// lost without a word, nobody takes what is another's, and what was read once is still read.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/importers/collected.hpp"

namespace fanal::importers {
namespace {

const std::filesystem::path data = FANAL_ROOT "/../shared/data";

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().extension() == ".json") {
            found.push_back(entry.path());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

struct Recording {
    std::string network;
    std::string folder;
    std::map<std::string, std::size_t> counts;  ///< at least so many: more recordings may be at hand
};

const std::vector<Recording> recordings = {
    {"facebook", "api_facebook/python-facebook", {}},
    {"facebook", "api_facebook/restfb/webhooks", {}},
    {"facebook", "api_facebook/restfb", {}},
    {"youtube", "api_youtube", {}},
    {"instagram", "api_instagram", {}},
    {"instagram", "api_facebook/restfb", {}},
    {"mastodon", "api_mastodon/extracted", {}},
};

class Recorded : public testing::TestWithParam<Recording> {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(data / GetParam().folder)) {
            GTEST_SKIP() << "The recorded payloads are not on this machine.";
        }
    }
};

/// A rejection is right only for a post, comment or message of which the request left out the time.
bool lacks_its_time(const Collected::Refusal& rejection) {
    const std::string field = rejection.path.substr(rejection.path.rfind('.') + 1);
    return (field == "created_time" || field == "timestamp") &&
           rejection.reason.ends_with("has no " + field + " that is a time: ask the Graph API for that field too.");
}

TEST_P(Recorded, everything_is_accounted_for) {
    std::map<std::string, std::size_t> totals;
    for (const auto& path : files_in(data / GetParam().folder)) {
        const bool sound = with_document(read_file(path), [&](const Payload& document, const Origin& origin) {
            const Importer* importer = claiming(document, origin);
            if (importer == nullptr || importer->network != GetParam().network) {
                return;
            }
            const Collected collected = read_with(*importer, document, origin);
            EXPECT_GT(collected.count(), 0U) << path;
            EXPECT_EQ(read_with(*importer, document, origin), collected) << path;
            for (const Collected::Refusal& skip : collected.skips) {
                EXPECT_GT(skip.reason.size(), 8U) << path << " " << skip.path;
            }
            for (const Collected::Refusal& rejection : collected.rejections) {
                EXPECT_TRUE(lacks_its_time(rejection)) << path << " " << rejection.path << ": " << rejection.reason;
            }
            for (const Record& record : collected.interactions) {
                EXPECT_EQ(record.profile.network, importer->network) << path;
                EXPECT_GT(record.occurred_at.ms, 0) << path;
                EXPECT_EQ(record.text.find("</"), std::string::npos) << path << ": " << record.text;
            }
            for (const auto& [name, count] : counts_of(collected)) {
                totals[name] += count;
            }
        });
        totals[sound ? "documents" : "unsound"] += 1;
    }
    for (const auto& [name, count] : GetParam().counts) {
        EXPECT_GE(totals[name], count) << name;
    }
}

std::string name_of(const testing::TestParamInfo<Recording>& info) {
    std::string name = info.param.network + "_" + info.param.folder;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Payloads, Recorded, testing::ValuesIn(recordings), name_of);

/// Whose a recording is; empty for a network that nobody reads. The libraries that recorded Facebook's answers recorded
/// those of its sister networks beside them.
std::string network_of(const std::filesystem::path& path) {
    const std::string name = path.string();
    const auto has = [&](std::string_view part) { return name.find(part) != std::string::npos; };
    if (has("/whatsapp/")) {
        return {};
    }
    if (has("/python-facebook/base/")) {
        return "facebook";
    }
    if (has("/instagram/") || has("/instagram-")) {
        return "instagram";
    }
    if (has("/threads/")) {
        return "threads";
    }
    const std::string folder = std::filesystem::relative(path, data).begin()->string();
    return folder.starts_with("api_") ? folder.substr(4, folder.find("_v") - 4) : folder;  // "api_x_v2" is of x
}

TEST(Recordings, nobody_is_certain_of_what_is_not_theirs) {
    if (!std::filesystem::exists(data)) {
        GTEST_SKIP() << "The recorded payloads are not on this machine.";
    }
    for (const auto& folder : std::filesystem::directory_iterator(data)) {
        if (!folder.path().filename().string().starts_with("api_")) {
            continue;
        }
        for (const auto& path : files_in(folder.path())) {
            const std::string owner = network_of(path);
            with_document(read_file(path), [&](const Payload& document, const Origin& origin) {
                for (const Importer* importer : all_importers()) {
                    if (importer->network != owner) {
                        EXPECT_NE(importer->recognise(document, origin), Recognition::certain)
                            << importer->network << " takes " << path;
                    }
                }
                if (const Importer* importer = claiming(document, origin); owner.empty() && importer != nullptr) {
                    EXPECT_TRUE(read_with(*importer, document, origin).interactions.empty()) << path;
                }
            });
        }
    }
}

TEST(Recordings, an_archive_of_a_profile_is_read_item_by_item) {
    const auto outbox = data / "export_mastodon_archive" / "outbox.json";
    if (!std::filesystem::exists(outbox)) {
        GTEST_SKIP() << "The recorded archive is not on this machine.";
    }
    const std::string json = read_file(outbox);
    std::map<std::string, std::size_t> acts;
    const Json whole = Json::parse(json);
    for (const auto& act : whole["orderedItems"]) {
        ++acts[act["type"].get<std::string>()];
    }
    with_document(json, [&](const Payload& document, const Origin& origin) {
        const Importer* importer = claiming(document, origin);
        ASSERT_TRUE(importer != nullptr && importer->network == "mastodon");
        const Collected collected = read_with(*importer, document, origin);
        auto counts = counts_of(collected);
        EXPECT_EQ(counts["reshares"], acts["Announce"]);
        EXPECT_EQ(counts["posts"] + counts["comments"] + counts["quotes"], acts["Create"]);
        EXPECT_EQ(collected.count(), acts["Announce"] + acts["Create"]);
    });
}

}  // namespace
}  // namespace fanal::importers
