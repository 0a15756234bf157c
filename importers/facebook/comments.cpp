#include "importers/facebook/posts.hpp"
#include "importers/facebook/profiles.hpp"

namespace fanal::importers::facebook {
namespace {

/// What the comment itself tells of where it stands, where its surroundings do not.
void complete_place(const Payload& comment, const Permalink& permalink, Place& place) {
    const std::string id = comment["id"].text();
    if (place.post_id.empty()) {
        place.post_id = permalink.place.post_id;
        if (const std::size_t end = id.rfind('_'); place.post_id.empty() && is_compound(id) && head(id).size() < end) {
            place.post_id = id.substr(0, end);  // "PAGE_POST_COMMENT"
        }
        place.page_id = head(place.post_id);
    }
    if (place.parent_id.empty()) {
        const Payload parent = comment["parent"]["id"];
        place.parent_id = parent.exists() ? comment_id(parent.text()) : permalink.place.parent_id;
    }
    // Some answers name the post itself as the parent, in either of its forms.
    if (place.parent_id == place.post_id || place.parent_id == tail(place.post_id)) {
        place.parent_id.clear();
    }
}

}  // namespace

void read_comment(const Payload& comment, Place place, Reading& reading) {
    const auto created_at = comment["created_time"].instant();
    if (comment.depth() > depth_max) {
        reading.sink().skip(comment, "a comment inside too many others");
        return;
    }
    if (!created_at) {
        if (comment["message"].exists()) {
            reading.sink().reject(
                comment["created_time"],
                "This comment has no created_time that is a time: ask the Graph API for that field too.");
        } else {
            reading.sink().skip(comment, "a comment without its text and time");
        }
        return;
    }
    const Permalink permalink = parse_permalink(comment["permalink_url"].view());
    complete_place(comment, permalink, place);
    Record record = reading.record(InteractionKind::comment, *created_at);
    record.remote_id = comment["id"].exists() ? comment_id(comment["id"].text()) : permalink.comment_id;
    record.profile = author_of(comment["from"], *created_at, reading);
    record.post_remote_id = place.post_id;
    record.in_reply_to_remote_id = place.parent_id.empty() ? place.post_id : place.parent_id;
    const bool ours = !place.page_id.empty() && record.profile.remote_id == place.page_id;
    if (ours) {
        reading.account(place.page_id, record.profile.handle, record.profile.display_name);
    } else if (place.parent_id.empty()) {
        record.to_profile_remote_id = place.author_id.empty() ? place.page_id : place.author_id;
    }
    if (record.to_profile_remote_id == record.profile.remote_id) {
        record.to_profile_remote_id.clear();
    }
    record.is_private = place.is_private || comment["is_private"].boolean();
    record.text = comment["message"].text();
    record.url = comment["permalink_url"].text();
    place.parent_id = record.remote_id;
    reading.interaction(std::move(record), comment);
    read_comments(comment, place, reading);
    read_reactors(comment, *created_at, reading);
}

}  // namespace fanal::importers::facebook
