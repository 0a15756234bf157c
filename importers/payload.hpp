#pragma once
#include <simdjson.h>

#include <array>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "models/instant.hpp"

namespace fanal::importers {

/// A JSON value that knows where in its document it stands. A missing member is a Payload too, one that does not
/// exist(), so that `value["from"]["id"].text()` needs no checks on the way. Borrowed: it lives no longer than the
/// document's parser, and than the key it was asked for by; otherwise it stands alone and may be kept and copied. Paths
/// are made only when somebody asks.
class Payload {
  public:
    /// The whole document.
    explicit Payload(simdjson::dom::element document) : element_(document), exists_(true) {}
    /// A document that another one carries as a text, standing at `place` in it.
    Payload(simdjson::dom::element document, const Payload& place);

    Payload(const Payload& other) { *this = other; }
    Payload& operator=(const Payload& other);

    /// A member of an object; does not exist when it is missing, or when this is no object.
    Payload operator[](std::string_view key) const;
    /// The key must outlive the Payload, so it may not be a string made for the call.
    template <class Text>
    requires std::same_as<Text, std::string> Payload operator[](Text&&) const = delete;

    /// Whether this is an object with a member of one of these names that is not null.
    bool has_any(std::span<const std::string_view> keys) const;
    bool has_any(std::initializer_list<std::string_view> keys) const {
        return has_any(std::span(keys.begin(), keys.size()));
    }

    bool exists() const { return exists_ && !element_.is_null(); }
    bool is_object() const { return exists_ && element_.is_object(); }
    bool is_array() const { return exists_ && element_.is_array(); }
    bool is_text() const { return exists_ && element_.is_string(); }

    /// A string as it stands, or an integer as its digits (never through a double); empty for anything else.
    std::string text() const;
    /// Only for strings: no copy. Lives as long as the document.
    std::string_view view() const;
    /// An integer, or a string of digits as some networks write their counts.
    std::optional<std::int64_t> integer() const;
    /// An integer that counts something: some networks write -1 where they do not tell.
    std::optional<std::int64_t> count() const {
        const auto number = integer();
        return number.value_or(0) < 0 ? std::nullopt : number;
    }
    bool boolean() const { return exists_ && element_.is_bool() && bool(element_); }
    /// A time in any of the forms of parse_instant, string or number.
    std::optional<Instant> instant() const;

    /// The first element of an array; does not exist when there is none.
    Payload first() const;

    /// Calls `visit(Payload)` for each element of an array, or nothing.
    template <class Visit>
    void each(Visit&& visit) const {
        if (!is_array()) {
            return;
        }
        std::int64_t index = 0;
        for (const simdjson::dom::element child : simdjson::dom::array(element_)) {
            visit(Payload(*this, child, {nullptr, index++}));
        }
    }

    /// Calls `visit(std::string_view key, Payload)` for each member of an object, or nothing.
    template <class Visit>
    void each_member(Visit&& visit) const {
        each_member_called([](std::string_view) { return true; }, visit);
    }
    /// The same for those members alone for whose key `wanted(std::string_view)` is true.
    template <class Wanted, class Visit>
    void each_member_called(Wanted&& wanted, Visit&& visit) const {
        if (!is_object()) {
            return;
        }
        for (const auto member : simdjson::dom::object(element_)) {
            if (wanted(member.key)) {
                visit(member.key, Payload(*this, member.value, step_to(member.key)));
            }
        }
    }

    /// Steps from the top of the document: whoever follows a payload down checks it, since the document may be hostile.
    std::uint32_t depth() const { return depth_; }
    /// "$.data[3].from.id"
    std::string path() const;
    /// The value as compact JSON.
    std::string json() const;
    /// The same of the object of `document` in which this value stands, or is missing; of an object or list, itself.
    std::string enclosing_json(const Payload& document) const;

  private:
    /// One step down: a member's key, or an element's index when `key` is null.
    struct Step {
        const char* key;
        std::int64_t size_or_index;
    };
    static constexpr std::uint32_t steps_max = 16;  ///< deeper ones are counted, and shown as "…"

    Payload(const Payload& parent, simdjson::dom::element element, Step step) : Payload(parent, step) {
        element_ = element;
        exists_ = true;
    }
    /// A member that is not there.
    Payload(const Payload& parent, Step step);
    void copy_steps(const Payload& from);
    static Step step_to(std::string_view key) {
        return {key.data() == nullptr ? "" : key.data(), static_cast<std::int64_t>(key.size())};
    }

    simdjson::dom::element element_;
    bool exists_ = false;
    std::uint32_t depth_ = 0;
    std::array<Step, steps_max> steps_;  ///< of which the first min(depth_, steps_max) are set
};

}  // namespace fanal::importers
