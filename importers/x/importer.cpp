#include "importers/x/importer.hpp"

#include "importers/x/answers.hpp"
#include "importers/x/archive.hpp"
#include "importers/x/deliveries.hpp"
#include "importers/x/known_fields.hpp"
#include "importers/x/notices.hpp"
#include "importers/x/profiles.hpp"
#include "importers/x/statuses.hpp"
#include "importers/x/streamed.hpp"

namespace fanal::importers::x {
namespace {

bool is_old_profile(const Payload& value) {
    return value["screen_name"].is_text() && value["id_str"].is_text();
}

/// A page of the older API: posts found, or profiles.
Payload old_list(const Payload& document) {
    const Payload statuses = document["statuses"];
    return statuses.is_array() ? statuses : document["users"];
}

/// {"errors": [{"code": 34, "message": "…"}]}
bool is_old_error(const Payload& document) {
    const Payload error = document["errors"].first();
    return error["code"].integer() && error["message"].is_text();
}

/// One form after the other takes the first that fits.
void read_value(const Payload& value, Reading& reading) {
    if (!value.is_object()) {
        reading.sink().skip(value, "a bare value");
    } else if (is_status(value)) {
        read_status(value, reading);
    } else if (is_streamed(value)) {
        read_streamed(value, reading);
    } else if (is_archived(value)) {
        read_archived(value, reading);
    } else if (is_delivery(value)) {
        read_delivery(value, reading);
    } else if (is_old_profile(value)) {
        read_profile(value, reading.origin().imported_at, reading);
    } else if (is_notice(value["tweet"])) {
        read_notice(value["tweet"], reading);
    } else if (is_old_error(value)) {
        reading.sink().skip(value, "an error of the API");
    } else {
        read_answer(value, reading);
    }
}

Recognition recognise_value(const Payload& value) {
    if (!value.is_object()) {
        return Recognition::no;
    }
    const bool own = is_status(value) || is_streamed(value) || is_archived(value) || is_delivery(value) ||
                     is_old_profile(value) || is_notice(value) || is_notice(value["tweet"]);
    return own ? Recognition::certain : is_old_error(value) ? Recognition::maybe : recognise_answer(value);
}

Recognition recognise(const Payload& document, const Origin& origin) {
    if (origin.request_path.find(" /2/") != std::string_view::npos) {
        return Recognition::certain;  // nobody else counts its API's versions so
    }
    if (document.is_array()) {
        return recognise_value(document.first());
    }
    const Payload listed = old_list(document).first();
    return is_status(listed) || is_old_profile(listed) || document["search_metadata"]["max_id_str"].exists()
               ? Recognition::certain
               : recognise_value(document);
}

void read(const Payload& document, const Origin& origin, Sink& sink) {
    Reading reading("x", known_fields, origin, sink);
    const Payload listed = old_list(document);
    const auto read_one = [&](const Payload& value) { read_value(value, reading); };
    if (document.is_array() ? !document.first().exists() : listed.is_array() && !listed.first().exists()) {
        sink.skip(document, "an empty page of results");
    } else if (document.is_array()) {
        document.each(read_one);
    } else if (listed.is_array()) {
        listed.each(read_one);
    } else {
        read_value(document, reading);
    }
}

}  // namespace

const Importer& importer() {
    static constexpr Importer x{"x", recognise, read};
    return x;
}

}  // namespace fanal::importers::x
