#include "importers/bluesky/views.hpp"

#include <vector>

#include "importers/bluesky/records.hpp"
#include "importers/bluesky/uris.hpp"

namespace fanal::importers::bluesky {
namespace {

/// The view of what a post embeds, where that is a record: a post quoted, or a feed, a list …
Payload embedded_in(const Payload& embed) {
    const Payload record = embed["record"];
    return embed["$type"].view().starts_with("app.bsky.embed.recordWithMedia") ? record["record"] : record;
}

/// A post quoted shows its record as `value`, any other as `record`.
Payload record_of(const Payload& view) {
    const Payload record = view["record"];
    return record.is_object() ? record : view["value"];
}

void read_view(const Payload& view, Reading& reading) {
    Envelope envelope{view["uri"].text(), sighting_of(view["author"], {}, reading), view["indexedAt"].instant()};
    read_record(record_of(view), std::move(envelope), view, reading);
}

/// Feeds tell of a repost by who, when and under which uri; the record itself stays out.
void read_reshare(const Payload& reason, const Payload& post, Reading& reading) {
    const std::string_view uri = reason["uri"].view();
    const auto made = made_at(uri);
    const auto occurred_at = made ? made : reason["indexedAt"].instant();
    if (uri.empty() || !occurred_at) {
        reading.sink().skip(reason, "a repost without a uri and a time of its own");
        return;
    }
    Record record = reading.record(InteractionKind::reshare, *occurred_at);
    record.remote_id = uri;
    record.profile = sighting_of(reason["by"], *occurred_at, reading);
    record.post_remote_id = record.in_reply_to_remote_id = post["uri"].view();
    record.to_profile_remote_id = owner_of(record.post_remote_id);
    reading.interaction(std::move(record), reason);
}

/// What of a value is left to read, without climbing down into a thread that somebody made deep on purpose.
class Branches {
  public:
    explicit Branches(const Payload& value) { add(value); }

    bool next(Payload& value) {
        if (waiting_.empty()) {
            return false;
        }
        value = waiting_.back();
        waiting_.pop_back();
        return true;
    }

    void add(const Payload& value) {
        if (value.is_object()) {
            waiting_.push_back(value);
        }
    }

    void add_embedded(const Payload& embed) {
        const Payload embedded = embedded_in(embed);
        if (is_post_view(embedded) || is_hidden_post(embedded)) {
            add(embedded);
        }
    }

  private:
    std::vector<Payload> waiting_;
};

}  // namespace

bool is_post_view(const Payload& value) {
    return value["uri"].is_text() && value["author"]["did"].is_text() && record_of(value).is_object() &&
           !value["reason"].exists();
}

bool is_hidden_post(const Payload& value) {
    const std::string_view type = value["$type"].view();
    return type.ends_with("NotFound") || type.ends_with("Blocked") || type.ends_with("Detached") ||
           type.ends_with("#notFoundPost") || type.ends_with("#blockedPost") || type.ends_with("NoUnauthenticated") ||
           value["notFound"].boolean() || value["blocked"].boolean();
}

bool is_profile(const Payload& value) {
    return value["did"].is_text() && value["handle"].is_text() && !value["time_us"].exists();
}

bool is_notification(const Payload& value) {
    return value["reason"].is_text() && value["author"]["did"].is_text();
}

void read_posts(const Payload& value, Reading& reading) {
    Branches branches(value);
    for (Payload at = value; branches.next(at);) {
        if (is_hidden_post(at)) {
            reading.sink().skip(at, "a post that is gone or not shown to us");
        } else if (is_post_view(at)) {
            read_view(at, reading);
            branches.add_embedded(at["embed"]);
            at["embeds"].each([&](const Payload& embed) { branches.add_embedded(embed); });
        } else if (const Payload post = at["post"]; post.is_object()) {
            const Payload reply = at["reply"];
            branches.add(post);
            for (const Payload& other : {at["parent"], reply["root"], reply["parent"]}) {
                branches.add(other);
            }
            at["replies"].each([&](const Payload& answer) { branches.add(answer); });
            if (const Payload reason = at["reason"]; reason["by"].is_object()) {
                read_reshare(reason, post, reading);
            }
        } else {
            reading.sink().skip(at, "nothing that holds a post");
        }
    }
}

void read_profile(const Payload& profile, Reading& reading) {
    ProfileSighting sighting = sighting_of(profile, reading.origin().imported_at, reading);
    if (sighting.remote_id.empty()) {
        reading.sink().reject(profile, "This profile has no did.");
        return;
    }
    sighting.url = "https://bsky.app/profile/" + sighting.remote_id;
    reading.sink().profile(std::move(sighting));
}

void read_reaction(const Payload& reaction, std::string_view post_uri, Reading& reading) {
    const Payload actor = reaction["actor"];
    const auto created_at = reaction["createdAt"].instant();
    const auto seen_at = reaction["indexedAt"].instant();
    const auto occurred_at = created_at && seen_at ? std::min(created_at, seen_at) : created_at ? created_at : seen_at;
    if (post_uri.empty()) {
        // A list cut out of its answer: who, but not what.
        read_profile(actor, reading);
        return;
    }
    if (!occurred_at || !actor["did"].is_text()) {
        reading.sink().reject(reaction, "This like does not say who liked, or when.");
        return;
    }
    Record record = reading.record(InteractionKind::reaction, *occurred_at);
    record.profile = sighting_of(actor, *occurred_at, reading);
    record.in_reply_to_remote_id = post_uri;
    record.to_profile_remote_id = owner_of(post_uri);
    record.reaction = "like";
    reading.interaction(std::move(record), reaction);
}

void tell_receiver(const Payload& notification, Reading& reading) {
    const std::string_view reason = notification["reason"].view();
    if (reason.empty()) {
        return;
    }
    reading.account(owner_of(notification["reasonSubject"].view()));
    if (reason == "follow") {
        reading.account(notification["record"]["subject"].text());
    }
}

void read_notification(const Payload& notification, Reading& reading) {
    const Payload record = notification["record"];
    if (!record.is_object()) {
        reading.sink().reject(notification, "This notification does not hold the record that it tells of.");
        return;
    }
    read_view(notification, reading);
}

}  // namespace fanal::importers::bluesky
