#include "importers/facebook/importer.hpp"

#include "importers/facebook/objects.hpp"
#include "importers/facebook/webhook.hpp"

namespace fanal::importers::facebook {
namespace {

/// One answer of a batch: {code, headers, body}, whose body is JSON in a text.
bool is_batched(const Payload& value) {
    return value["code"].integer() && value["body"].is_text() && value["headers"].is_array();
}

/// Objects asked for by id come as a map from ids to objects. Its first member; does not exist for anything else.
Payload first_of_map(const Payload& document) {
    Payload found = document["nothing"];
    bool first = true;
    document.each_member([&](std::string_view key, const Payload& member) {
        const bool id_key = key.find_first_not_of("0123456789_") == std::string_view::npos;
        if (first && member.is_object() && (member["id"].view() == key || (id_key && member["data"].exists()))) {
            found = member;
        }
        first = false;
    });
    return found["id"].exists() || found["data"].is_object() ? found : document["nothing"];
}

bool is_error(const Payload& document) {
    return document["error"]["fbtrace_id"].exists() || document["error"]["type"].view() == "OAuthException";
}

bool has_graph_paging(const Payload& document) {
    const Payload paging = document["paging"];
    return paging["cursors"].is_object() || paging["next"].view().starts_with("https://graph.facebook.com/") ||
           paging["previous"].view().starts_with("https://graph.facebook.com/");
}

Recognition recognise(const Payload& document, const Origin& origin) {
    if (origin.request_path.find(" /api/v") != std::string_view::npos) {
        return Recognition::no;  // the Graph API has no such addresses
    }
    if (is_delivery(document)) {
        const std::string_view object = document["object"].view();
        return object == "page" || object == "user" || object == "permissions" ? Recognition::certain : Recognition::no;
    }
    const Payload listed = document.is_array() ? document.first() : document["data"].first();
    const Payload mapped = first_of_map(document);
    if (is_batched(listed)) {
        return Recognition::certain;
    }
    if (listed.exists()) {
        const Recognition found = recognise_object(listed);
        const bool graph = document.is_object() && has_graph_paging(document) && !listed["timestamp"].exists();
        return found == Recognition::no && graph ? Recognition::maybe : found;
    }
    if (mapped.exists()) {
        return recognise_object(mapped);
    }
    if (document["data"].is_array() || is_error(document)) {
        return has_graph_paging(document) || is_error(document) ? Recognition::maybe : Recognition::no;
    }
    return recognise_object(document);
}

void read_document(const Payload& document, Reading& reading);

void read_batched(const Payload& value, Reading& reading) {
    const std::string body = value["body"].text();
    simdjson::dom::parser parser;
    simdjson::dom::element element;
    if (value["code"].integer() != 200) {
        reading.sink().skip(value, "an answer of a batch that is an error");
    } else if (parser.parse(body).get(element) != simdjson::SUCCESS) {
        reading.sink().reject(value["body"], "This answer of a batch is no complete JSON.");
    } else {
        const Payload document(element, value["body"]);
        is_batched(document.first()) ? reading.sink().skip(document, "a batch inside a batch")
                                     : read_document(document, reading);
    }
}

void read_list(const Payload& list, const Edge& edge, Reading& reading) {
    if (!list.first().exists()) {
        reading.sink().skip(list, "an empty page of results");
    }
    list.each([&](const Payload& item) {
        if (is_batched(item)) {
            read_batched(item, reading);
        } else if (item.is_object()) {
            read_object(item, edge, reading);
        } else {
            reading.sink().skip(item, "a bare value");
        }
    });
}

void read_document(const Payload& document, Reading& reading) {
    if (is_delivery(document)) {
        read_delivery(document, reading);
    } else if (document.is_array()) {
        read_list(document, {}, reading);
    } else if (document["data"].is_array()) {
        read_list(document["data"], edge_of(document, reading.origin()), reading);
    } else if (is_error(document)) {
        reading.sink().skip(document, "an error of the Graph API");
    } else if (first_of_map(document).exists()) {
        document.each_member([&](std::string_view, const Payload& object) {
            object["data"].is_array() ? read_list(object["data"], {}, reading) : read_object(object, {}, reading);
        });
    } else {
        read_object(document, {}, reading);
    }
}

void read(const Payload& document, const Origin& origin, Sink& sink) {
    Reading reading("facebook", origin, sink);
    read_document(document, reading);
}

}  // namespace

const Importer& importer() {
    static constexpr Importer facebook{"facebook", recognise, read};
    return facebook;
}

}  // namespace fanal::importers::facebook
