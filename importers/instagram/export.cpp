#include "importers/instagram/export.hpp"

#include <algorithm>
#include <array>

#include "importers/facebook/export_messages.hpp"
#include "importers/instagram/export_acts.hpp"

namespace fanal::importers::instagram {
namespace {

struct List {
    std::string_view key;
    void (*read)(const Payload& item, Reading&);  ///< null: nothing for us
    std::string_view reason = {};
};

constexpr std::array lists = std::to_array<List>({
    {"comments_media_comments", read_exported_comment},
    {"comments_reels_comments", read_exported_comment},
    {"comments_story_comments", read_exported_comment},
    {"comments_live_comments", read_exported_comment},
    {"likes_media_likes", read_exported_reaction},
    {"likes_comment_likes", read_exported_reaction},
    {"story_activities_story_likes", read_exported_reaction},
    {"relationships_followers", read_follower},
    {"relationships_following", read_followed},
    {"ig_stories", read_exported_post},
    {"ig_reels_media", read_exported_post},
    {"ig_igtv_media", read_exported_post},
    {"profile_user", read_exported_owner},
    {"media_comments", read_old_comment},
    {"live_comments", read_old_comment},
    {"media_likes", read_old_reaction},
    {"comment_likes", read_old_reaction},
    {"ig_profile_picture", nullptr, "a profile picture"},
    {"ig_archived_post_media", nullptr, "a post that its author hid"},
    {"ig_recently_deleted_media", nullptr, "a post that its author removed"},
    {"ig_other_media", nullptr, "a picture that is no post"},
});

const List* list_called(std::string_view key) {
    const auto found = std::find_if(lists.begin(), lists.end(), [&](const List& list) { return list.key == key; });
    return found == lists.end() ? nullptr : &*found;
}

bool is_item(const Payload& value) {
    return value.has_any({"string_map_data", "string_list_data", "media"}) &&
           (value["string_map_data"].is_object() || value["string_list_data"].is_array() ||
            value["media"].first()["creation_timestamp"].exists());
}

bool is_old_conversation(const Payload& value) {
    return value["participants"].first().is_text() && value["conversation"].is_array();
}

/// {followers: {handle: time}, following: {handle: time}, …}
bool is_old_connections(const Payload& value) {
    return value["followers"].is_object() && value["following"].is_object() && !value["id"].exists();
}

bool is_old_pictures(const Payload& value) {
    const auto has = [&](const char* list) {
        const Payload picture = value[list].first();
        return picture["taken_at"].is_text() && picture["path"].is_text();
    };
    return value.has_any({"photos", "videos", "stories"}) && (has("photos") || has("videos") || has("stories"));
}

bool is_old_owner(const Payload& value) {
    return value["username"].is_text() && value["date_joined"].is_text();
}

/// Whether an object has one of the lists; other lists of the export are known by their items.
bool has_lists(const Payload& value) {
    bool found = false;
    value.each_member([&](std::string_view key, const Payload& list) {
        if (found || !list.is_array()) {
            return;
        }
        const Payload item = list.first();
        const bool known = !item["id"].exists() && list_called(key) != nullptr;
        found = known || item["string_map_data"].is_object() || item["string_list_data"].is_array();
    });
    return found;
}

/// An item that stands alone, or in a list without a name: those are comments, followers and posts.
void read_item(const Payload& item, Reading& reading) {
    if (item["string_map_data"].is_object()) {
        read_exported_comment(item, reading);
    } else if (item["string_list_data"].is_array()) {
        read_follower(item, reading);
    } else {
        read_exported_post(item, reading);
    }
}

void read_lists(const Payload& value, Reading& reading) {
    value.each_member([&](std::string_view key, const Payload& items) {
        const List* list = list_called(key);
        if (!items.first().exists()) {
            reading.sink().skip(items, items.is_array() ? "an empty list" : "no list");
        }
        items.each([&](const Payload& item) {
            if (list != nullptr && list->read != nullptr) {
                list->read(item, reading);
            } else {
                reading.sink().skip(item, list == nullptr ? "an item of a list that holds no acts" : list->reason);
            }
        });
    });
}

void read_old_connections(const Payload& value, Reading& reading) {
    value.each_member([&](std::string_view key, const Payload& people) {
        people.each_member([&](std::string_view handle, const Payload& time) {
            if (key == "followers" || key == "following") {
                read_old_follow(handle, time, key == "following", reading);
            } else {
                reading.sink().skip(time, "somebody who is neither a follower nor followed");
            }
        });
    });
}

void read_old_pictures(const Payload& value, Reading& reading) {
    value.each_member([&](std::string_view key, const Payload& pictures) {
        const bool posted = key == "photos" || key == "videos" || key == "stories";
        pictures.each([&](const Payload& picture) {
            posted ? read_old_picture(picture, reading) : reading.sink().skip(picture, "a picture that is no post");
        });
    });
}

bool is_piece(const Payload& value) {
    return is_item(value) || is_old_conversation(value) || is_old_connections(value) || is_old_pictures(value) ||
           is_old_owner(value) || has_lists(value);
}

void read_piece(const Payload& value, Reading& reading) {
    if (facebook::is_exported_thread(value)) {
        facebook::read_exported_thread(value, reading);
    } else if (is_item(value)) {
        read_item(value, reading);
    } else if (is_old_conversation(value)) {
        read_old_conversation(value, reading);
    } else if (is_old_connections(value)) {
        read_old_connections(value, reading);
    } else if (is_old_pictures(value)) {
        read_old_pictures(value, reading);
    } else if (is_old_owner(value)) {
        read_exported_owner(value, reading);
    } else if (has_lists(value)) {
        read_lists(value, reading);
    } else {
        reading.sink().skip(value, "an item that is no comment, like, post, follower or message");
    }
}

}  // namespace

bool is_export(const Payload& document) {
    // A thread may be either network's: where it is not the first, the others tell.
    return facebook::is_exported_thread(document.is_array() ? document.first() : document) ||
           facebook::exported_one(document, is_piece);
}

void read_export(const Payload& document, Reading& reading) {
    if (document.is_array()) {
        document.each([&](const Payload& value) { read_piece(value, reading); });
    } else {
        read_piece(document, reading);
    }
}

}  // namespace fanal::importers::instagram
