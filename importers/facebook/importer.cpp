#include "importers/facebook/importer.hpp"

#include "importers/facebook/answers.hpp"
#include "importers/facebook/export.hpp"
#include "importers/facebook/export_messages.hpp"
#include "importers/facebook/known_fields.hpp"
#include "importers/facebook/objects.hpp"
#include "importers/facebook/webhook.hpp"

namespace fanal::importers::facebook {
namespace {

Recognition recognise(const Payload& document, const Origin& origin) {
    if (origin.request_path.find(" /api/v") != std::string_view::npos) {
        return Recognition::no;  // the Graph API has no such addresses
    }
    if (is_delivery(document)) {
        const std::string_view object = document["object"].view();
        return object == "page" || object == "user" || object == "permissions" ? Recognition::certain : Recognition::no;
    }
    if (is_exported_thread(document)) {
        const ThreadSide side = side_of(document);
        return side == ThreadSide::facebook    ? Recognition::certain
               : side == ThreadSide::instagram ? Recognition::no
                                               : Recognition::maybe;
    }
    if (is_export(document)) {
        return Recognition::certain;
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

void read(const Payload& document, const Origin& origin, Sink& sink) {
    Reading reading("facebook", known_fields, origin, sink);
    if (is_delivery(document)) {
        read_delivery(document, reading);
    } else if (is_export(document)) {
        read_export(document, reading);
    } else {
        read_answer(document, read_object, reading);
    }
}

}  // namespace

const Importer& importer() {
    static constexpr Importer facebook{"facebook", recognise, read};
    return facebook;
}

}  // namespace fanal::importers::facebook
