#include "importers/payload.hpp"

#include <charconv>
#include <cmath>

namespace fanal::importers {

Payload Payload::operator[](std::string_view key) const {
    if (is_object()) {
        simdjson::dom::element found;
        if (element_.at_key(key).get(found) == simdjson::SUCCESS) {
            return Payload(found, this, key, -1);
        }
    }
    return Payload(this, key);
}

std::string_view Payload::view() const { return is_text() ? std::string_view(element_) : std::string_view(); }

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
        // Seconds with a fraction, as Reddit writes them.
        const auto seconds = double(element_);
        return std::fabs(seconds) < 1e12 ? instant_from_epoch(std::llround(seconds * 1000)) : std::nullopt;
    }
    const auto number = integer();
    return number ? instant_from_epoch(*number) : std::nullopt;
}

std::string Payload::path() const {
    if (parent_ == nullptr) {
        return "$";
    }
    std::string path = parent_->path();
    if (index_ >= 0) {
        return path + "[" + std::to_string(index_) + "]";
    }
    return path + "." + std::string(key_);
}

std::string Payload::json() const { return exists_ ? std::string(simdjson::minify(element_)) : std::string("null"); }

}  // namespace fanal::importers
