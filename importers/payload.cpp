#include "importers/payload.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace fanal::importers {
namespace {

/// Most names that are asked for are not there, which the length and the first character tell.
bool is_called(const simdjson::dom::object::iterator& member, std::string_view key) {
    return member.key_length() == key.size() &&
           (key.empty() || (*member.key_c_str() == key.front() && member.key() == key));
}

}  // namespace

void Payload::copy_steps(const Payload& from) {
    // Most stand no deeper than this, and a copy of known size is a few moves. The rest of it may never have been set.
    constexpr std::uint32_t usual_depth = 4;
    std::memcpy(steps_.data(), from.steps_.data(), usual_depth * sizeof(Step));
    if (from.depth_ > usual_depth) {
        std::copy_n(from.steps_.begin() + usual_depth, std::min(from.depth_, steps_max) - usual_depth,
                    steps_.begin() + usual_depth);
    }
}

Payload& Payload::operator=(const Payload& other) {
    if (this != &other) {
        element_ = other.element_;
        exists_ = other.exists_;
        depth_ = other.depth_;
        copy_steps(other);
    }
    return *this;
}

Payload::Payload(const Payload& parent, Step step) : depth_(parent.depth_ + 1) {
    copy_steps(parent);
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
        const simdjson::dom::object members = element_;
        for (auto member = members.begin(), end = members.end(); member != end; ++member) {
            if (is_called(member, key)) {
                return Payload(*this, member.value(), step_to(key));
            }
        }
    }
    return Payload(*this, step_to(key));
}

bool Payload::has_any(std::span<const std::string_view> keys) const {
    if (!is_object()) {
        return false;
    }
    const simdjson::dom::object members = element_;
    for (auto member = members.begin(), end = members.end(); member != end; ++member) {
        if (std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return is_called(member, key); }) &&
            !member.value().is_null()) {
            return true;
        }
    }
    return false;
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

std::string Payload::enclosing_json(const Payload& document) const {
    constexpr std::int64_t index_max = 20'000;  // a list is counted through from its beginning
    if (is_object() || is_array()) {
        return json();
    }
    simdjson::dom::element at = document.element_, object = at;
    for (std::uint32_t i = document.depth_; i < std::min(depth_, steps_max); ++i) {
        const Step& step = steps_[i];
        simdjson::error_code missing = simdjson::SUCCESS;
        if (step.key != nullptr) {
            missing = at.at_key({step.key, static_cast<std::size_t>(step.size_or_index)}).get(at);
        } else if (step.size_or_index > index_max) {
            return json();
        } else {
            missing = at.at(static_cast<std::size_t>(step.size_or_index)).get(at);
        }
        if (missing != simdjson::SUCCESS) {
            break;
        }
        object = at.is_object() ? at : object;
    }
    return document.exists_ ? std::string(simdjson::minify(object)) : json();
}

}  // namespace fanal::importers
