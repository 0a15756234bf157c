#include "importers/document_run.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "importers/beginning.hpp"
#include "importers/broken_elements.hpp"
#include "importers/long_integers.hpp"
#include "importers/mojibake.hpp"
#include "importers/place.hpp"

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
        sink_.skip(placed(place_, at.path()), reason);
    }
    void reject(const Payload& at, std::string_view reason) override {
        ++count_;
        sink_.reject(placed(place_, at.path()), reason, at.enclosing_json(document_).substr(0, rejected_size_max));
    }

    std::int64_t count() const { return count_; }

  private:
    RunSink& sink_;
    const Payload& document_;
    std::string_view importer_;
    std::string_view place_;
    std::int64_t count_ = 0;
};

/// Keeps quiet about the nulls that stand where broken elements stood, which were rejected.
class MendedSink final : public RunSink {
  public:
    explicit MendedSink(RunSink& sink) : sink_(sink) {}

    void reject_broken(std::string place, std::string_view reason, std::string_view bytes) {
        sink_.reject(place, reason, bytes.substr(0, rejected_size_max));
        broken_.insert(std::move(place));
    }

    void interaction(Record&& record, std::string_view importer) override {
        sink_.interaction(std::move(record), importer);
    }
    void removal(Removal&& removal) override { sink_.removal(std::move(removal)); }
    void profile(ProfileSighting&& sighting, std::string_view importer) override {
        sink_.profile(std::move(sighting), importer);
    }
    void account(AccountSighting&& sighting) override { sink_.account(std::move(sighting)); }
    void skip(std::string_view place, std::string_view reason) override {
        if (!is_of_broken(place)) {
            sink_.skip(place, reason);
        }
    }
    void reject(std::string_view place, std::string_view reason, std::string_view record) override {
        if (!is_of_broken(place)) {
            sink_.reject(place, reason, record);
        }
    }

  private:
    bool is_of_broken(std::string_view place) const {
        const auto before = broken_.upper_bound(place);
        return before != broken_.begin() && place.starts_with(*std::prev(before));
    }

    RunSink& sink_;
    std::set<std::string, std::less<>> broken_;
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
    if (error_ == simdjson::STRING_ERROR && (mended = replace_lone_surrogates(bytes))) {
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

void DocumentRun::read_or_reject(std::string_view bytes, std::string_view place) {
    if (read(bytes, place)) {
        return;
    }
    const auto is_sound = [this](std::string_view value) { return parses(value); };
    const auto mended = error_ == simdjson::DEPTH_ERROR ? std::nullopt : replace_broken_elements(bytes, is_sound);
    const simdjson::padded_string json(mended ? mended->json : std::string());
    const bool is_mended = mended && parses(json);
    parses(bytes);  // for what there is to complain of
    if (!is_mended) {
        reject(bytes, place);
        return;
    }
    MendedSink sink(sink_);
    for (const BrokenElement& broken : mended->broken) {
        sink.reject_broken(placed(place, broken.path), complaint(), broken.bytes);
    }
    read(json, place, sink);
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
            return "A number here is malformed or too large: write ids as strings.";
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
    if (importer == nullptr) {
        if (!hand_over_one_by_one(document, origin, place, sink)) {
            sink.skip(placed(place, document.path()), what_it_is(document));
        }
        return;
    }
    last_ = importer;
    ++documents_by_network_[importer->network];
    PlacedSink counted(sink, document, importer->network, place);
    importer->read(document, origin, counted);
    if (counted.count() == 0) {
        sink.skip(placed(place, document.path()), nothing_for_us);
    }
}

bool DocumentRun::hand_over_one_by_one(const Payload& list, const Origin& origin, std::string_view place,
                                       RunSink& sink) {
    if (list.depth() > 0 || !recognise_any(list, origin)) {
        return false;
    }
    list.each([&](const Payload& document) { hand_over(document, origin, place, sink); });
    return true;
}

bool DocumentRun::recognise_any(const Payload& list, const Origin& origin) {
    bool any = false;
    list.each([&](const Payload& document) {
        any = any || ((document.is_object() || document.is_array()) && recognise(document, origin) != nullptr);
    });
    return any;
}

std::string_view DocumentRun::network() const {
    const auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto found = std::max_element(documents_by_network_.begin(), documents_by_network_.end(), more);
    return found == documents_by_network_.end() ? std::string_view() : found->first;
}

}  // namespace fanal::importers
