// Reads the demo's payloads as plainly as can be, by another JSON library than the importers', for the other tests
// here.
#include "tests/crm/demo/written.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace fanal::demo {
namespace {

using nlohmann::json;

std::string text_in(const json& object, const char* key) {
    return object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : std::string();
}

Instant time_in(const json& object, const char* key) {
    return object[key].is_number() ? Instant{object[key].get<std::int64_t>() * 1000}
                                   : parse_instant(object[key].get<std::string>()).value();
}

/// Collects texts under ids with the network in front.
struct Reader {
    std::vector<Written> texts;

    void add(Written text, const std::string& our_id) {
        const std::string before = text.network + ":";
        text.ours = text.author_id == our_id;
        text.id.insert(0, before);
        text.parent_id.insert(0, text.parent_id.empty() ? "" : before);
        text.post_id.insert(0, text.post_id.empty() ? "" : before);
        texts.push_back(std::move(text));
    }

    void facebook(const json& object, const std::string& id, const std::string& parent, const std::string& post) {
        const std::string author = object.contains("from") ? object["from"]["id"].get<std::string>() : "";
        add({"facebook", id, parent, post, author, "", text_in(object, "message"), time_in(object, "created_time")},
            "104857230911842");
    }

    void facebook_feed(const json& page) {
        for (const json& post : page["data"]) {
            const std::string id = post["id"];
            facebook(post, id, "", id);
            for (const json& comment : post["comments"]["data"]) {
                facebook(comment, comment["id"], id, id);
                if (comment.contains("comments")) {
                    for (const json& below : comment["comments"]["data"]) {
                        facebook(below, below["id"], comment["id"], id);
                    }
                }
            }
        }
    }

    void facebook_deliveries(const json& document) {
        for (const json& entry : document["entry"]) {
            const json& value = entry["changes"][0]["value"];
            if (value["item"] == "comment" && value["verb"] == "add") {
                facebook(value, value["comment_id"], value["parent_id"], value["post_id"]);
            } else if (value["item"] == "post" || value["item"] == "status") {
                facebook(value, value["post_id"], "", value["post_id"]);
            }
        }
    }

    void youtube(const json& item) {
        const json& snippet = item["snippet"];
        const std::string kind = item["kind"];
        if (kind == "youtube#commentThread") {
            youtube(snippet["topLevelComment"]);
            if (item.contains("replies")) {
                for (const json& reply : item["replies"]["comments"]) {
                    youtube(reply);
                }
            }
        } else if (kind == "youtube#comment") {
            const bool below = snippet.contains("parentId");
            const std::string author =
                snippet.contains("authorChannelId") ? snippet["authorChannelId"]["value"].get<std::string>() : "";
            add({"youtube", item["id"], snippet[below ? "parentId" : "videoId"], snippet["videoId"], author,
                 text_in(snippet, "authorDisplayName"), text_in(snippet, "textOriginal"),
                 time_in(snippet, "publishedAt")},
                "UCLaCaleBavardeBordeaux0");
        } else if (kind == "youtube#video") {
            add({"youtube", item["id"], "", item["id"], snippet["channelId"], "",
                 text_in(snippet, "title") + "\n" + text_in(snippet, "description"), time_in(snippet, "publishedAt")},
                "UCLaCaleBavardeBordeaux0");
        }
    }

    void mastodon(const json& post) {
        static const std::regex markup("<[^>]*>");
        const std::string parent = text_in(post, "in_reply_to_id");
        add({"mastodon", post["id"], parent, parent.empty() ? post["id"].get<std::string>() : "",
             post["account"]["uri"], post["account"]["acct"], std::regex_replace(text_in(post, "content"), markup, ""),
             time_in(post, "created_at")},
            "https://gironde.example/users/lacalebavarde");
    }

    void flat(const json& record) {
        const std::string kind = record["kind"];
        if (!record.contains("text")) {
            return;
        }
        const bool top = kind != "comment" && kind != "message";
        const std::string parent = top ? "" : text_in(record, "in_reply_to_remote_id");
        add({"x", record["remote_id"], parent, kind == "comment" ? text_in(record, "post_remote_id") : "",
             record["profile_remote_id"], record["handle"], record["text"], time_in(record, "occurred_at")},
            "1583920471862034433");
    }

    void read(const std::string& name, const json& document) {
        if (name.starts_with("facebook/feed")) {
            facebook_feed(document);
        } else if (name.starts_with("facebook/webhook")) {
            facebook_deliveries(document);
        } else if (name.starts_with("youtube/")) {
            for (const json& item : document["items"]) {
                youtube(item);
            }
        } else if (name.starts_with("mastodon/")) {
            each_with(document, "in_reply_to_id", [this](const json& post) {
                if (post["reblog"].is_null()) {
                    mastodon(post);
                }
            });
        } else {
            flat(document);
        }
    }
};

}  // namespace

std::vector<Written> texts_of(const std::vector<DemoFile>& files) {
    Reader reader;
    for (const DemoFile& file : files) {
        for (const json& document : documents_of(file)) {
            reader.read(file.name, document);
        }
    }
    return std::move(reader.texts);
}

std::vector<Written> distinct_texts_of(const std::vector<DemoFile>& files) {
    std::vector<Written> texts = texts_of(files);
    std::set<std::string> seen;
    std::erase_if(texts, [&](const Written& text) { return !seen.insert(text.id).second; });
    return texts;
}

TEST(DemoTexts, ComeFromEveryNetworkAndFromBothSides) {
    std::set<std::pair<std::string, bool>> seen;
    for (const Written& text : distinct_texts_of(files_of(options_of(120, 6)))) {
        seen.emplace(text.network, text.ours);
        EXPECT_FALSE(text.text.empty()) << text.id;
    }
    EXPECT_EQ(seen.size(), 8u);
}

}  // namespace fanal::demo
