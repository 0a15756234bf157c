// What Facebook really answered and delivered, counted. The numbers are those of tests/support/counts/facebook.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/recorded.hpp"

namespace fanal::importers {
namespace {

/// The libraries that recorded Facebook recorded its sister networks and its advertising beside it.
bool is_facebooks(const std::filesystem::path& path) {
    const std::string name = path.string();
    const auto has = [&](const char* part) { return name.find(part) != std::string::npos; };
    return !has("/instagram/") && !has("/instagram-") && !has("/threads/") && !has("/whatsapp/") && !has("/ads/");
}

/// Every recording below a folder; accounts, of which the script knows nothing, are left out.
CountingSink import_facebooks(const std::string& folder) {
    CountingSink sink;
    for (const auto& path : recorded_files(recorded_data / folder, {".json"})) {
        if (is_facebooks(path)) {
            import_file(path, sink);
        }
    }
    return sink;
}

Counts without_accounts(Counts counts) {
    counts.erase("accounts");
    return counts;
}

TEST(RecordedFacebook, AnswersAndDeliveriesAreCounted) {
    SKIP_WITHOUT_RECORDINGS("api_facebook");
    const CountingSink sink = import_facebooks("api_facebook");
    EXPECT_THAT(sink.networks, testing::ElementsAre("facebook"));
    EXPECT_EQ(without_accounts(sink.counts()), (Counts{{"comments", 51},
                                                       {"follows", 1},
                                                       {"mentions", 14},
                                                       {"messages", 70},
                                                       {"people", 77},
                                                       {"posts", 74},
                                                       {"profiles", 62},
                                                       {"reactions", 6},
                                                       {"rejections", 4},
                                                       {"removals", 7},
                                                       {"skips", 302},
                                                       {"unknown_authors", 51}}));
}

TEST(RecordedFacebook, DeliveriesAreCounted) {
    SKIP_WITHOUT_RECORDINGS("api_facebook/restfb/webhooks");
    const CountingSink sink = import_facebooks("api_facebook/restfb/webhooks");
    EXPECT_THAT(sink.rejections, testing::IsEmpty());
    EXPECT_EQ(without_accounts(sink.counts()), (Counts{{"comments", 7},
                                                       {"follows", 1},
                                                       {"mentions", 2},
                                                       {"messages", 40},
                                                       {"people", 11},
                                                       {"posts", 12},
                                                       {"reactions", 6},
                                                       {"removals", 7},
                                                       {"skips", 34}}));
}

}  // namespace
}  // namespace fanal::importers
