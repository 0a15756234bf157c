#include "importers/large_value.hpp"

#include <algorithm>

namespace fanal::importers {
namespace {

constexpr std::size_t depth_max = 16;  ///< of brackets that may be open around a long list
constexpr std::size_t key_size_max = 4096;

bool begins_value(char c) {
    return c == '{' || c == '[' || c == '"' || c == '-' || (c >= '0' && c <= '9') || c == 't' || c == 'f' || c == 'n';
}

/// A key between its quotes as a path shows it, which is UTF-8 whatever the key is.
std::string shown_key(std::string_view quoted) {
    simdjson::dom::parser parser;
    std::string_view key;
    const simdjson::padded_string padded(quoted);
    if (parser.parse(padded).get(key) == simdjson::SUCCESS) {
        return std::string(key);
    }
    std::string ascii(quoted);
    std::replace_if(
        ascii.begin(), ascii.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
    return ascii;
}

}  // namespace

LargeValue::LargeValue(ByteWindow& window, DocumentRun& documents, const RunOptions& options, RunSink& sink,
                       std::function<bool()> advance)
    : window_(window), documents_(documents), options_(options), sink_(sink), advance_(std::move(advance)) {}

bool LargeValue::read(const std::string& place) {
    sink_.start(place);
    opening_.clear();
    closing_.clear();
    elements_.clear();
    ends_.clear();
    stopped_ = false;
    one_line_ = true;
    const Outcome outcome = read_container("$");
    // What stands before a cut is handed over all the same.
    if (outcome != Outcome::refused && !stopped_ && hand_over_surroundings() && outcome == Outcome::whole) {
        sink_.finish();
    }
    return outcome != Outcome::lost && !stopped_;
}

void LargeValue::consume(std::size_t count) {
    const std::string_view consumed = window_.view().substr(0, count);
    one_line_ = one_line_ && consumed.find('\n') == std::string_view::npos;
    window_.consume(count);
}

char LargeValue::next_character() {
    for (;;) {
        const std::string_view view = window_.view();
        const auto first = std::find_if_not(view.begin(), view.end(), is_json_space);
        consume(static_cast<std::size_t>(first - view.begin()));
        if (first != view.end()) {
            return window_.view().front();
        }
        if (!window_.grow()) {
            return 0;
        }
    }
}

LargeValue::Outcome LargeValue::lose(const std::string& path) {
    if (window_.position() >= options_.start.bytes_done) {
        sink_.refuse(path, "This is no complete JSON: it is cut short or malformed here.",
                     window_.view().substr(0, rejected_size_max));
    }
    return Outcome::lost;
}

LargeValue::Outcome LargeValue::refuse(const std::string& path, std::string_view beginning, JsonExtent rest) {
    const std::string kept(beginning.substr(0, rejected_size_max));
    std::optional<std::size_t> size;
    bool ends = true;
    while (ends && !(size = rest.scan(window_.view()))) {
        // The last byte stays: the extent of a bare value counts on not being at its beginning.
        const std::size_t passed = std::max<std::size_t>(window_.view().size(), 1) - 1;
        consume(passed);
        rest.forget(passed);
        ends = window_.grow();
    }
    consume(size.value_or(window_.view().size()));
    if (!is_repeated()) {
        sink_.refuse(path,
                     "This is larger than 16 MB, and not because of lists in it, which could be read piece by piece.",
                     kept);
    }
    return ends ? Outcome::refused : Outcome::lost;
}

LargeValue::Outcome LargeValue::read_container(const std::string& path) {
    const char bracket = next_character();
    if ((bracket != '{' && bracket != '[') || closing_.size() == depth_max) {
        return refuse(path, window_.view(), JsonExtent());
    }
    const std::size_t opened = opening_.size();
    const std::string closed = closing_;
    opening_ += bracket;
    closing_ = (bracket == '{' ? "}" : "]") + closed;
    const Outcome outcome = bracket == '{' ? read_object(path) : read_array(path);
    if (outcome == Outcome::lost) {
        return outcome;
    }
    if (outcome == Outcome::refused) {
        opening_.resize(opened);
    } else {
        opening_ += closing_.front();
    }
    closing_ = closed;
    return outcome;
}

LargeValue::Outcome LargeValue::read_object(const std::string& path) {
    const std::string beginning(window_.view().substr(0, rejected_size_max));
    consume(1);
    for (;;) {
        char next = next_character();
        if (next == ',') {
            consume(1);
            next = next_character();
        }
        if (next == '}') {
            consume(1);
            return Outcome::whole;
        }
        if (next != '"') {
            return lose(path);
        }
        if (const Outcome outcome = read_member(path, beginning); outcome != Outcome::whole) {
            return outcome;
        }
    }
}

LargeValue::Outcome LargeValue::read_member(const std::string& path, std::string_view beginning) {
    const HeldValue key = hold_value(window_, key_size_max);
    if (key.state == HeldValue::State::too_large) {
        return refuse(path, beginning, JsonExtent(1));
    }
    const std::string quoted(window_.view().substr(0, key.size));
    consume(key.size);
    if (key.state == HeldValue::State::cut_short || next_character() != ':') {
        return lose(path);
    }
    consume(1);
    const char first = next_character();
    if (!begins_value(first)) {
        return lose(path);
    }
    const std::size_t small_size = options_.value_size_max / 64;
    const std::size_t room = small_size - std::min(opening_.size(), small_size);
    const HeldValue held = hold_value(window_, room);
    if (held.state == HeldValue::State::cut_short) {
        return lose(path + "." + shown_key(quoted));
    }
    const bool container = first == '{' || first == '[';
    if (held.state == HeldValue::State::too_large && (!container || room == 0)) {
        return refuse(path, beginning, JsonExtent(1));
    }
    const std::size_t before = opening_.size();
    opening_ += (opening_.ends_with('{') ? "" : ",") + quoted + ":";
    if (held.state == HeldValue::State::whole) {
        opening_ += window_.view().substr(0, held.size);
        consume(held.size);
        return Outcome::whole;
    }
    const Outcome outcome = read_container(path + "." + shown_key(quoted));
    if (outcome == Outcome::refused) {
        opening_.resize(before);  // the rest of the object stands
        return Outcome::whole;
    }
    return outcome;
}

bool LargeValue::learn(const std::string& path) {
    sink_.enter_list(path);
    return hand_over({});
}

LargeValue::Outcome LargeValue::read_array(const std::string& path) {
    const std::string beginning(window_.view().substr(0, rejected_size_max));
    consume(1);
    const bool sound = learn(path);
    const Outcome outcome = sound ? read_elements(path) : refuse(path, beginning, JsonExtent(1));
    sink_.leave_list();
    return outcome;
}

LargeValue::Outcome LargeValue::read_elements(const std::string& path) {
    const std::size_t piece_size = options_.value_size_max / 16;
    for (std::int64_t index = 0;; ++index) {
        char next = next_character();
        if (next == ',') {
            consume(1);
            next = next_character();
        }
        const HeldValue held = begins_value(next) ? hold_value(window_, options_.value_size_max) : HeldValue();
        if (held.state == HeldValue::State::whole) {
            hold(window_.view().substr(0, held.size));
            consume(held.size);
            if (elements_.size() >= piece_size && !flush(path, index + 1)) {
                return Outcome::lost;
            }
            continue;
        }
        if (!flush(path, index)) {
            return Outcome::lost;
        }
        if (next == ']') {
            consume(1);
            return Outcome::whole;
        }
        sink_.piece(index);
        if (held.state == HeldValue::State::cut_short) {
            return lose(path + "[0]");
        }
        if (read_large_element(path, index) == Outcome::lost) {
            return Outcome::lost;
        }
    }
}

LargeValue::Outcome LargeValue::read_large_element(const std::string& path, std::int64_t index) {
    const std::size_t before = opening_.size();
    const Outcome outcome = read_container(path + "[0]");
    if (outcome == Outcome::whole) {
        sink_.piece(index);
        if (!hand_over_surroundings()) {
            return Outcome::lost;
        }
    }
    if (outcome != Outcome::lost) {
        opening_.resize(before);
    }
    return outcome;
}

void LargeValue::hold(std::string_view element) {
    elements_ += elements_.empty() ? "" : ",";
    elements_ += element;
    ends_.push_back(elements_.size());
}

bool LargeValue::flush(const std::string& path, std::int64_t end_index) {
    if (ends_.empty()) {
        return true;
    }
    const std::int64_t first_index = end_index - static_cast<std::int64_t>(ends_.size());
    if (is_repeated()) {
        sink_.pass_over();
    } else {
        sink_.piece(first_index);
        if (!hand_over(elements_)) {
            read_one_by_one(path, first_index);
        }
    }
    elements_.clear();
    ends_.clear();
    stopped_ = !advance_();
    return !stopped_;
}

void LargeValue::read_one_by_one(const std::string& path, std::int64_t first_index) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
        const std::string_view element = std::string_view(elements_).substr(begin, ends_[i] - begin);
        sink_.piece(first_index + static_cast<std::int64_t>(i));
        if (!hand_over(element)) {
            sink_.refuse(path + "[0]", documents_.complaint(), element.substr(0, rejected_size_max));
        }
        begin = ends_[i] + 1;
    }
}

bool LargeValue::hand_over(std::string_view elements) {
    document_.assign(opening_).append(elements).append(closing_);
    const std::size_t size = document_.size();
    document_.append(simdjson::SIMDJSON_PADDING, '\0');
    return documents_.read(std::string_view(document_).substr(0, size), "", sink_);
}

bool LargeValue::hand_over_surroundings() {
    if (is_repeated()) {
        sink_.pass_over();
    } else {
        sink_.surroundings();
        if (!hand_over({})) {
            sink_.refuse("$", documents_.complaint(), std::string_view(document_).substr(0, rejected_size_max));
        }
    }
    stopped_ = !advance_();
    return !stopped_;
}

}  // namespace fanal::importers
