// The demo's files as such: the same bytes for the same options, sound JSON, the shapes and the traps of each network.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "models/error.hpp"
#include "tests/crm/demo/written.hpp"

namespace fanal::demo {
namespace {

using nlohmann::json;

const std::vector<DemoFile>& usual_files() {
    static const std::vector<DemoFile> files = files_of(options_of(400, 30));
    return files;
}

TEST(DemoPayloads, AreTheSameForTheSameOptions) {
    EXPECT_EQ(hash_of(options_of(60, 5)), hash_of(options_of(60, 5)));
    EXPECT_NE(hash_of(options_of(60, 5)), hash_of(options_of(60, 5, 8)));
    EXPECT_NE(hash_of(options_of(60, 5)), hash_of(options_of(61, 5)));
}

/// Holds on every compiler and machine. Whoever changes what is told changes this number with it.
TEST(DemoPayloads, AreTheSameEverywhere) {
    EXPECT_EQ(hash_of(options_of(60, 5)), 0x47e6d4148aef9eacu);
}

TEST(DemoPayloads, AreSoundJson) {
    std::set<std::string> names;
    for (const DemoFile& file : usual_files()) {
        EXPECT_TRUE(names.insert(file.name).second) << file.name << " comes twice";
        EXPECT_NO_THROW(EXPECT_FALSE(documents_of(file).empty())) << file.name;
    }
}

TEST(DemoPayloads, CoverEveryKindOfFile) {
    std::set<std::string> kinds;
    for (const DemoFile& file : usual_files()) {
        kinds.insert(file.name.substr(0, file.name.rfind('-')));
    }
    EXPECT_EQ(kinds, (std::set<std::string>{"facebook/feed", "facebook/webhook", "mastodon/context", "mastodon/home",
                                            "mastodon/notifications", "mastodon/statuses", "x/export",
                                            "youtube/channels", "youtube/comment-threads", "youtube/videos"}));
}

TEST(DemoPayloads, FacebookDeliversWhatAPageDelivers) {
    std::map<std::pair<std::string, std::string>, int> changes;
    std::map<std::string, int> additions;
    int without_author = 0;
    for (const DemoFile& file : files_of(options_of(2000, 30))) {
        if (!file.name.starts_with("facebook/")) {
            continue;
        }
        const json document = json::parse(file.bytes);
        each_with(document, "verb", [&](const json& value) {
            ++changes[{value["item"], value["verb"]}];
            if (value["item"] == "comment" && value["verb"] == "add") {
                ++additions[value["comment_id"]];
            }
        });
        each_with(document, "like_count",
                  [&](const json& comment) { without_author += comment.contains("from") ? 0 : 1; });
    }
    for (const auto& change : std::vector<std::pair<std::string, std::string>>{{"comment", "add"},
                                                                               {"comment", "edited"},
                                                                               {"comment", "remove"},
                                                                               {"reaction", "add"},
                                                                               {"reaction", "remove"},
                                                                               {"share", "add"},
                                                                               {"status", "add"},
                                                                               {"post", "add"}}) {
        EXPECT_GT(changes[change], 0) << change.first << " " << change.second;
    }
    EXPECT_TRUE(std::any_of(additions.begin(), additions.end(), [](const auto& one) { return one.second == 2; }))
        << "no comment is delivered twice";
    EXPECT_GT(without_author, 0);
}

TEST(DemoPayloads, FacebookCommentsStandUnderTheirPost) {
    for (const Written& text : distinct_texts_of(usual_files())) {
        if (text.network != "facebook" || text.parent_id.empty()) {
            continue;
        }
        // "page_post" above "post_comment"
        const std::string post = text.post_id.substr(text.post_id.find('_') + 1);
        EXPECT_TRUE(text.id.starts_with("facebook:" + post + "_")) << text.id << " under " << text.post_id;
    }
}

TEST(DemoPayloads, YoutubeHasClosedChannelsAndLongThreads) {
    int closed = 0;
    std::int64_t replies_shown_most = 0;
    bool more_than_shown = false;
    for (const DemoFile& file : files_of(options_of(6000, 20))) {
        if (!file.name.starts_with("youtube/comment-threads")) {
            continue;
        }
        const json document = json::parse(file.bytes);
        for (const json& item : document["items"]) {
            closed += item["snippet"]["topLevelComment"]["snippet"].contains("authorChannelId") ? 0 : 1;
            const auto shown =
                item.contains("replies") ? static_cast<std::int64_t>(item["replies"]["comments"].size()) : 0;
            replies_shown_most = std::max(replies_shown_most, shown);
            more_than_shown = more_than_shown || item["snippet"]["totalReplyCount"].get<std::int64_t>() > shown;
        }
    }
    EXPECT_GT(closed, 0);
    EXPECT_EQ(replies_shown_most, 5);
    EXPECT_TRUE(more_than_shown);
}

TEST(DemoPayloads, MastodonShowsWholeAccountsAndEveryNotification) {
    std::set<std::string> types;
    int reblogs = 0;
    for (const DemoFile& file : usual_files()) {
        if (!file.name.starts_with("mastodon/")) {
            continue;
        }
        const json document = json::parse(file.bytes);
        each_with(document, "group_key", [&](const json& notification) { types.insert(notification["type"]); });
        each_with(document, "reblog", [&](const json& post) { reblogs += post["reblog"].is_object() ? 1 : 0; });
        each_with(document, "statuses_count", [](const json& account) {
            for (const char* key : {"id", "uri", "url", "acct", "fields", "followers_count", "bot", "display_name"}) {
                EXPECT_TRUE(account.contains(key)) << key;
            }
        });
    }
    EXPECT_EQ(types, (std::set<std::string>{"favourite", "follow", "mention", "reblog"}));
    EXPECT_GT(reblogs, 0);
}

TEST(DemoPayloads, TheExportHoldsEveryKindAndOnlyPromisedKeys) {
    const std::set<std::string> promised = {"network",
                                            "kind",
                                            "remote_id",
                                            "occurred_at",
                                            "profile_remote_id",
                                            "handle",
                                            "display_name",
                                            "followers_count",
                                            "place",
                                            "bio",
                                            "url",
                                            "post_remote_id",
                                            "in_reply_to_remote_id",
                                            "to_profile_remote_id",
                                            "to_handle",
                                            "text",
                                            "language",
                                            "reaction"};
    std::set<std::string> kinds;
    for (const DemoFile& file : files_of(options_of(1500, 30))) {
        if (!file.name.starts_with("x/")) {
            continue;
        }
        for (const json& record : documents_of(file)) {
            kinds.insert(record["kind"]);
            for (const auto& [key, value] : record.items()) {
                EXPECT_TRUE(promised.contains(key)) << key;
            }
        }
    }
    EXPECT_EQ(kinds, (std::set<std::string>{"comment", "follow", "mention", "message", "post", "quote", "reaction",
                                            "remove", "reshare"}));
}

TEST(DemoPayloads, HappenInTheDaysAskedFor) {
    for (const std::int64_t days : {1, 9}) {
        const Instant starts_at{story_ends_at.ms - days * ms_per_day};
        const auto check = [&](const json& value, const char* key) {
            if (value[key].is_null()) {
                return;
            }
            const Instant at = value[key].is_number() ? Instant{value[key].get<std::int64_t>() * 1000}
                                                      : parse_instant(value[key].get<std::string>()).value();
            EXPECT_GE(at, starts_at) << value.dump();
            EXPECT_LE(at, story_ends_at) << value.dump();
        };
        for (const DemoFile& file : files_of(options_of(300, days))) {
            for (const json& document : documents_of(file)) {
                // Accounts and channels are older than the story; everything else is of it.
                each_with(document, "created_time", [&](const json& value) { check(value, "created_time"); });
                each_with(document, "time", [&](const json& value) { check(value, "time"); });
                each_with(document, "occurred_at", [&](const json& value) { check(value, "occurred_at"); });
                each_with(document, "updatedAt", [&](const json& value) { check(value, "updatedAt"); });
                each_with(document, "edited_at", [&](const json& value) { check(value, "edited_at"); });
                each_with(document, "group_key", [&](const json& value) { check(value, "created_at"); });
                each_with(document, "in_reply_to_id", [&](const json& value) { check(value, "created_at"); });
                each_with(document, "videoId", [&](const json& value) {
                    if (value.contains("publishedAt")) {
                        check(value, "publishedAt");
                    }
                });
            }
        }
    }
}

TEST(DemoPayloads, NeverGiveOneIdToTwoThings) {
    std::map<std::string, std::tuple<std::string, std::int64_t>> known;
    for (const Written& text : texts_of(files_of(options_of(1200, 12)))) {
        const auto told = std::make_tuple(text.author_id, text.written_at.ms);
        const auto [entry, fresh] = known.try_emplace(text.id, told);
        EXPECT_EQ(entry->second, told) << text.id;
    }
    EXPECT_GT(known.size(), 2000u);
}

TEST(DemoPayloads, RefuseOptionsOutOfRange) {
    const auto ignore = [](DemoFile&&) {};
    for (const DemoOptions& options :
         {options_of(0, 30), options_of(400, 0), options_of(400, 100'000), DemoOptions{400, 30, 7, Instant{}}}) {
        EXPECT_THROW(generate(options, ignore), Error);
    }
}

TEST(DemoPayloads, HoldForTheSmallestStory) {
    for (const std::uint64_t seed : {1u, 2u, 3u, 4u}) {
        for (const DemoFile& file : files_of(options_of(1, 1, seed))) {
            EXPECT_NO_THROW(documents_of(file)) << file.name;
        }
    }
}

TEST(DemoPayloads, NameTheAccountsThatPayloadsCannot) {
    std::set<std::string> networks;
    for (const AccountSighting& account : brand()) {
        networks.insert(account.network);
        EXPECT_FALSE(account.remote_id.empty());
        EXPECT_FALSE(account.handle.empty());
    }
    EXPECT_EQ(networks, (std::set<std::string>{"mastodon", "x"}));
}

}  // namespace
}  // namespace fanal::demo
