#include "importers/document_run.hpp"

#include <algorithm>

#include "importers/beginning.hpp"
#include "importers/long_integers.hpp"
#include "importers/mojibake.hpp"

namespace fanal::importers {
namespace {

/// Adds the place in the file to what an importer reports, and counts what it hands over.
class PlacedSink final : public Sink {
  public:
    PlacedSink(RunSink& sink, const Payload& document, std::string_view importer, std::string_view place)
        : sink_(sink), document_(document), importer_(importer), place_(place) {}

    void interaction(Record&& record) override {
        ++count_;
        sink_.interaction(std::move(record), importer_);
    }
    void removal(Removal&& removal) override {
        ++count_;
        sink_.removal(std::move(removal));
    }
    void profile(ProfileSighting&& sighting) override {
        ++count_;
        sink_.profile(std::move(sighting), importer_);
    }
    void account(AccountSighting&& sighting) override { sink_.account(std::move(sighting)); }
    void skip(const Payload& at, std::string_view reason) override {
        ++count_;
        sink_.skip(placed(at), reason);
    }
    void reject(const Payload& at, std::string_view reason) override {
        ++count_;
        sink_.reject(placed(at), reason, at.enclosing_json(document_).substr(0, rejected_size_max));
    }

    std::int64_t count() const { return count_; }

  private:
    std::string placed(const Payload& at) const {
        std::string path = at.path();
        if (place_.empty()) {
            return path;
        }
        return path == "$" ? std::string(place_) : std::string(place_) + " " + path;
    }

    RunSink& sink_;
    const Payload& document_;
    std::string_view importer_;
    std::string_view place_;
    std::int64_t count_ = 0;
};

std::string what_it_is(const Payload& document) {
    if (document.is_array()) {
        return "a list that no network here claims";
    }
    if (!document.is_object()) {
        return "a bare value";
    }
    if (document["object"].view() == "whatsapp_business_account") {
        return "WhatsApp is not read here";
    }
    std::string keys;
    int shown = 0;
    document.each_member([&](std::string_view key, const Payload&) {
        if (shown++ < 4) {
            keys += (keys.empty() ? "" : ", ") + std::string(beginning_of(key, 40));
        }
    });
    return keys.empty() ? "an empty object" : "no network here claims an object with " + keys;
}

}  // namespace

bool DocumentRun::parse(std::string_view bytes, simdjson::dom::element& element) {
    error_ = parser_.parse(bytes.data(), bytes.size(), false).get(element);
    std::optional<std::string> mended;
    if (error_ == simdjson::UTF8_ERROR && (mended = join_surrogates(bytes))) {
        bytes = *mended;
        error_ = parser_.parse(*mended).get(element);
    }
    if (error_ == simdjson::NUMBER_ERROR) {
        // The parser's integers end at 64 bits; some networks' ids do not.
        if (const auto quoted = quote_long_integers(bytes)) {
            error_ = parser_.parse(*quoted).get(element);
        }
    }
    return error_ == simdjson::SUCCESS;
}

bool DocumentRun::parses(std::string_view bytes) {
    simdjson::dom::element ignored;
    return parse(bytes, ignored);
}

bool DocumentRun::read(std::string_view bytes, std::string_view place, RunSink& sink) {
    simdjson::dom::element element;
    if (!parse(bytes, element)) {
        return false;
    }
    read_parsed(element, place, sink);
    return true;
}

void DocumentRun::read_parsed(simdjson::dom::element element, std::string_view place, RunSink& sink) {
    const Payload whole(element);
    // A recorded HTTP exchange wraps the payload that it brought.
    const Payload request = whole["_request"];
    const Payload body = whole["body"];
    if (request.is_object() && (body.is_object() || body.is_array())) {
        const std::string path = request["method"].text() + " " + request["path"].text();
        Origin origin = options_.origin;
        origin.request_path = path;
        hand_over(body, origin, place, sink);
    } else {
        hand_over(whole, options_.origin, place, sink);
    }
}

std::string_view DocumentRun::complaint() const {
    switch (error_) {
        case simdjson::DEPTH_ERROR:
            return "The JSON is nested more than 1,024 deep.";
        case simdjson::UTF8_ERROR:
            return "The bytes are no valid UTF-8.";
        case simdjson::NUMBER_ERROR:
            return "A number here is malformed: write ids as strings.";
        default:
            return "This is no complete JSON: it is cut short or malformed here.";
    }
}

void DocumentRun::reject(std::string_view bytes, std::string_view place) {
    sink_.reject(place, complaint(), bytes.substr(0, rejected_size_max));
}

const Importer* DocumentRun::recognise(const Payload& document, const Origin& origin) {
    if (options_.as != nullptr) {
        return options_.as;
    }
    if (last_ != nullptr && last_->recognise(document, origin) == Recognition::certain) {
        return last_;
    }
    const Importer* maybe = nullptr;
    for (const Importer* importer : all_importers()) {
        switch (importer->recognise(document, origin)) {
            case Recognition::certain:
                return importer;
            case Recognition::maybe:
                // A neighbour in the same file speaks for it.
                maybe = maybe == nullptr || importer == last_ ? importer : maybe;
                break;
            case Recognition::no:
                break;
        }
    }
    return maybe;
}

void DocumentRun::hand_over(const Payload& document, const Origin& origin, std::string_view place, RunSink& sink) {
    const Importer* const importer = recognise(document, origin);
    const std::string_view shown_place = place.empty() ? "$" : place;
    if (importer == nullptr) {
        sink.skip(shown_place, what_it_is(document));
        return;
    }
    last_ = importer;
    ++documents_by_network_[importer->network];
    PlacedSink placed(sink, document, importer->network, place);
    importer->read(document, origin, placed);
    if (placed.count() == 0) {
        sink.skip(shown_place, nothing_for_us);
    }
}

std::string_view DocumentRun::network() const {
    const auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto found = std::max_element(documents_by_network_.begin(), documents_by_network_.end(), more);
    return found == documents_by_network_.end() ? std::string_view() : found->first;
}

}  // namespace fanal::importers
