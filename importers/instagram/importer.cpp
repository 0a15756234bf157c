#include "importers/instagram/importer.hpp"

#include <algorithm>

#include "importers/facebook/answers.hpp"
#include "importers/facebook/export_messages.hpp"
#include "importers/facebook/messages.hpp"
#include "importers/instagram/export.hpp"
#include "importers/instagram/known_fields.hpp"
#include "importers/instagram/people.hpp"
#include "importers/instagram/posts.hpp"
#include "importers/instagram/webhook.hpp"
#include "importers/threads/posts.hpp"

namespace fanal::importers::instagram {
namespace {

using facebook::Edge;

bool is_error(const Payload& document) {
    return document["error"]["type"].view() == "IGApiException";
}

/// A message of the Graph API, whose people have handles; Facebook's have none.
bool is_message(const Payload& object) {
    return object["message"].is_text() && object["created_time"].exists() && object["from"]["username"].is_text();
}

bool is_conversation(const Payload& object) {
    return is_message(object["messages"]["data"].first()) ||
           (object["participants"]["data"].first()["username"].is_text() && object["id"].is_text());
}

Recognition recognise_comment(const Payload& object) {
    const bool sure = object["hidden"].exists() || object["like_count"].exists() || object["media"]["id"].exists() ||
                      object["user"]["id"].exists() || object["from"]["username"].exists() ||
                      object["parent_id"].exists();
    const bool dated = object["id"].exists() && object["timestamp"].view().ends_with("+0000");
    return sure && dated ? Recognition::certain : dated ? Recognition::maybe : Recognition::no;
}

Recognition recognise_object(const Payload& object) {
    if (!object.is_object() || threads::is_post(object)) {
        return Recognition::no;
    }
    if (is_post(object) || is_profile(object) || is_message(object) || is_conversation(object)) {
        return Recognition::certain;
    }
    if (is_comment(object)) {
        return recognise_comment(object);
    }
    const bool container = object["status_code"].is_text() || object["quota_usage"].exists();
    return container ? Recognition::maybe : Recognition::no;
}

Recognition recognise(const Payload& document, const Origin& origin) {
    if (origin.request_path.find(" /api/v") != std::string_view::npos) {
        return Recognition::no;  // the Graph API has no such addresses
    }
    if (is_delivery(document) || is_error(document)) {
        return Recognition::certain;
    }
    if (document["object"].is_text() && document["entry"].is_array()) {
        return Recognition::no;
    }
    if (facebook::is_exported_thread(document)) {
        const facebook::ThreadSide side = facebook::side_of(document);
        return side == facebook::ThreadSide::instagram  ? Recognition::certain
               : side == facebook::ThreadSide::facebook ? Recognition::no
                                                        : Recognition::maybe;
    }
    if (is_export(document)) {
        return Recognition::certain;
    }
    return recognise_object(facebook::sample_of(document));
}

std::string_view what_it_is(const Payload& object) {
    if (object["status_code"].is_text()) {
        return "a post that is being published";
    }
    if (object["values"].is_array() || object["total_value"].is_object()) {
        return "statistics";
    }
    return "an object that is no post, comment, message or profile";
}

/// Whose list of posts it is; of hashtags' lists nobody is.
Shelf shelf_of(const Edge& edge, const Reading& reading) {
    Shelf shelf{edge.name == "tags", reading.profile({}, reading.origin().imported_at)};
    if (shelf.naming || edge.name == "media" || edge.name == "stories" || edge.name == "live_media") {
        shelf.owner.remote_id = edge.object_id;
    }
    return shelf;
}

Place place_of(const Edge& edge, const Reading& reading) {
    return {edge.name == "comments" ? edge.object_id : std::string(),
            edge.name == "replies" ? edge.object_id : std::string(), reading.profile({}, reading.origin().imported_at)};
}

void read_object(const Payload& object, const Edge& edge, Reading& reading) {
    if (edge.name == "children") {
        reading.sink().skip(object, "a picture of a carousel");
    } else if (is_post(object)) {
        const Shelf shelf = shelf_of(edge, reading);
        tell_account(shelf.owner, reading);
        read_post(object, shelf, reading);
    } else if (is_profile(object)) {
        read_profile(object, reading);
    } else if (is_conversation(object)) {
        facebook::read_conversation(object, reading);
    } else if (is_message(object)) {
        facebook::read_message(object, {}, reading);
    } else if (is_comment(object)) {
        read_comment(object, place_of(edge, reading), reading);
    } else {
        reading.sink().skip(object, what_it_is(object));
    }
}

void read(const Payload& document, const Origin& origin, Sink& sink) {
    Reading reading("instagram", known_fields, origin, sink);
    if (is_delivery(document)) {
        read_delivery(document, reading);
    } else if (is_export(document)) {
        read_export(document, reading);
    } else if (is_error(document)) {
        sink.skip(document, "an error of the Graph API");
    } else {
        facebook::read_answer(document, read_object, reading);
    }
}

}  // namespace

const Importer& importer() {
    static constexpr Importer instagram{"instagram", recognise, read};
    return instagram;
}

}  // namespace fanal::importers::instagram
