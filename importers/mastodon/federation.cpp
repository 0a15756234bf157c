#include "importers/mastodon/federation.hpp"

#include <algorithm>
#include <array>

#include "importers/html_text.hpp"
#include "importers/mastodon/directory.hpp"
#include "importers/mastodon/posts.hpp"

namespace fanal::importers::mastodon {
namespace {

/// How an export calls the list of what its owner did.
constexpr std::string_view archived_outbox = "outbox.json";

/// An object is named by its id, or stands there whole.
std::string id_of(const Payload& object) {
    return object.is_object() ? object["id"].text() : object.text();
}

template <std::size_t size>
bool is_one_of(std::string_view type, const std::array<std::string_view, size>& types) {
    return std::find(types.begin(), types.end(), type) != types.end();
}

bool is_text_object(const Payload& value) {
    constexpr std::array<std::string_view, 7> types = {"Note",  "Article", "Question", "Page",
                                                       "Image", "Video",   "Audio"};
    return is_one_of(value["type"].view(), types);
}

bool is_actor(const Payload& value) {
    constexpr std::array<std::string_view, 5> types = {"Person", "Service", "Organization", "Application", "Group"};
    return is_one_of(value["type"].view(), types);
}

bool is_collection(const Payload& value) {
    constexpr std::array<std::string_view, 4> types = {"Collection", "CollectionPage", "OrderedCollection",
                                                       "OrderedCollectionPage"};
    return is_one_of(value["type"].view(), types);
}

bool addresses_everyone(const Payload& recipients) {
    const auto is_everyone = [](const Payload& recipient) {
        const std::string_view name = recipient.view();
        return name == "https://www.w3.org/ns/activitystreams#Public" || name == "as:Public" || name == "Public";
    };
    bool found = is_everyone(recipients);
    recipients.each([&](const Payload& recipient) { found = found || is_everyone(recipient); });
    return found;
}

bool is_public(const Payload& value) {
    return addresses_everyone(value["to"]) || addresses_everyone(value["cc"]);
}

bool addresses_followers(const Payload& recipients) {
    bool found = recipients.view().ends_with("/followers");
    recipients.each([&](const Payload& recipient) { found = found || recipient.view().ends_with("/followers"); });
    return found;
}

/// Meant for those only whom it names one by one.
bool is_direct(const Payload& value) {
    return !is_public(value) && !addresses_followers(value["to"]) && !addresses_followers(value["cc"]);
}

ProfileSighting actor_named(const Payload& actor, Instant observed_at, const Reading& reading) {
    ProfileSighting sighting = reading.profile(id_of(actor), observed_at);
    sighting.handle = handle_of_uri(sighting.remote_id);
    return sighting;
}

/// The language of a text that is given in one language only.
std::string language_of(const Payload& post) {
    std::string language;
    int count = 0;
    post["contentMap"].each_member([&](std::string_view key, const Payload&) {
        language = key;
        ++count;
    });
    return count == 1 ? language : std::string();
}

void set_first_mention(const Payload& post, Record& record) {
    post["tag"].each([&](const Payload& mention) {
        if (mention["type"].view() == "Mention" && record.to_profile_remote_id.empty() &&
            mention["href"].view() != record.profile.remote_id) {
            record.to_profile_remote_id = mention["href"].text();
            const std::string name = mention["name"].text();
            record.to_handle = name.substr(name.starts_with('@') ? 1 : 0);
        }
    });
}

void read_text_object(const Payload& post, Reading& reading) {
    const auto published_at = post["published"].instant();
    if (!published_at || post["id"].text().empty()) {
        reading.sink().reject(published_at ? post["id"] : post["published"],
                              "This post has no id, or no `published` that is a time.");
        return;
    }
    const Payload quoted = post["quote"].is_text() ? post["quote"] : post["quoteUrl"];
    Record record = reading.record(InteractionKind::post, *published_at);
    record.remote_id = post["id"].text();
    if (const auto updated_at = post["updated"].instant(); updated_at && *updated_at > *published_at) {
        record.edited_at = updated_at;
    }
    record.profile = actor_named(post["attributedTo"], version_at(record), reading);
    if (const std::string answered = id_of(post["inReplyTo"]); !answered.empty()) {
        record.kind = InteractionKind::comment;
        record.in_reply_to_remote_id = answered;
    } else if (quoted.is_text()) {
        record.kind = InteractionKind::quote;
        record.in_reply_to_remote_id = record.post_remote_id = quoted.text();
    }
    set_first_mention(post, record);
    record.is_private = !is_public(post);
    if (is_direct(post)) {
        record.kind = InteractionKind::message;
        record.post_remote_id.clear();
        if (record.to_profile_remote_id.empty()) {
            record.to_profile_remote_id = post["to"].first().text();
        }
    }
    const std::string warning = post["summary"].text();
    record.text = html_to_text(post["content"].view());
    record.text = warning.empty() || record.text.empty() ? warning + record.text : warning + "\n\n" + record.text;
    record.language = language_of(post);
    record.url = post["url"].is_text() ? post["url"].text() : record.remote_id;
    reading.interaction(std::move(record), post);
}

void read_actor(const Payload& actor, Reading& reading) {
    ProfileSighting sighting = reading.profile(actor["id"].text(), reading.origin().imported_at);
    if (sighting.remote_id.empty()) {
        reading.sink().reject(actor, "This profile has no id.");
        return;
    }
    sighting.url = actor["url"].is_text() ? actor["url"].text() : sighting.remote_id;
    sighting.handle = full_handle(actor["preferredUsername"].view(), sighting.remote_id);
    sighting.display_name = actor["name"].text();
    sighting.bio = html_to_text(actor["summary"].view());
    // An archive names a file beside it.
    const std::string_view picture = actor["icon"]["url"].view();
    sighting.avatar_url = picture.starts_with("http") ? picture : std::string_view();
    actor["attachment"].each([&](const Payload& field) {
        const auto found = html_links(field["value"].view());
        sighting.links.insert(sighting.links.end(), found.begin(), found.end());
    });
    actor["alsoKnownAs"].each([&](const Payload& other) { sighting.links.push_back(other.text()); });
    if (actor["movedTo"].is_text()) {
        sighting.links.push_back(actor["movedTo"].text());
    }
    // Only in an export of its own does an actor name a file instead of an address.
    if (actor["outbox"].view() == archived_outbox) {
        reading.account(sighting.remote_id, sighting.handle, sighting.display_name);
    }
    reading.sink().profile(std::move(sighting));
}

/// The record of an Announce, a Like, an EmojiReact or a Follow; its time is left out.
Record act_of(const Payload& act, const Reading& reading) {
    const std::string_view type = act["type"].view();
    const std::string object = id_of(act["object"]);
    Record record = reading.record(InteractionKind::reaction, {});
    record.profile = actor_named(act["actor"], {}, reading);
    if (type == "Follow") {
        record.kind = InteractionKind::follow;
        record.to_profile_remote_id = object;
        return record;
    }
    record.in_reply_to_remote_id = object;
    if (type == "Announce") {
        record.kind = InteractionKind::reshare;
        record.post_remote_id = object;
        record.remote_id = reshare_id(record.profile.remote_id, object);
    } else {
        record.reaction = act["content"].is_text() ? act["content"].text() : "favourite";
    }
    return record;
}

bool is_act_on_object(const Payload& act) {
    constexpr std::array<std::string_view, 4> types = {"Announce", "Like", "EmojiReact", "Follow"};
    return is_one_of(act["type"].view(), types) && !id_of(act["object"]).empty() && !id_of(act["actor"]).empty();
}

void read_act_on_object(const Payload& act, Reading& reading) {
    const auto published_at = act["published"].instant();
    if (!published_at) {
        reading.sink().skip(act, "an act that does not say when it happened");
    } else {
        Record record = act_of(act, reading);
        record.occurred_at = record.profile.observed_at = *published_at;
        record.is_private = act["type"].view() == "Announce" && !is_public(act);
        reading.interaction(std::move(record), act);
    }
}

/// Delete names what is gone; Undo holds the act that no longer stands.
void read_end(const Payload& act, Reading& reading) {
    const Payload object = act["object"];
    const auto told_at = act["published"].instant();
    const Instant removed_at = told_at.value_or(object["deleted"].instant().value_or(reading.origin().imported_at));
    if (act["type"].view() == "Undo") {
        if (is_act_on_object(object)) {
            reading.sink().removal(reading.removal(act_of(object, reading), removed_at));
        } else {
            reading.sink().skip(act, "an Undo of which only the number is given");
        }
    } else if (id_of(object).empty()) {
        reading.sink().reject(object, "This Delete does not say what is gone.");
    } else if (id_of(object) == id_of(act["actor"])) {
        reading.sink().skip(act, "a profile that was closed");
    } else {
        reading.sink().removal(reading.removal(id_of(object), removed_at));
    }
}

}  // namespace

bool is_federated(const Payload& value) {
    const Payload context = value["@context"];
    const auto is_streams = [](const Payload& name) { return name.view() == "https://www.w3.org/ns/activitystreams"; };
    bool found = is_streams(context);
    context.each([&](const Payload& part) { found = found || is_streams(part); });
    return found && value["type"].is_text();
}

void read_federated(const Payload& value, Reading& reading) {
    const std::string_view type = value["type"].view();
    if (value.depth() > depth_max) {
        reading.sink().skip(value, "an object inside too many others");
    } else if (is_collection(value)) {
        const Payload items = value["orderedItems"].is_array() ? value["orderedItems"] : value["items"];
        if (!items.first().exists()) {
            reading.sink().skip(value, "a collection without its items");
        }
        const bool ours = value["id"].view() == archived_outbox;
        items.each([&](const Payload& item) {
            if (ours) {
                const std::string uri = item["actor"].text();
                reading.account(uri, handle_of_uri(uri));
            }
            read_federated(item, reading);
        });
    } else if (is_text_object(value)) {
        read_text_object(value, reading);
    } else if (is_actor(value)) {
        read_actor(value, reading);
    } else if (is_act_on_object(value)) {
        read_act_on_object(value, reading);
    } else if (type == "Delete" || type == "Undo") {
        read_end(value, reading);
    } else if ((type == "Create" || type == "Update") && value["object"].is_object()) {
        read_federated(value["object"], reading);
    } else {
        reading.sink().skip(
            value, value.is_text() ? "the bare address of a post or profile" : "an act that is nothing for us");
    }
}

}  // namespace fanal::importers::mastodon
