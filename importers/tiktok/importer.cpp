#include "importers/tiktok/importer.hpp"

#include <array>

#include "importers/tiktok/items.hpp"
#include "importers/tiktok/known_fields.hpp"
#include "importers/tiktok/profiles.hpp"

namespace fanal::importers::tiktok {
namespace {

constexpr std::array<std::string_view, 11> list_keys = {
    "comments",           "aweme_list", "videos",     "itemList",    "items",
    "user_list",          "followers",  "followings", "user_videos", "user_liked_videos",
    "user_pinned_videos",
};

/// What an answer brings: the document, or what its wrapping holds.
Payload body_of(const Payload& document) {
    const Payload data = document["data"];
    return data.is_object() || data.is_array() ? data : document;
}

/// The list that a body carries, or the one thing that it is about.
Payload content_of(const Payload& body) {
    for (const std::string_view key : list_keys) {
        if (const Payload list = body[key]; list.is_array()) {
            return list;
        }
    }
    if (const Payload video = any_of(body, {"aweme_detail", "itemStruct"}); video.is_object()) {
        return video;
    }
    const Payload inside = body["itemInfo"]["itemStruct"];
    const Payload person = body["userInfo"];
    return inside.is_object() ? inside : person.is_object() ? person : body;
}

bool is_item(const Payload& value) {
    return is_comment(value) || is_video(value) || is_profile(value);
}

/// What the site suggests: a person, a sound or a topic.
bool is_card(const Payload& value) {
    return value["extraInfo"].is_object() && value["link"].is_text() && value["subTitle"].is_text();
}

/// The shell of the app's and the site's answers, and that of the official APIs.
bool is_answer(const Payload& document, const Payload& body) {
    const bool in_app = body["status_code"].exists() && (body["log_pb"].exists() || body["extra"].is_object());
    const bool official = document["error"]["log_id"].is_text() && document["error"]["code"].is_text();
    const bool listed = document["code"].exists() && document["msg"].is_text() && document["data"].exists();
    return in_app || official || listed;
}

Recognition recognise(const Payload& document, const Origin&) {
    const Payload body = body_of(document);
    const Payload content = content_of(body);
    const Payload item = content.is_array() ? content.first() : content;
    if (is_item(item) || is_card(item)) {
        return Recognition::certain;
    }
    return is_answer(document, body) ? Recognition::maybe : Recognition::no;
}

void read_item(const Payload& item, Reading& reading) {
    if (is_comment(item)) {
        read_comment(item, reading);
    } else if (is_video(item)) {
        read_video(item, reading);
    } else if (is_profile(item)) {
        read_profile(item, reading);
    } else {
        reading.sink().skip(item, "nothing that holds videos, comments or people");
    }
}

void read(const Payload& document, const Origin& origin, Sink& sink) {
    Reading reading("tiktok", known_fields, origin, sink);
    const Payload content = content_of(body_of(document));
    if (!content.is_array()) {
        read_item(content, reading);
    } else if (!content.first().exists()) {
        sink.skip(content, "an empty page of results");
    } else {
        content.each([&](const Payload& item) { read_item(item, reading); });
    }
}

}  // namespace

const Importer& importer() {
    static constexpr Importer tiktok{"tiktok", recognise, read};
    return tiktok;
}

}  // namespace fanal::importers::tiktok
