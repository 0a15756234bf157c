#include "importers/mastodon/importer.hpp"

#include <algorithm>
#include <array>

#include "importers/html_text.hpp"
#include "importers/mastodon/federation.hpp"
#include "importers/mastodon/known_fields.hpp"
#include "importers/mastodon/notifications.hpp"
#include "importers/mastodon/posts.hpp"

namespace fanal::importers::mastodon {
namespace {

/// The path of the request without its method and query: "/api/v1/statuses/42/context".
std::string_view path_of(const Origin& origin) {
    std::string_view path = origin.request_path;
    path.remove_prefix(std::min(path.find('/'), path.size()));
    return path.substr(0, path.find('?'));
}

/// The number in "/api/v1/statuses/42/context"; empty when the path has no such form.
std::string post_number(std::string_view path, std::string_view ending) {
    constexpr std::string_view prefix = "/api/v1/statuses/";
    if (!path.starts_with(prefix) || !path.ends_with(ending) || path.size() <= prefix.size() + ending.size()) {
        return {};
    }
    const std::string_view number = path.substr(prefix.size(), path.size() - prefix.size() - ending.size());
    return number.find('/') == std::string_view::npos ? std::string(number) : std::string();
}

bool is_conversation(const Payload& value) {
    return value["last_status"].is_object() && (value["accounts"].is_array() || value["account"].is_object());
}

bool is_context(const Payload& value) {
    return value["ancestors"].is_array() && value["descendants"].is_array();
}

bool is_search_result(const Payload& value) {
    return value["accounts"].is_array() && value["statuses"].is_array() && value["hashtags"].is_array();
}

bool is_groups(const Payload& value) {
    return value["notification_groups"].is_array() && value["accounts"].is_array() && value["statuses"].is_array();
}

/// One state of an edited post: it has no number of its own.
bool is_revision(const Payload& value) {
    return value["content"].is_text() && value["created_at"].is_text() && is_profile(value["account"]) &&
           !value["id"].exists() && !value["uri"].exists();
}

/// What a stream brings where it is not the post itself: {event, payload}, the payload as a text.
bool is_streamed(const Payload& value) {
    constexpr std::array<std::string_view, 8> names = {
        "update",       "delete",       "notification",    "status.update",
        "conversation", "announcement", "filters_changed", "notifications_merged"};
    return value["payload"].is_text() && std::find(names.begin(), names.end(), value["event"].view()) != names.end();
}

/// Profiles that follow somebody, with that one's number.
bool is_followers_of(const Payload& value) {
    return value["id"].is_text() && is_profile(value["accounts"].first());
}

Recognition recognise(const Payload& document, const Origin& origin) {
    for (const Payload& value : {document, document.first()}) {
        if (is_post(value) || is_profile(value) || is_notification(value) || is_conversation(value) ||
            is_groups(value) || is_search_result(value) || is_revision(value) || is_federated(value) ||
            is_streamed(value)) {
            return Recognition::certain;
        }
    }
    if (is_context(document)) {
        const bool post = is_post(document["ancestors"].first()) || is_post(document["descendants"].first());
        return post ? Recognition::certain : Recognition::maybe;
    }
    const std::string_view path = path_of(origin);
    const bool ours = path.starts_with("/api/v1/") || path.starts_with("/api/v2/");
    return ours || is_followers_of(document.first()) ? Recognition::maybe : Recognition::no;
}

void read_profile(const Payload& profile, const Directory& directory, Reading& reading) {
    ProfileSighting sighting = sighting_of(profile, reading.origin().imported_at, directory, reading);
    // Only one's own credentials hold the text that was typed.
    if (profile["source"].is_object()) {
        reading.account(sighting.remote_id, sighting.handle, sighting.display_name);
    }
    const Payload moved = profile["moved"];
    reading.sink().profile(std::move(sighting));
    if (is_profile(moved)) {
        reading.sink().profile(sighting_of(moved, reading.origin().imported_at, directory, reading));
    }
}

void read_value(const Payload& value, const Directory& directory, Reading& reading) {
    if (is_post(value)) {
        if (reading.origin().request_path.starts_with("DELETE ") && value["uri"].is_text()) {
            reading.sink().removal(reading.removal(value["uri"].text(), reading.origin().imported_at));
        } else {
            read_post(value, {}, directory, reading);
        }
    } else if (is_profile(value)) {
        read_profile(value, directory, reading);
    } else if (is_notification(value)) {
        read_notifications(value, directory, reading);
    } else if (is_conversation(value)) {
        read_conversations(value, directory, reading);
    } else if (is_followers_of(value)) {
        value["accounts"].each([&](const Payload& profile) { read_profile(profile, directory, reading); });
    } else {
        const std::string path(path_of(reading.origin()));
        reading.sink().skip(value, path.empty() ? "nothing that holds posts or profiles" : "nothing for us in " + path);
    }
}

/// The post asked for stands between its ancestors and its descendants, and is not in the answer itself.
void read_context(const Payload& context, Directory& directory, Reading& reading) {
    const Payload first = context["descendants"].first();
    std::string number = post_number(path_of(reading.origin()), "/context");
    number = number.empty() ? first["in_reply_to_id"].text() : number;
    std::string answered_profile_number;
    context["descendants"].each([&](const Payload& descendant) {
        if (descendant["in_reply_to_id"].text() == number) {
            answered_profile_number = descendant["in_reply_to_account_id"].text();
        }
    });
    std::string parent;
    context["ancestors"].each([&](const Payload& ancestor) { parent = ancestor["id"].text(); });
    if (!number.empty()) {
        directory.add_post(number, directory.post_uri(number, answered_profile_number), parent);
    }
    bool empty = true;
    for (const Payload& list : {context["ancestors"], context["descendants"]}) {
        list.each([&](const Payload& post) {
            empty = false;
            read_value(post, directory, reading);
        });
    }
    if (empty) {
        reading.sink().skip(context, "a thread of one post");
    }
}

/// Every state of a post from the first to the newest; only the request tells of which post. No state says for whom the
/// post was meant, so unless one does, all of them count as private: a post for followers has a history too.
void read_history(const Payload& history, const Directory& directory, Reading& reading) {
    const Payload first = history.first();
    const std::string number = post_number(path_of(reading.origin()), "/history");
    const std::string uri = directory.post_uri(number, first["account"]["id"].text());
    const auto created_at = first["created_at"].instant();
    if (uri.empty() || !created_at) {
        reading.sink().skip(history, "the history of a post that nothing here names");
        return;
    }
    history.each([&](const Payload& revision) {
        const auto revised_at = revision["created_at"].instant();
        if (!is_revision(revision) || !revised_at) {
            reading.sink().reject(revision, "This state of a post has no content, or no created_at that is a time.");
            return;
        }
        Record record = reading.record(InteractionKind::post, *created_at);
        record.remote_id = uri;
        if (*revised_at > *created_at) {
            record.edited_at = revised_at;
        }
        record.profile = sighting_of(revision["account"], *revised_at, directory, reading);
        record.text = text_of(revision);
        record.is_private = !revision["visibility"].exists() || !is_public(revision);
        reading.interaction(std::move(record), revision);
    });
}

void read_list(const Payload& list, const Directory& directory, Reading& reading) {
    const Payload first = list.first();
    if (!first.exists()) {
        reading.sink().skip(list, "an empty list");
    } else if (is_revision(first)) {
        read_history(list, directory, reading);
    } else if (is_notification(first)) {
        read_notifications(list, directory, reading);
    } else {
        list.each([&](const Payload& value) { read_value(value, directory, reading); });
    }
}

void read_document(const Payload& document, Reading& reading) {
    if (is_federated(document)) {
        read_federated(document, reading);
        return;
    }
    Directory directory(document);
    if (is_context(document)) {
        read_context(document, directory, reading);
    } else if (is_groups(document)) {
        read_notifications(document, directory, reading);
    } else if (is_search_result(document)) {
        const Payload profiles = document["accounts"];
        const Payload posts = document["statuses"];
        if (!profiles.first().exists() && !posts.first().exists()) {
            reading.sink().skip(document, "a search without results");
        }
        profiles.each([&](const Payload& profile) { read_value(profile, directory, reading); });
        posts.each([&](const Payload& post) { read_value(post, directory, reading); });
    } else if (document.is_array()) {
        is_federated(document.first()) ? document.each([&](const Payload& act) { read_federated(act, reading); })
                                       : read_list(document, directory, reading);
    } else {
        read_value(document, directory, reading);
    }
}

void read_streamed(const Payload& streamed, Reading& reading) {
    const Payload payload = streamed["payload"];
    const std::string text(payload.view());
    if (streamed["event"].view() == "delete") {
        const std::string name = removal_name(text);
        name.empty() ? reading.sink().skip(streamed, "a post that is gone, told by a number too short to find it by")
                     : reading.sink().removal(reading.removal(name, reading.origin().imported_at));
        return;
    }
    simdjson::dom::parser parser;
    simdjson::dom::element document;
    if (text.empty()) {
        reading.sink().skip(streamed, "a streamed word without a payload");
    } else if (parser.parse(text).get(document) != simdjson::SUCCESS) {
        reading.sink().reject(payload, "This payload of a stream is no complete JSON.");
    } else {
        read_document(Payload(document, payload), reading);
    }
}

void read(const Payload& document, const Origin& origin, Sink& sink) {
    Reading reading("mastodon", known_fields, origin, sink);
    if (is_streamed(document)) {
        read_streamed(document, reading);
    } else if (is_streamed(document.first())) {
        document.each([&](const Payload& streamed) { read_streamed(streamed, reading); });
    } else {
        read_document(document, reading);
    }
}

}  // namespace

const Importer& importer() {
    static constexpr Importer mastodon{"mastodon", recognise, read};
    return mastodon;
}

}  // namespace fanal::importers::mastodon
