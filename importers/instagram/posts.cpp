#include "importers/instagram/posts.hpp"

#include <algorithm>
#include <array>

#include "importers/facebook/posts.hpp"
#include "importers/instagram/people.hpp"

namespace fanal::importers::instagram {
namespace {

constexpr const char* undated_post = "This post has no timestamp that is a time: ask the Graph API for that field too.";
constexpr const char* undated_comment =
    "This comment has no timestamp that is a time: ask the Graph API for that field too.";

bool same_person(const ProfileSighting& one, const ProfileSighting& other) {
    return (!one.remote_id.empty() && one.remote_id == other.remote_id) ||
           (!one.handle.empty() && one.handle == other.handle);
}

/// Speaks to a profile, by whatever is known of it.
void address(Record& record, const ProfileSighting& to) {
    if (!same_person(record.profile, to)) {
        record.to_profile_remote_id = to.remote_id;
        record.to_handle = to.handle;
    }
}

void read_comments(const Payload& post, const Place& place, Reading& reading) {
    post["comments"]["data"].each([&](const Payload& comment) { read_comment(comment, place, reading); });
}

/// A record of a comment, as far as it is told without its place; nullopt when it has no time, which is then said.
std::optional<Record> dated(const Payload& comment, InteractionKind kind, Reading& reading) {
    const auto written_at = comment["timestamp"].instant();
    if (!written_at) {
        comment["text"].exists() ? reading.sink().reject(comment["timestamp"], undated_comment)
                                 : reading.sink().skip(comment, "a comment without its text and time");
        return std::nullopt;
    }
    Record record = reading.record(kind, *written_at);
    record.remote_id = comment["id"].text();
    record.profile = author_of(comment, *written_at, reading);
    record.text = comment["text"].text();
    return record;
}

}  // namespace

bool is_post(const Payload& object) {
    constexpr std::array types = {"IMAGE", "VIDEO", "CAROUSEL_ALBUM", "BROADCAST"};
    const std::string_view type = object["media_type"].view();
    const std::string_view link = object["permalink"].view();
    return std::find(types.begin(), types.end(), type) != types.end() ||
           link.starts_with("https://www.instagram.com/") || link.starts_with("https://instagram.com/");
}

bool is_comment(const Payload& object) {
    const bool placed = object["media"]["id"].exists() || object["username"].is_text() || object["from"].is_object();
    return object["text"].is_text() && (object["timestamp"].exists() || placed) && !object["created_time"].exists();
}

void read_post(const Payload& post, const Shelf& shelf, Reading& reading) {
    const auto published_at = post["timestamp"].instant();
    const std::string id = post["id"].text();
    const bool ours = post["owner"]["id"].exists();
    ProfileSighting author = author_of(post, published_at.value_or(reading.origin().imported_at), reading);
    const bool nobody = author.remote_id.empty() && author.handle.empty();
    const bool on_own_shelf =
        !shelf.naming && (nobody || same_person(author, shelf.owner) || shelf.owner.handle.empty());
    if (author.remote_id.empty() && on_own_shelf) {
        author.remote_id = shelf.owner.remote_id;
        author.handle = author.handle.empty() ? shelf.owner.handle : author.handle;
    }
    if (ours) {
        tell_account(author, reading);
    }
    const Place place{id, {}, author};
    const bool commented = post["comments"]["data"].first().exists();
    if (post.depth() > facebook::depth_max) {
        reading.sink().skip(post, "a post inside too many others");
        return;
    }
    if (!published_at || id.empty()) {
        if (post["caption"].is_text()) {
            reading.sink().reject(post["timestamp"], undated_post);
        } else if (!commented) {
            reading.sink().skip(post, "a post without its caption and time");
        }
        read_comments(post, place, reading);
        return;
    }
    Record record = reading.record(shelf.naming ? InteractionKind::mention : InteractionKind::post, *published_at);
    record.remote_id = id;
    record.profile = std::move(author);
    if (shelf.naming) {
        address(record, shelf.owner);
    }
    record.text = post["caption"].text();
    record.url = post["permalink"].text();
    reading.interaction(std::move(record), post);
    read_comments(post, place, reading);
}

void read_comment(const Payload& comment, Place place, Reading& reading) {
    if (comment.depth() > facebook::depth_max) {
        reading.sink().skip(comment, "a comment inside too many others");
        return;
    }
    auto record = dated(comment, InteractionKind::comment, reading);
    if (!record) {
        return;
    }
    place.post_id = place.post_id.empty() ? comment["media"]["id"].text() : place.post_id;
    place.parent_id = place.parent_id.empty() ? comment["parent_id"].text() : place.parent_id;
    if (place.parent_id == place.post_id) {
        place.parent_id.clear();
    }
    record->post_remote_id = place.post_id;
    record->in_reply_to_remote_id = place.parent_id.empty() ? place.post_id : place.parent_id;
    if (place.parent_id.empty()) {
        address(*record, place.owner);
    }
    place.parent_id = record->remote_id;
    reading.interaction(std::move(*record), comment);
    comment["replies"]["data"].each([&](const Payload& reply) { read_comment(reply, place, reading); });
}

void read_mention(const Payload& comment, const ProfileSighting& ours, Reading& reading) {
    if (auto record = dated(comment, InteractionKind::mention, reading)) {
        record->post_remote_id = comment["media"]["id"].text();
        record->in_reply_to_remote_id =
            comment["parent_id"].exists() ? comment["parent_id"].text() : record->post_remote_id;
        address(*record, ours);
        reading.interaction(std::move(*record), comment);
    }
}

}  // namespace fanal::importers::instagram
