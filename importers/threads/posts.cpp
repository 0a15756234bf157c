#include "importers/threads/posts.hpp"

#include "importers/facebook/posts.hpp"
#include "importers/instagram/people.hpp"

namespace fanal::importers::threads {
namespace {

using facebook::Edge;

/// The post at the top and the one answered, as told by the reply itself, or by the list in which it stands.
struct Place {
    std::string root_id;
    std::string parent_id;
};

Place place_of(const Payload& post, const Edge& edge) {
    Place place{post["root_post"]["id"].text(), post["replied_to"]["id"].text()};
    const bool listed = edge.name == "replies" || edge.name == "conversation";
    if (place.parent_id.empty() && listed) {
        place.parent_id = edge.object_id;
    }
    if (place.root_id.empty() && edge.name == "conversation") {
        place.root_id = edge.object_id;
    }
    place.parent_id = place.parent_id.empty() ? place.root_id : place.parent_id;
    return place;
}

/// What a post is, besides a post: a reply, a reshare or a quote of another.
void set_kind(const Payload& post, const Edge& edge, Record& record) {
    const Place place = place_of(post, edge);
    const std::string reshared = post["reposted_post"]["id"].text();
    const std::string quoted = post["quoted_post"]["id"].text();
    if (post["media_type"].view() == "REPOST_FACADE" || !reshared.empty()) {
        record.kind = InteractionKind::reshare;
        record.post_remote_id = record.in_reply_to_remote_id = reshared;
    } else if (post["is_reply"].boolean() || !place.parent_id.empty()) {
        record.kind = InteractionKind::comment;
        record.post_remote_id = place.root_id;
        record.in_reply_to_remote_id = place.parent_id;
    } else if (post["is_quote_post"].boolean() || !quoted.empty()) {
        record.kind = InteractionKind::quote;
        record.post_remote_id = record.in_reply_to_remote_id = quoted;
    } else if (edge.name == "mentions") {
        record.kind = InteractionKind::mention;
        record.to_profile_remote_id = edge.object_id;
    }
}

/// A reply to the top of a thread speaks to its owner, where that is told.
void address(const Payload& post, Record& record) {
    const Payload root = post["root_post"];
    const std::string owner = root["owner_id"].text();
    const std::string handle = root["username"].text();
    const bool own =
        (!handle.empty() && handle == record.profile.handle) || (!owner.empty() && owner == record.profile.remote_id);
    if (record.kind == InteractionKind::comment && record.in_reply_to_remote_id == record.post_remote_id && !own) {
        record.to_profile_remote_id = owner;
        record.to_handle = handle;
    }
}

void remove_post(const Payload& value, Reading& reading) {
    const auto told_at = value["deleted_at"].instant();
    const std::string id = value["id"].text();
    if (id.empty()) {
        reading.sink().reject(value, "This removal does not say what was removed: its id is missing.");
    } else {
        reading.sink().removal(reading.removal(id, told_at.value_or(reading.origin().imported_at)));
    }
}

void read_change(const Payload& change, Reading& reading) {
    const std::string_view field = change["field"].view();
    const Payload value = change["value"];
    if (field == "delete") {
        remove_post(value, reading);
    } else if (field == "replies" || field == "mentions" || field == "publish") {
        const Payload root = value["root_post"];
        if (field == "replies" && root["owner_id"].exists()) {
            ProfileSighting owner = reading.profile(root["owner_id"].text(), reading.origin().imported_at);
            owner.handle = root["username"].text();
            instagram::tell_account(owner, reading);
        }
        read_post(value, {{}, field == "mentions" ? "mentions" : ""}, reading);
    } else {
        reading.sink().skip(change, "a change of something that is no post, reply or mention");
    }
}

}  // namespace

bool is_post(const Payload& object) {
    const std::string_view link = object["permalink"].view();
    const bool linked = link.starts_with("https://www.threads.net/") || link.starts_with("https://www.threads.com/");
    const bool shaped = object["is_reply"].exists() || object["hide_status"].is_text() ||
                        object["root_post"]["id"].exists() || object["is_quote_post"].exists() ||
                        object["reposted_post"]["id"].exists();
    return object["media_product_type"].view() == "THREADS" || linked || object["media_type"].view() == "TEXT_POST" ||
           object["media_type"].view() == "REPOST_FACADE" || (shaped && !object["created_at"].exists());
}

bool may_be_post(const Payload& object) {
    return object["id"].exists() && object["text"].is_text() && object["timestamp"].view().ends_with("+0000");
}

void read_post(const Payload& post, const Edge& edge, Reading& reading) {
    const auto published_at = post["timestamp"].instant();
    const std::string id = post["id"].text();
    if (post.depth() > facebook::depth_max) {
        reading.sink().skip(post, "a post inside too many others");
        return;
    }
    if (!published_at || id.empty()) {
        if (post["text"].is_text()) {
            reading.sink().reject(post["timestamp"],
                                  "This post has no id, or no timestamp that is a time: ask the API for both.");
        } else {
            reading.sink().skip(post, "a post without its text and time");
        }
        return;
    }
    Record record = reading.record(InteractionKind::post, *published_at);
    record.remote_id = id;
    record.profile = instagram::author_of(post, *published_at, reading);
    if (post["owner"]["id"].exists() || post["is_reply_owned_by_me"].boolean()) {
        instagram::tell_account(record.profile, reading);
    }
    set_kind(post, edge, record);
    address(post, record);
    record.text = post["text"].text();
    record.url = post["permalink"].text();
    reading.interaction(std::move(record), post);
    post["replies"]["data"].each([&](const Payload& reply) { read_post(reply, {id, "replies"}, reading); });
}

bool is_delivery(const Payload& document) {
    return document["app_id"].exists() && document["topic"].is_text() && document["values"].exists();
}

void read_delivery(const Payload& document, Reading& reading) {
    const Payload values = document["values"];
    if (values.is_array()) {
        values.each([&](const Payload& change) { read_change(change, reading); });
    } else {
        read_change(values, reading);
    }
    if (values.is_array() && !values.first().exists()) {
        reading.sink().skip(document, "a delivery in which nothing happened");
    }
}

}  // namespace fanal::importers::threads
