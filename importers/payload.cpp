#include "importers/payload.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace fanal::importers {

Payload& Payload::operator=(const Payload& other) {
    element_ = other.element_;
    exists_ = other.exists_;
    depth_ = other.depth_;
    std::copy_n(other.steps_.begin(), std::min(depth_, steps_max), steps_.begin());
    return *this;
}

Payload::Payload(const Payload& parent, Step step) : depth_(parent.depth_ + 1) {
    std::copy_n(parent.steps_.begin(), std::min(parent.depth_, steps_max), steps_.begin());
    if (parent.depth_ < steps_max) {
        steps_[parent.depth_] = step;
    }
}

Payload::Payload(simdjson::dom::element document, const Payload& place) : Payload(place) {
    element_ = document;
    exists_ = true;
}

Payload Payload::operator[](std::string_view key) const {
    if (is_object()) {
        simdjson::dom::element found;
        if (element_.at_key(key).get(found) == simdjson::SUCCESS) {
            return Payload(*this, found, step_to(key));
        }
    }
    return Payload(*this, step_to(key));
}

Payload Payload::first() const {
    if (is_array()) {
        for (const simdjson::dom::element child : simdjson::dom::array(element_)) {
            return Payload(*this, child, {nullptr, 0});
        }
    }
    return Payload(*this, {nullptr, 0});
}

std::string_view Payload::view() const {
    return is_text() ? std::string_view(element_) : std::string_view();
}

std::string Payload::text() const {
    if (!exists_) {
        return {};
    }
    switch (element_.type()) {
        case simdjson::dom::element_type::STRING:
            return std::string(std::string_view(element_));
        case simdjson::dom::element_type::INT64:
            return std::to_string(std::int64_t(element_));
        case simdjson::dom::element_type::UINT64:
            return std::to_string(std::uint64_t(element_));
        case simdjson::dom::element_type::DOUBLE: {
            // "3.0" names an id exactly only below 2^53.
            const auto number = double(element_);
            const bool exact = std::floor(number) == number && std::fabs(number) < 9007199254740992.0;
            return exact ? std::to_string(static_cast<std::int64_t>(number)) : std::string();
        }
        default:
            return {};
    }
}

std::optional<std::int64_t> Payload::integer() const {
    const std::string digits = text();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return number;
}

std::optional<Instant> Payload::instant() const {
    if (is_text()) {
        return parse_instant(view());
    }
    if (exists_ && element_.is_double()) {
        // The shortest decimal is what was written: 1577836800.123 keeps its three digits.
        char digits[32];
        const auto [end, error] =
            std::to_chars(digits, digits + sizeof digits, double(element_), std::chars_format::fixed);
        return error == std::errc{} ? parse_instant({digits, end}) : std::nullopt;
    }
    const auto number = integer();
    return number ? instant_from_epoch(*number) : std::nullopt;
}

std::string Payload::path() const {
    std::string path = "$";
    for (std::uint32_t i = 0; i < std::min(depth_, steps_max); ++i) {
        const Step& step = steps_[i];
        if (step.key == nullptr) {
            path += "[" + std::to_string(step.size_or_index) + "]";
        } else {
            path += "." + std::string(step.key, static_cast<std::size_t>(step.size_or_index));
        }
    }
    return depth_ > steps_max ? path + "…" : path;
}

std::string Payload::json() const {
    return exists_ ? std::string(simdjson::minify(element_)) : std::string("null");
}

}  // namespace fanal::importers
