#include "importers/bluesky/importer.hpp"

#include <array>

#include "importers/bluesky/changes.hpp"
#include "importers/bluesky/known_fields.hpp"
#include "importers/bluesky/records.hpp"
#include "importers/bluesky/views.hpp"

namespace fanal::importers::bluesky {
namespace {

constexpr std::array<std::string_view, 13> list_keys = {
    "thread",  "feed",   "posts",    "likes",   "notifications", "repostedBy",  "followers",
    "follows", "actors", "profiles", "records", "quotes",        "suggestions",
};

/// The list that an answer carries; does not exist when it carries none.
Payload list_in(const Payload& answer) {
    for (const std::string_view key : list_keys) {
        if (const Payload list = answer[key]; list.is_array()) {
            return list;
        }
    }
    return answer["nothing"];
}

bool is_reaction(const Payload& value) {
    return value["actor"]["did"].is_text() && value["createdAt"].is_text();
}

bool is_named_as_ours(const Payload& value) {
    return value["$type"].view().starts_with("app.bsky.");
}

/// A record with its uri, as its owner's repository hands it out.
bool is_stored_record(const Payload& value) {
    return value["uri"].view().starts_with("at://") && value["value"]["$type"].is_text();
}

/// A record, a view of one, or a place in a feed or thread that holds one.
bool holds_record(const Payload& value) {
    return is_named_as_ours(value) || is_named_as_ours(value["record"]) || is_named_as_ours(value["value"]) ||
           is_named_as_ours(value["post"]["record"]);
}

Recognition recognise(const Payload& document, const Origin& origin) {
    const Payload answer = document.is_array() ? document.first() : document;
    for (const Payload& value : {answer, list_in(answer).first(), answer["thread"]}) {
        if (is_change(value) || is_profile(value) || is_reaction(value) || holds_record(value) ||
            is_stored_record(value)) {
            return Recognition::certain;
        }
    }
    const bool asked = origin.request_path.find("/xrpc/app.bsky.") != std::string_view::npos;
    return asked || document["uri"].view().starts_with("at://") ? Recognition::maybe : Recognition::no;
}

void read_value(const Payload& value, std::string_view post_uri, Reading& reading) {
    if (is_change(value)) {
        read_change(value, reading);
    } else if (is_notification(value)) {
        read_notification(value, reading);
    } else if (is_profile(value)) {
        read_profile(value, reading);
    } else if (is_reaction(value)) {
        read_reaction(value, post_uri, reading);
    } else if (is_hidden_post(value) || is_post_view(value) || value["post"]["uri"].is_text()) {
        read_posts(value, reading);
    } else if (value["depth"].exists() && value["value"].is_object()) {
        read_posts(value["value"], reading);  // the second version of threads lists its places
    } else if (is_stored_record(value)) {
        read_record(value["value"], {value["uri"].text(), reading.profile({}, {}), std::nullopt}, value, reading);
    } else {
        reading.sink().skip(value, "nothing that holds posts, acts or profiles");
    }
}

void read_answer(const Payload& answer, Reading& reading) {
    const Payload list = list_in(answer);
    if (answer["thread"].is_object()) {
        read_posts(answer["thread"], reading);
        return;
    }
    if (!list.is_array()) {
        read_value(answer, {}, reading);
        return;
    }
    list.each([&](const Payload& value) { tell_receiver(value, reading); });
    const std::string_view post_uri = answer["uri"].view();
    bool empty = true;
    list.each([&](const Payload& value) {
        empty = false;
        read_value(value, post_uri, reading);
    });
    if (const Payload subject = answer["subject"]; is_profile(subject)) {
        read_profile(subject, reading);
    } else if (empty) {
        reading.sink().skip(list, "an empty page of results");
    }
}

void read(const Payload& document, const Origin& origin, Sink& sink) {
    Reading reading("bluesky", known_fields, origin, sink);
    if (!document.is_array()) {
        read_answer(document, reading);
        return;
    }
    if (!document.first().exists()) {
        sink.skip(document, "an empty list");
    }
    document.each([&](const Payload& value) { tell_receiver(value, reading); });
    document.each([&](const Payload& value) { read_answer(value, reading); });
}

}  // namespace

const Importer& importer() {
    static constexpr Importer bluesky{"bluesky", recognise, read};
    return bluesky;
}

}  // namespace fanal::importers::bluesky
