#include "importers/html_text.hpp"
#include "importers/youtube/resources.hpp"

namespace fanal::importers::youtube {
namespace {

/// What a thread says for all of its comments.
struct Place {
    std::string video_id;    ///< empty: a comment on the channel, or not said
    std::string channel_id;  ///< whose video or channel it is; empty: not said
    std::string parent_id;   ///< the thread's first comment; empty for that one
};

/// An address is only HTML where it looks so: textFormat=plainText puts plain text into textDisplay too.
std::string text_of(const Payload& snippet) {
    if (const std::string_view original = snippet["textOriginal"].view(); !original.empty()) {
        return std::string(original);
    }
    const std::string_view display = snippet["textDisplay"].view();
    return display.find_first_of("<&") == std::string_view::npos ? std::string(display) : html_to_text(display);
}

ProfileSighting author_of(const Payload& snippet, Instant observed_at, const Reading& reading) {
    const Payload id = snippet["authorChannelId"];
    ProfileSighting author = reading.profile(id.is_text() ? id.text() : id["value"].text(), observed_at);
    const std::string name = snippet["authorDisplayName"].text();
    // Since 2022 the name shown is the handle.
    (name.starts_with('@') ? author.handle : author.display_name) = name.starts_with('@') ? name.substr(1) : name;
    author.url = snippet["authorChannelUrl"].text();
    author.avatar_url = snippet["authorProfileImageUrl"].text();
    return author;
}

void read_placed(const Payload& comment, Place place, Reading& reading) {
    const Payload snippet = comment["snippet"];
    const std::string id = comment["id"].text();
    const auto published_at = snippet["publishedAt"].instant();
    if (!snippet.is_object()) {
        reading.sink().skip(comment, "a comment without its snippet");
        return;
    }
    if (id.empty()) {
        reading.sink().reject(comment, "This comment has no id: ask the API for the field `id` too.");
        return;
    }
    if (!published_at) {
        reading.sink().reject(snippet["publishedAt"],
                              "This comment has no publishedAt that is a time: ask the API for the whole snippet.");
        return;
    }
    place.video_id = place.video_id.empty() ? snippet["videoId"].text() : place.video_id;
    place.channel_id = place.channel_id.empty() ? snippet["channelId"].text() : place.channel_id;
    if (const std::string parent = snippet["parentId"].text(); !parent.empty()) {
        place.parent_id = parent;
    }

    Record record = reading.record(InteractionKind::comment, *published_at);
    record.remote_id = id;
    const auto updated_at = snippet["updatedAt"].instant();
    if (updated_at && *updated_at > *published_at) {
        record.edited_at = updated_at;
    }
    record.profile = author_of(snippet, version_at(record), reading);
    record.post_remote_id = place.video_id;
    record.in_reply_to_remote_id = place.parent_id.empty() ? place.video_id : place.parent_id;
    const bool ours = !place.channel_id.empty() && record.profile.remote_id == place.channel_id;
    if (place.parent_id.empty() && !ours) {
        record.to_profile_remote_id = place.channel_id;
    }
    record.text = text_of(snippet);
    if (!place.video_id.empty()) {
        record.url = "https://www.youtube.com/watch?v=" + place.video_id + "&lc=" + id;
    }
    if (ours) {
        reading.account(place.channel_id, record.profile.handle, record.profile.display_name);
    }
    reading.interaction(std::move(record), snippet, comment);
}

}  // namespace

void read_comment(const Payload& comment, Reading& reading) {
    read_placed(comment, {}, reading);
}

void read_thread(const Payload& thread, Reading& reading) {
    const Payload snippet = thread["snippet"];
    const Payload first = snippet["topLevelComment"];
    const Payload replies = thread["replies"]["comments"];
    if (!first.is_object() && !replies.is_array()) {
        reading.sink().skip(thread, "a thread without its comments");
        return;
    }
    Place place{snippet["videoId"].text(), snippet["channelId"].text(), {}};
    reading.account(place.channel_id);
    if (first.is_object()) {
        read_placed(first, place, reading);
    }
    place.parent_id = first["id"].exists() ? first["id"].text() : thread["id"].text();
    replies.each([&](const Payload& reply) { read_placed(reply, place, reading); });
}

}  // namespace fanal::importers::youtube
