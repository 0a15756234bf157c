#include "importers/facebook/export.hpp"

#include <algorithm>
#include <array>

#include "importers/facebook/export_items.hpp"
#include "importers/facebook/export_messages.hpp"
#include "importers/facebook/posts.hpp"

namespace fanal::importers::facebook {
namespace {

/// The first of what is attached to an item that has such a member: a "media", an "external_context".
Payload attached(const Payload& item, const char* member) {
    Payload found = item["nothing"];
    item["attachments"].each([&](const Payload& attachment) {
        attachment["data"].each([&](const Payload& one) { found = found.exists() ? found : one[member]; });
    });
    return found;
}

/// The first of an item's data that has such a member.
Payload told(const Payload& item, const char* member) {
    Payload found = item["nothing"];
    item["data"].each([&](const Payload& one) { found = found.exists() ? found : one[member]; });
    return found;
}

void read_comment_item(const Payload& item, const Payload& comment, Reading& reading) {
    auto written_at = told_at(comment["timestamp"]);
    written_at = written_at ? written_at : told_at(item["timestamp"]);
    if (!written_at) {
        reading.sink().reject(item, "This comment has no timestamp that is a time: ask for the export anew, as JSON.");
        return;
    }
    Record record = reading.record(InteractionKind::comment, *written_at);
    record.profile = owner_named(meant(comment["author"]), *written_at, reading);
    record.text = meant(comment["comment"]);
    const std::string link = attached(item, "external_context")["url"].text();
    name_by_content(record, link);
    record.text = record.text.empty() ? link : record.text;
    reading.interaction(std::move(record), comment, item);
}

void read_reaction_item(const Payload& item, const Payload& reaction, Reading& reading) {
    const auto reacted_at = told_at(item["timestamp"]);
    if (!reacted_at) {
        reading.sink().reject(item, "This reaction has no timestamp that is a time: ask for the export anew, as JSON.");
        return;
    }
    Record record = reading.record(InteractionKind::reaction, *reacted_at);
    record.profile = owner_named(meant(reaction["actor"]), *reacted_at, reading);
    record.reaction = meant(reaction["reaction"]);
    std::transform(record.reaction.begin(), record.reaction.end(), record.reaction.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    name_by_content(record);
    reading.interaction(std::move(record), reaction, item);
}

/// An entry of the owner's own page, which does not say who wrote it.
void read_post_item(const Payload& item, Reading& reading) {
    const auto written_at = told_at(item["timestamp"]);
    if (!written_at) {
        reading.sink().reject(item, "This post has no timestamp that is a time: ask for the export anew, as JSON.");
        return;
    }
    Record record = reading.record(InteractionKind::post, *written_at);
    const auto updated_at = told_at(told(item, "update_timestamp"));
    if (updated_at && *updated_at > *written_at) {
        record.edited_at = updated_at;
    }
    const Payload picture = attached(item, "media");
    const std::string link = attached(item, "external_context")["url"].text();
    record.text = meant(told(item, "post"));
    name_by_content(record, std::string(file_name(picture["uri"].view())) + link);
    for (const std::string& other : {meant(picture["description"]), link, meant(item["title"])}) {
        record.text = record.text.empty() ? other : record.text;
    }
    reading.interaction(std::move(record), item);
}

/// An item of whichever list: what it is stands in its data.
void read_item(const Payload& item, Reading& reading) {
    const Payload comment = told(item, "comment");
    const Payload reaction = told(item, "reaction");
    if (is_exported_message(item)) {
        read_exported_message(item, reading);
    } else if (comment.is_object()) {
        read_comment_item(item, comment, reading);
    } else if (reaction.is_object()) {
        read_reaction_item(item, reaction, reading);
    } else {
        read_post_item(item, reading);
    }
}

/// An item of the lists of comments and reactions, in which some have lost what they were about.
void read_act(const Payload& item, Reading& reading) {
    const bool whole = told(item, "comment").is_object() || told(item, "reaction").is_object();
    whole ? read_item(item, reading) : reading.sink().skip(item, "a comment or reaction that the export leaves empty");
}

/// {name: {full_name}, username}: whose export it is.
void read_owner(const Payload& profile, Reading& reading) {
    const Payload name = profile["name"];
    const std::string full_name = meant(name.is_text() ? name : name["full_name"]);
    if (full_name.empty()) {
        reading.sink().skip(profile, "a profile without its name");
        return;
    }
    ProfileSighting owner = owner_named(full_name, reading.origin().imported_at, reading);
    owner.handle = meant(profile["username"]);
    owner.bio = meant(profile["about_me"]);
    reading.sink().profile(std::move(owner));
}

struct List {
    std::string_view key;                         ///< without the version behind it
    void (*read)(const Payload& item, Reading&);  ///< null: nothing for us
    std::string_view reason = {};
};

constexpr std::array lists = std::to_array<List>({
    {"comments", read_act},
    {"group_comments", read_act},
    {"reactions", read_act},
    {"group_posts", read_item},
    {"status_updates", read_item},
    {"wall_posts_sent_to_you", read_item},
    {"profile", read_owner},
    {"poll_votes", nullptr, "a vote in a poll"},
    {"events_invited", nullptr, "a date for which people meet"},
    {"event_responses", nullptr, "a date for which people meet"},
    {"your_events", nullptr, "a date for which people meet"},
    {"groups_admined", nullptr, "a group"},
    {"groups_joined", nullptr, "a group"},
    {"friends", nullptr, "a friend, told by name alone"},
    {"sent_requests", nullptr, "somebody asked to be a friend"},
    {"received_requests", nullptr, "somebody who asked to be a friend"},
    {"deleted_friends", nullptr, "a friend of before"},
    {"followers", nullptr, "a follower, told by name alone"},
    {"following", nullptr, "somebody followed, told by name alone"},
    {"page_likes", nullptr, "a page that the owner likes, told by name alone"},
    {"pages_followed", nullptr, "a page that the owner follows, told by name alone"},
    {"other_photos", nullptr, "a photo without a post"},
    {"videos", nullptr, "a video without a post"},
});

/// "comments" of "comments_v2".
std::string_view without_version(std::string_view key) {
    const std::size_t mark = key.rfind("_v");
    const bool versioned = mark != std::string_view::npos && mark + 2 < key.size() &&
                           key.find_first_not_of("0123456789", mark + 2) == std::string_view::npos;
    return versioned ? key.substr(0, mark) : key;
}

const List* list_called(std::string_view key) {
    key = without_version(key);
    const auto found = std::find_if(lists.begin(), lists.end(), [&](const List& list) { return list.key == key; });
    return found == lists.end() ? nullptr : &*found;
}

bool is_item(const Payload& value) {
    return value["timestamp"].integer() && !value["id"].exists() &&
           (value["data"].is_array() || value["attachments"].is_array()) && !value["label_values"].is_array();
}

/// The lists of before 2021 stand one step deeper.
Payload items_of(const Payload& list) {
    const Payload log = list["activity_log_data"];
    return log.is_array() ? log : list;
}

/// Whether a member is a list of the export: without a version its key is a word that others use too.
bool is_list(std::string_view key, const Payload& value) {
    const List* list = value.is_array() || value.is_object() ? list_called(key) : nullptr;
    if (list == nullptr) {
        return false;
    }
    const Payload item = items_of(value).first();
    return without_version(key) != key || is_item(item) || (item["timestamp"].integer() && item["title"].is_text()) ||
           (list->key == "profile" && value["name"]["full_name"].is_text());
}

void skip_all(const Payload& value, std::string_view reason, Reading& reading) {
    bool any = false;
    value.each([&](const Payload& item) {
        any = true;
        reading.sink().skip(item, reason);
    });
    value.each_member([&](std::string_view, const Payload& inner) {
        inner.each([&](const Payload& item) {
            any = true;
            reading.sink().skip(item, reason);
        });
    });
    if (!any) {
        reading.sink().skip(value, "an empty list");
    }
}

void read_member(std::string_view key, const Payload& value, Reading& reading) {
    const List* list = list_called(key);
    const Payload items = items_of(value);
    if (list == nullptr || list->read == nullptr) {
        skip_all(value, list == nullptr ? "a list of things that are no comments, reactions or posts" : list->reason,
                 reading);
    } else if (!items.is_array()) {
        list->read(value, reading);
    } else if (!items.first().exists()) {
        reading.sink().skip(items, "an empty list");
    } else {
        items.each([&](const Payload& item) { list->read(item, reading); });
    }
}

/// One piece of a document: a thread, lists under their keys, or an item.
bool is_piece(const Payload& value) {
    bool listed = false;
    value.each_member([&](std::string_view key, const Payload& member) { listed = listed || is_list(key, member); });
    return listed || is_item(value) || is_exported_message(value);
}

void read_piece(const Payload& value, Reading& reading) {
    if (is_exported_thread(value)) {
        read_exported_thread(value, reading);
    } else if (is_item(value) || is_exported_message(value)) {
        read_item(value, reading);
    } else if (is_piece(value)) {
        value.each_member([&](std::string_view key, const Payload& list) { read_member(key, list, reading); });
    } else if (value["timestamp"].integer() && value["title"].is_text()) {
        read_item(value, reading);  // among posts, one without anything but its sentence
    } else {
        reading.sink().skip(value, "an item that is no comment, reaction, post or message");
    }
}

}  // namespace

bool is_export(const Payload& document) {
    // A thread may be either network's: where it is not the first, the others tell.
    return is_exported_thread(document.is_array() ? document.first() : document) || exported_one(document, is_piece);
}

void read_export(const Payload& document, Reading& reading) {
    if (document.is_array()) {
        document.each([&](const Payload& value) { read_piece(value, reading); });
    } else {
        read_piece(document, reading);
    }
}

}  // namespace fanal::importers::facebook
