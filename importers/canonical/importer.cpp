#include "importers/canonical/importer.hpp"

#include "importers/canonical/fields.hpp"
#include "models/extra.hpp"

namespace fanal::importers::canonical {
namespace {

Recognition recognise(const Payload& document, const Origin&) {
    const auto is_flat = [](const Payload& value) {
        return value["network"].is_text() && value["kind"].is_text() && value["occurred_at"].exists();
    };
    if (is_flat(document)) {
        return Recognition::certain;
    }
    Recognition found = Recognition::no;
    bool first = true;
    document.each([&](const Payload& element) {
        if (first && is_flat(element)) {
            found = Recognition::certain;
        }
        first = false;
    });
    return found;
}

void read_record(const Payload& flat, Sink& sink) {
    if (!flat.is_object()) {
        sink.reject(flat, "This is no JSON object, so it is no record.");
        return;
    }
    FlatRecord record;
    std::string extra;
    bool refused = false;
    flat.each_member([&](std::string_view key, const Payload& value) {
        if (refused || !value.exists()) {
            return;
        }
        const auto field = parse_field(key);
        if (!field) {
            add_json_member(extra, key, value.json());
            return;
        }
        const std::string rendered = value.is_text() ? std::string() : value.text();
        if (!value.is_text() && rendered.empty()) {
            sink.reject(value, std::string(key) + " must be a string or a whole number.");
            refused = true;
        } else if (const auto sentence =
                       record.set(*field, value.is_text() ? value.view() : std::string_view(rendered))) {
            sink.reject(value, *sentence);
            refused = true;
        }
    });
    if (refused) {
        return;
    }
    record.set_extra(std::move(extra));
    auto result = record.finish();
    if (auto* whole = std::get_if<Record>(&result)) {
        sink.interaction(std::move(*whole));
    } else if (auto* removal = std::get_if<Removal>(&result)) {
        sink.removal(std::move(*removal));
    } else {
        sink.reject(flat, std::get<std::string>(result));
    }
}

void read(const Payload& document, const Origin&, Sink& sink) {
    if (document.is_array()) {
        document.each([&](const Payload& element) { read_record(element, sink); });
    } else {
        read_record(document, sink);
    }
}

constexpr Importer canonical_importer = {"canonical", recognise, read};

}  // namespace

const Importer& importer() {
    return canonical_importer;
}

}  // namespace fanal::importers::canonical
