#include "importers/x/streamed.hpp"

#include <algorithm>

#include "importers/x/ids.hpp"
#include "importers/x/profiles.hpp"

namespace fanal::importers::x {
namespace {

constexpr std::string_view name_prefix = "tag:search.twitter.com,";

std::string id_in(const Payload& name) {
    return std::string(last_part(name.view()));
}

ProfileSighting actor_of(const Payload& act, Instant seen_at, const Reading& reading) {
    const Payload actor = act["actor"];
    ProfileSighting sighting = reading.profile(id_in(actor["id"]), seen_at);
    sighting.handle = actor["preferredUsername"].text();
    sighting.display_name = plain(actor["displayName"].view());
    sighting.place = plain(actor["location"]["displayName"].view());
    sighting.bio = plain(actor["summary"].view());
    sighting.url = sighting.handle.empty() ? std::string() : "https://x.com/" + sighting.handle;
    sighting.avatar_url = actor["image"].text();
    sighting.followers_count = actor["followersCount"].count();
    actor["links"].each([&](const Payload& link) {
        if (std::string address = link["href"].text(); !address.empty()) {
            sighting.links.push_back(std::move(address));
        }
    });
    return sighting;
}

Cited cited(const Payload& act) {
    const Payload actor = act["actor"];
    return {id_in(act["id"]), {id_in(actor["id"]), actor["preferredUsername"].text()}};
}

/// "http://twitter.com/ana/statuses/42": the post 42 by ana, whose own id stands among the mentions.
Cited answered_at(std::string_view address, const Payload& mentions) {
    Cited answered;
    const std::size_t statuses = address.rfind("/status");
    if (statuses == std::string_view::npos || !is_id(last_part(address, '/'))) {
        return answered;
    }
    answered.id = last_part(address, '/');
    answered.author.handle = last_part(address.substr(0, statuses), '/');
    mentions.each([&](const Payload& mention) {
        if (mention["screen_name"].view() == answered.author.handle) {
            answered.author.id = id_of(mention);
        }
    });
    return answered;
}

void read_removed(const Payload& act, Reading& reading) {
    const Payload object = act["object"]["id"];
    const std::string id = id_in(object.is_text() ? object : act["id"]);
    Payload at = act["timestampMs"];
    at = at.exists() ? at : act["postedTime"];
    const auto removed_at = at.exists() ? at.instant() : reading.origin().imported_at;
    if (is_id(id) && removed_at) {
        reading.sink().removal(reading.removal(id, *removed_at));
    } else {
        reading.sink().reject(act, "This removal does not say what is gone, or its time is none.");
    }
}

}  // namespace

bool is_streamed(const Payload& value) {
    return value["id"].view().starts_with(name_prefix) && value["verb"].is_text();
}

void read_streamed(const Payload& act, Reading& reading, Instant seen_at) {
    const std::string_view verb = act["verb"].view();
    if (act.depth() > depth_max) {
        reading.sink().skip(act, "a post inside too many others");
        return;
    }
    if (verb == "delete") {
        read_removed(act, reading);
        return;
    }
    if (verb != "post" && verb != "share") {
        reading.sink().skip(act, "neither a post nor a reshare");
        return;
    }
    const Payload entities = act["twitter_entities"];
    const Payload whole = act["long_object"];
    const Payload quoted = act["twitter_quoted_status"];
    const Payload object = act["object"];
    const Payload mentions = (whole.is_object() ? whole["twitter_entities"] : entities)["user_mentions"];
    Telling telling{id_in(act["id"]), ids_in(act["edit_history"]["edit_tweet_ids"]), act["postedTime"].instant()};
    seen_at = std::max(seen_at, telling.created_at.value_or(Instant{}));
    telling.profile = actor_of(act, seen_at, reading);
    telling.answered = answered_at(act["inReplyTo"]["link"].view(), mentions);
    telling.quoted = cited(quoted);
    telling.reshared = verb == "share" ? cited(object) : Cited();
    telling.mentioned = first_mentioned(mentions);
    telling.text = whole["body"].is_text() ? whole["body"].view() : act["body"].view();
    telling.language = act["twitter_lang"].view();
    hand_over(act, std::move(telling), reading);
    for (const Payload& nested : {object, quoted}) {
        if (is_streamed(nested)) {
            read_streamed(nested, reading, seen_at);
        }
    }
}

}  // namespace fanal::importers::x
