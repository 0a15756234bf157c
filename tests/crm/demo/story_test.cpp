// What the demo tells, judged as a reader would: who is there, how much is said, what waits, how posts travel.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "crm/demo/phrases.hpp"
#include "tests/crm/demo/written.hpp"

namespace fanal::demo {
namespace {

using nlohmann::json;

const std::vector<DemoFile>& usual_files() {
    static const std::vector<DemoFile> files = files_of(options_of(400, 30));
    return files;
}

const std::vector<Written>& usual_texts() {
    static const std::vector<Written> texts = distinct_texts_of(usual_files());
    return texts;
}

std::size_t fans_texts_count(const DemoOptions& options) {
    const std::vector<Written> texts = distinct_texts_of(files_of(options));
    return static_cast<std::size_t>(
        std::count_if(texts.begin(), texts.end(), [](const Written& text) { return !text.ours; }));
}

TEST(DemoStory, GrowsWithFansAndDays) {
    const auto few = static_cast<double>(fans_texts_count(options_of(200, 10)));
    EXPECT_NEAR(static_cast<double>(fans_texts_count(options_of(800, 10))) / few, 4.0, 1.0);
    EXPECT_GT(static_cast<double>(fans_texts_count(options_of(200, 40))) / few, 1.8);
}

TEST(DemoStory, HasAboutAPostADayOnEachNetwork) {
    std::map<std::string, int> posts;
    for (const Written& text : usual_texts()) {
        posts[text.network] += text.ours && text.parent_id.empty() ? 1 : 0;
    }
    for (const auto& [network, count] : posts) {
        EXPECT_GE(count, 12) << network;
        EXPECT_LE(count, 50) << network;
    }
}

TEST(DemoStory, ShowsEverybody) {
    // 15 of 100 are on several networks, where they count again.
    std::set<std::string> people;
    for (const DemoFile& file : usual_files()) {
        for (const json& document : documents_of(file)) {
            each_with(document, "from", [&](const json& value) { people.insert("facebook:" + value["from"].dump()); });
            each_with(document, "type", [&](const json& value) {
                if (file.name.starts_with("facebook/feed") && value.contains("id")) {
                    people.insert("facebook:" + json{{"id", value["id"]}, {"name", value["name"]}}.dump());
                }
            });
            each_with(document, "authorChannelId",
                      [&](const json& value) { people.insert(value["authorChannelId"].dump()); });
            each_with(document, "uri", [&](const json& value) {
                if (value.contains("fields")) {
                    people.insert(value["uri"]);
                }
            });
            each_with(document, "profile_remote_id",
                      [&](const json& value) { people.insert("x:" + value["profile_remote_id"].dump()); });
        }
    }
    EXPECT_GE(people.size(), 420u);
    EXPECT_LE(people.size(), 520u);
}

TEST(DemoStory, FillsEverySlot) {
    for (const Written& text : usual_texts()) {
        EXPECT_EQ(text.text.find_first_of("{}^"), std::string::npos) << text.text;
    }
}

TEST(DemoStory, SpeaksFrenchAboveAll) {
    std::map<std::string, int> languages;
    int count = 0;
    for (const DemoFile& file : files_of(options_of(1000, 20))) {
        if (file.name.starts_with("x/")) {
            for (const json& record : documents_of(file)) {
                if (record.contains("text") && record["handle"] != "lacalebavarde") {
                    ++languages[record["language"]];
                    ++count;
                }
            }
        }
    }
    EXPECT_NEAR(languages["fr"], count * 0.70, count * 0.08);
    EXPECT_NEAR(languages["en"], count * 0.25, count * 0.08);
    EXPECT_GT(languages["es"] + languages["ar"] + languages["eu"], 0);
}

TEST(DemoStory, IsWrittenFromManyPhrases) {
    std::size_t count = english_phrases().size();
    for (const auto phrases : {french_asks(), french_grievances(), french_talk(), french_company()}) {
        count += phrases.size();
    }
    EXPECT_GE(count, 400u);
}

TEST(DemoStory, SeldomRepeatsItself) {
    std::map<std::string, int> times;
    int count = 0;
    for (const Written& text : usual_texts()) {
        if (!text.ours && text.text.size() > 16) {  // a heart is a heart
            ++times[text.text];
            ++count;
        }
    }
    for (const auto& [text, repeated] : times) {
        EXPECT_LE(repeated * 100, count) << text;
    }
    EXPECT_GE(static_cast<double>(times.size()), 0.75 * count);
}

/// What waits, told from the texts alone: a fan's conversation is settled by our answer to something at least as new as
/// the fan's last line.
TEST(DemoStory, LeavesSomeConversationsWaiting) {
    std::map<std::string, const Written*> by_id;
    std::map<std::string, Instant> answered_at;
    for (const Written& text : usual_texts()) {
        by_id[text.id] = &text;
        if (text.ours && !text.parent_id.empty()) {
            answered_at[text.parent_id] = std::max(answered_at[text.parent_id], text.written_at);
        }
    }
    const auto top = [&](const Written* text) {
        while (!text->parent_id.empty() && by_id.contains(text->parent_id)) {
            text = by_id[text->parent_id];
        }
        return text->id;
    };
    std::map<std::pair<std::string, std::string>, std::pair<Instant, Instant>> conversations;  // last line, settled
    int fans_lines = 0;
    int our_lines = 0;
    for (const Written& text : usual_texts()) {
        our_lines += text.ours && !text.parent_id.empty() ? 1 : 0;
        fans_lines += text.ours ? 0 : 1;
        if (!text.ours && !text.author_id.empty()) {
            auto& [last, settled] = conversations[{top(&text), text.author_id}];
            last = std::max(last, text.written_at);
            if (answered_at.contains(text.id)) {
                settled = std::max({settled, answered_at[text.id], text.written_at});
            }
        }
    }
    const auto waiting = std::count_if(conversations.begin(), conversations.end(),
                                       [](const auto& one) { return one.second.first > one.second.second; });
    const double ratio = static_cast<double>(waiting) / static_cast<double>(conversations.size());
    EXPECT_GE(ratio, 0.08);
    EXPECT_LE(ratio, 0.24);
    EXPECT_GE(our_lines, 0.4 * fans_lines);
    EXPECT_LE(our_lines, 0.8 * fans_lines);
}

TEST(DemoStory, HoldsEmergencies) {
    int urgent = 0;
    int ours = 0;
    for (const Written& text : usual_texts()) {
        urgent += text.text.find("malade") != std::string::npos || text.text.find("appeler le 15") != std::string::npos;
        ours += text.ours && text.text.find("Maud, gérante") != std::string::npos;
    }
    EXPECT_GE(urgent, 2);
    EXPECT_GE(ours, 1);
}

/// Depths of the reshares of each post of X, by the post's id.
std::map<std::string, std::vector<int>> reshare_depths(const std::vector<DemoFile>& files) {
    std::map<std::string, int> depths;
    std::map<std::string, std::vector<int>> by_post;
    for (const DemoFile& file : files) {
        if (!file.name.starts_with("x/")) {
            continue;
        }
        for (const json& record : documents_of(file)) {
            if (record["kind"] == "reshare") {
                const std::string post = record["post_remote_id"];
                const std::string from = record["in_reply_to_remote_id"];
                EXPECT_TRUE(from == post || depths.contains(from)) << "a reshare before the one through which it came";
                const int depth = from == post ? 1 : depths[from] + 1;
                depths[record["remote_id"]] = depth;
                by_post[post].push_back(depth);
            }
        }
    }
    return by_post;
}

TEST(DemoStory, PassesPostsOnInManyWays) {
    int broadcasts = 0;
    int deep = 0;
    int handed_on = 0;
    for (const auto& [post, depths] : reshare_depths(usual_files())) {
        const int depth = *std::max_element(depths.begin(), depths.end());
        const auto direct = std::count(depths.begin(), depths.end(), 1);
        EXPECT_LE(depth, 7);
        broadcasts += depths.size() >= 8 && direct * 10 >= static_cast<std::ptrdiff_t>(depths.size()) * 8 ? 1 : 0;
        deep += depth >= 3 ? 1 : 0;
        handed_on += depth == 7 && depths.size() >= 20 ? 1 : 0;
    }
    EXPECT_GE(broadcasts, 3);
    EXPECT_GE(deep, 5);
    EXPECT_GE(handed_on, 1);
}

TEST(DemoStory, HandlesAreNobodyElses) {
    std::map<std::string, std::string> owners;
    for (const Written& text : texts_of(files_of(options_of(3000, 4)))) {
        if (text.network != "facebook" && !text.handle.empty() && !text.author_id.empty()) {
            const auto [entry, fresh] = owners.try_emplace(text.network + ":" + text.handle, text.author_id);
            EXPECT_EQ(entry->second, text.author_id) << text.handle;
        }
    }
    EXPECT_GT(owners.size(), 500u);
}

/// The links by which networks vouch for each other: a verified field on Mastodon, and the way back in the other's
/// words.
TEST(DemoStory, LinksSomePeopleAcrossNetworksBothWays) {
    std::map<std::string, std::string> words;     // of the page at an address
    std::map<std::string, std::string> verified;  // Mastodon address to the address listed there
    std::set<std::string> unverified;
    for (const DemoFile& file : usual_files()) {
        for (const json& document : documents_of(file)) {
            each_with(document, "bio", [&](const json& value) {
                words[value["url"]] = value["bio"].is_string() ? value["bio"].get<std::string>() : "";
            });
            each_with(document, "customUrl", [](const json&) {});
            if (file.name.starts_with("youtube/channels")) {
                for (const json& channel : document["items"]) {
                    words["https://www.youtube.com/channel/" + channel["id"].get<std::string>()] =
                        channel["snippet"]["description"];
                }
            }
            each_with(document, "fields", [&](const json& account) {
                for (const json& field : account["fields"]) {
                    const std::string value = field["value"];
                    const std::size_t begin = value.find("href=\"") + 6;
                    const std::string address = value.substr(begin, value.find('"', begin) - begin);
                    if (field["verified_at"].is_string()) {
                        verified[account["url"]] = address;
                    } else {
                        unverified.insert(account["url"]);
                    }
                }
            });
        }
    }
    EXPECT_GE(verified.size(), 3u);
    EXPECT_GE(unverified.size(), 1u);
    for (const auto& [mastodon, other] : verified) {
        EXPECT_NE(words[other].find(mastodon), std::string::npos) << other << " does not name " << mastodon;
    }
}

}  // namespace
}  // namespace fanal::demo
