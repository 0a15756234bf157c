// X tells of the same post in four forms. Whichever comes, and in whatever order, it must be the same interaction: the
// fixtures of these forms tell the same small story.
#include <gtest/gtest.h>

#include "importers/import_run.hpp"
#include "tests/importers/collected.hpp"

namespace fanal::importers {
namespace {

std::map<std::string, Record> told_in(const std::string& fixture) {
    std::map<std::string, Record> told;
    with_document(read_file(FANAL_ROOT "/tests/fixtures/x/accept_" + fixture + ".json"),
                  [&](const Payload& document, const Origin& origin) {
                      for (Record& record : read_with(*claiming(document, origin), document, origin).interactions) {
                          told.emplace(record.remote_id, std::move(record));
                      }
                  });
    return told;
}

/// What is said in both must be the same; what one does not say, the other may.
void agree(const std::string& one, const std::string& other) {
    if (!one.empty() && !other.empty()) {
        EXPECT_EQ(one, other);
    }
}

TEST(FormsOfX, TellTheSame) {
    const auto known = told_in("search_page");
    for (const char* const fixture : {"statuses", "activity_streams", "archive_posts"}) {
        int both = 0;
        for (const auto& [id, record] : told_in(fixture)) {
            const auto found = known.find(id);
            if (found == known.end()) {
                continue;
            }
            SCOPED_TRACE(std::string(fixture) + " " + id);
            EXPECT_EQ(record.kind, found->second.kind);
            EXPECT_EQ(record.occurred_at, found->second.occurred_at);
            EXPECT_EQ(record.url, found->second.url);
            EXPECT_EQ(record.is_private, found->second.is_private);
            agree(record.profile.remote_id, found->second.profile.remote_id);
            agree(record.post_remote_id, found->second.post_remote_id);
            agree(record.in_reply_to_remote_id, found->second.in_reply_to_remote_id);
            agree(record.to_profile_remote_id, found->second.to_profile_remote_id);
            ++both;
        }
        EXPECT_GE(both, 3) << fixture;
    }
}

TEST(FormsOfX, CountAllVersionsOfAPostAsOne) {
    for (const char* const fixture : {"edited_post", "statuses_found", "archive_posts"}) {
        const auto told = told_in(fixture);
        const auto found = told.find("2039311815791345671");
        ASSERT_NE(found, told.end()) << fixture;
        EXPECT_EQ(to_text(found->second.occurred_at), "2026-04-01T12:00:00Z") << fixture;
        EXPECT_EQ(found->second.edited_at.value_or(Instant{}), parse_instant("2026-04-01T12:04:00Z")) << fixture;
        EXPECT_EQ(found->second.alias_remote_ids, std::vector<std::string>{"2039312822424305671"}) << fixture;
    }
}

TEST(FormsOfX, EndWhereNestingDoes) {
    const std::string status = R"({"id_str":"1","created_at":"Sun Mar 01 09:00:00 +0000 2026","text":"a",)";
    const std::string act =
        R"({"id":"tag:search.twitter.com,2005:1","verb":"share","postedTime":"2026-03-01T09:00:00Z",)";
    const std::vector<std::pair<std::string, std::string>> nests = {
        {status + R"("retweeted_status":)", "}"},
        {status + R"("user":{"id_str":"2"},"quoted_status":)", "}"},
        {R"({"id":"1","author_id":"2","text":"a","referenced_tweets":[{"type":"quoted","text":"a","id":"1"},)", "]}"},
        {R"({"id":"1","text":"a","author_id":"2","created_at":"2026-03-01T09:00:00Z","referenced_tweets":[)", "]}"},
        {act + R"("object":)", "}"},
        {act + R"("twitter_quoted_status":)", "}"},
        {R"({"data":)", "}"},
        {R"({"tweet":)", "}"},
    };
    for (const auto& [open, close] : nests) {
        std::string json, end;
        for (int level = 0; level < 300; ++level) {
            json += open;
            end += close;
        }
        EXPECT_TRUE(
            with_document(json + "{}" + end, [&, &opening = open](const Payload& document, const Origin& origin) {
                const Collected collected = read_with(*find_importer("x"), document, origin);
                EXPECT_GT(collected.count(), 0U) << opening;
                EXPECT_LT(collected.count(), 100U) << opening;
            }));
    }
}

}  // namespace
}  // namespace fanal::importers
