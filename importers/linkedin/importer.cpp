#include "importers/linkedin/importer.hpp"

#include "importers/linkedin/items.hpp"
#include "importers/linkedin/known_fields.hpp"
#include "importers/linkedin/notices.hpp"

namespace fanal::importers::linkedin {
namespace {

bool is_item(const Payload& value) {
    return is_notice(value) || is_compliance_record(value) || is_comment(value) || is_reaction(value) || is_post(value);
}

/// The list that an answer or a delivery carries; does not exist when it carries none.
Payload list_in(const Payload& document) {
    for (const std::string_view key : {"elements", "notifications"}) {
        if (const Payload list = document[key]; list.is_array()) {
            return list;
        }
    }
    return document["nothing"];
}

/// Calls `visit` for every item of a list, of {results: {urn: item}}, or for the document as the one item.
template <class Visit>
void each_item(const Payload& document, Visit&& visit) {
    const Payload list = document.is_array() ? document : list_in(document);
    if (list.is_array()) {
        list.each(visit);
    } else if (const Payload results = document["results"]; results.is_object()) {
        results.each_member([&](std::string_view, const Payload& item) { visit(item); });
    } else {
        visit(document);
    }
}

Recognition recognise(const Payload& document, const Origin&) {
    bool found = is_item(document) || is_item(document.first()) || is_item(list_in(document).first());
    const Payload results = document["results"];
    results.each_member([&](std::string_view key, const Payload& item) {
        found = found || (key.starts_with("urn:li:") && is_item(item));
    });
    if (found || document["type"].view() == "ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS") {
        return Recognition::certain;
    }
    const bool page = document["elements"].is_array() && document["paging"]["start"].exists();
    return page || document["firstDegreeSize"].exists() ? Recognition::maybe : Recognition::no;
}

void read_item(const Payload& item, const PostNames& names, Reading& reading) {
    if (is_notice(item)) {
        read_notice(item, names, reading);
    } else if (is_compliance_record(item)) {
        read_compliance_record(item, names, reading);
    } else if (is_comment(item)) {
        read_comment(item, names, reading);
    } else if (is_reaction(item)) {
        read_reaction(item, names, reading);
    } else if (is_post(item)) {
        read_post(item, names, reading);
    } else {
        reading.sink().skip(item, item["firstDegreeSize"].exists() ? "a number of followers"
                                                                   : "nothing that holds posts, comments or reactions");
    }
}

void read(const Payload& document, const Origin& origin, Sink& sink) {
    Reading reading("linkedin", known_fields, origin, sink);
    PostNames names;
    each_item(document, [&](const Payload& item) {
        names.learn(item);
        names.learn(item["activity"]);
    });
    bool empty = true;
    each_item(document, [&](const Payload& item) {
        empty = false;
        read_item(item, names, reading);
    });
    if (empty) {
        sink.skip(document, "an empty page of results");
    }
}

}  // namespace

const Importer& importer() {
    static constexpr Importer linkedin{"linkedin", recognise, read};
    return linkedin;
}

}  // namespace fanal::importers::linkedin
