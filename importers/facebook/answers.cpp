#include "importers/facebook/answers.hpp"

namespace fanal::importers::facebook {
namespace {

void read_batched(const Payload& value, ReadObject read, Reading& reading) {
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
                                     : read_answer(document, read, reading);
    }
}

void read_list(const Payload& list, const Edge& edge, ReadObject read, Reading& reading) {
    if (!list.first().exists()) {
        reading.sink().skip(list, "an empty page of results");
    }
    list.each([&](const Payload& item) {
        if (is_batched(item)) {
            read_batched(item, read, reading);
        } else if (item.is_object()) {
            read(item, edge, reading);
        } else {
            reading.sink().skip(item, "a bare value");
        }
    });
}

}  // namespace

bool is_batched(const Payload& value) {
    return value["code"].integer() && value["body"].is_text() && value["headers"].is_array();
}

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

Payload sample_of(const Payload& document) {
    const Payload listed = document.is_array() ? document.first() : document["data"].first();
    const Payload mapped = listed.exists() ? listed : first_of_map(document);
    return mapped.exists() ? mapped : document;
}

bool is_error(const Payload& document) {
    return document["error"]["fbtrace_id"].exists() || document["error"]["type"].view() == "OAuthException";
}

bool has_graph_paging(const Payload& document) {
    const Payload paging = document["paging"];
    return paging["cursors"].is_object() || is_graph_address(paging["next"].view()) ||
           is_graph_address(paging["previous"].view());
}

void read_answer(const Payload& document, ReadObject read, Reading& reading) {
    if (document.is_array()) {
        read_list(document, {}, read, reading);
    } else if (document["data"].is_array()) {
        read_list(document["data"], edge_of(document, reading.origin()), read, reading);
    } else if (is_error(document)) {
        reading.sink().skip(document, "an error of the Graph API");
    } else if (first_of_map(document).exists()) {
        document.each_member([&](std::string_view, const Payload& object) {
            object["data"].is_array() ? read_list(object["data"], {}, read, reading) : read(object, {}, reading);
        });
    } else {
        read(document, {}, reading);
    }
}

}  // namespace fanal::importers::facebook
