#include "importers/bluesky/records.hpp"

#include "importers/bluesky/uris.hpp"

namespace fanal::importers::bluesky {
namespace {

/// A clock may go ahead so much before its word is no longer taken.
constexpr std::int64_t clock_error_max_ms = 600'000;

/// createdAt, which every form gives and which the author's clock wrote; but what claims to come from the future
/// happened when its key was made, or when the network received it.
std::optional<Instant> acted_at(const Payload& record, const Envelope& envelope) {
    const auto claimed_at = record["createdAt"].instant();
    const auto key_made_at = made_at(envelope.uri);
    const auto known_at = key_made_at ? key_made_at : envelope.seen_at;
    const bool ahead = claimed_at && known_at && claimed_at->ms > known_at->ms + clock_error_max_ms;
    return claimed_at && !ahead ? claimed_at : known_at;
}

std::string link_to(std::string_view uri) {
    const UriParts parts = parts_of(uri);
    if (parts.key.empty()) {
        return {};
    }
    return "https://bsky.app/profile/" + std::string(parts.authority) + "/post/" + std::string(parts.key);
}

/// The uri of the post that a post quotes; empty when it embeds something else or nothing.
std::string_view quoted_by(const Payload& post) {
    const Payload embed = post["embed"];
    const Payload record = embed["record"];
    const bool is_beside_pictures = embed["$type"].view().starts_with("app.bsky.embed.recordWithMedia");
    const std::string_view uri = (is_beside_pictures ? record["record"]["uri"] : record["uri"]).view();
    return may_be_post(uri) ? uri : std::string_view();
}

/// Whom the text names: one of ours, or else who comes first.
std::string mentioned_in(const Payload& post, const Reading& reading) {
    std::string found;
    bool ours = false;
    post["facets"].each([&](const Payload& facet) {
        facet["features"].each([&](const Payload& feature) {
            const std::string_view did = feature["did"].view();
            if (!did.empty() && !ours && (found.empty() || reading.is_account(std::string(did)))) {
                ours = reading.is_account(std::string(did));
                found = did;
            }
        });
    });
    return found;
}

void read_post(const Payload& post, Record&& record, const Payload& at, const Reading& reading) {
    const Payload reply = post["reply"];
    if (const std::string_view parent = reply["parent"]["uri"].view(); !parent.empty()) {
        record.kind = InteractionKind::comment;
        record.in_reply_to_remote_id = parent;
        record.post_remote_id = reply["root"]["uri"].view();
        record.to_profile_remote_id = owner_of(parent);
    } else if (const std::string_view quoted = quoted_by(post); !quoted.empty()) {
        record.kind = InteractionKind::quote;
        record.in_reply_to_remote_id = record.post_remote_id = quoted;
        record.to_profile_remote_id = owner_of(quoted);
    } else {
        record.to_profile_remote_id = mentioned_in(post, reading);
    }
    if (record.to_profile_remote_id == record.profile.remote_id) {
        record.to_profile_remote_id.clear();
    }
    record.text = post["text"].view();
    int count = 0;
    post["langs"].each([&](const Payload& language) { record.language = count++ == 0 ? language.text() : ""; });
    record.url = link_to(record.remote_id);
    reading.interaction(std::move(record), post, at);
}

/// A like, a repost or a follow. Likes and follows are switched on and off: what they are named by is who does it to
/// what, and their own uri is only the name under which they are taken back.
void read_act(const Payload& act, Record&& record, const Payload& at, Reading& reading) {
    const Payload subject = act["subject"];
    const std::string_view uri = subject["uri"].view();
    if (record.kind == InteractionKind::follow) {
        record.to_profile_remote_id = subject.view();
    } else if (!may_be_post(uri)) {
        reading.sink().skip(at, "a like of a feed or a list, not of a post");
        return;
    } else {
        record.in_reply_to_remote_id = uri;
        record.to_profile_remote_id = owner_of(uri);
    }
    if (uri.empty() && record.to_profile_remote_id.empty()) {
        reading.sink().reject(subject.exists() ? subject : act,
                              "This like, repost or follow does not say of what or whom.");
        return;
    }
    if (record.kind == InteractionKind::reshare) {
        record.post_remote_id = uri;
        // Feeds tell of a repost without the record itself; only the key says the same time everywhere.
        record.occurred_at = record.profile.observed_at = made_at(record.remote_id).value_or(record.occurred_at);
    } else {
        record.alias_remote_ids.push_back(std::move(record.remote_id));
        record.remote_id.clear();
        record.edited_at.reset();
    }
    record.reaction = record.kind == InteractionKind::reaction ? "like" : "";
    reading.interaction(std::move(record), act, at);
}

void read_own_profile(const Payload& profile, Envelope&& envelope, const Reading& reading) {
    ProfileSighting sighting = std::move(envelope.author);
    sighting.observed_at = envelope.seen_at.value_or(reading.origin().imported_at);
    sighting.display_name = profile["displayName"].view();
    sighting.bio = profile["description"].view();
    reading.sink().profile(std::move(sighting));
}

}  // namespace

ProfileSighting sighting_of(const Payload& profile, Instant observed_at, const Reading& reading) {
    ProfileSighting sighting = reading.profile(profile["did"].text(), observed_at);
    const std::string_view handle = profile["handle"].view();
    sighting.handle = handle == "handle.invalid" ? std::string_view() : handle;
    sighting.display_name = profile["displayName"].view();
    sighting.bio = profile["description"].view();
    sighting.avatar_url = profile["avatar"].view();
    sighting.followers_count = profile["followersCount"].count();
    return sighting;
}

void read_record(const Payload& record, Envelope envelope, const Payload& at, Reading& reading) {
    const std::string_view type = record["$type"].view();
    const bool is_post = type == "app.bsky.feed.post";
    const bool is_reaction = type == "app.bsky.feed.like";
    const bool is_follow = type == "app.bsky.graph.follow";
    if (envelope.author.remote_id.empty()) {
        envelope.author.remote_id = owner_of(envelope.uri);
    }
    if (type == "app.bsky.actor.profile" && !envelope.author.remote_id.empty()) {
        read_own_profile(record, std::move(envelope), reading);
        return;
    }
    if (!is_post && !is_reaction && !is_follow && type != "app.bsky.feed.repost") {
        reading.sink().skip(at, "a record that is no post, like, repost or follow");
        return;
    }
    const auto occurred_at = acted_at(record, envelope);
    if (envelope.uri.empty() || !occurred_at) {
        reading.sink().reject(at, "This record has no uri, or no createdAt that is a time: it is no whole answer.");
        return;
    }
    Record whole = reading.record(is_post       ? InteractionKind::post
                                  : is_reaction ? InteractionKind::reaction
                                  : is_follow   ? InteractionKind::follow
                                                : InteractionKind::reshare,
                                  *occurred_at);
    whole.remote_id = std::move(envelope.uri);
    whole.profile = std::move(envelope.author);
    if (envelope.is_update) {
        whole.edited_at = envelope.seen_at;
    }
    whole.profile.observed_at = version_at(whole);
    is_post ? read_post(record, std::move(whole), at, reading) : read_act(record, std::move(whole), at, reading);
}

}  // namespace fanal::importers::bluesky
