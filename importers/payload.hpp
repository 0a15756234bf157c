#pragma once
#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/instant.hpp"

namespace fanal::importers {

/// A JSON value that knows where in its document it stands. A missing member is a Payload too, one that does not exist(),
/// so that `value["from"]["id"].text()` needs no checks on the way. Borrowed: it lives no longer than the document's
/// parser and than the Payload it was taken from. Paths are made only when somebody asks.
class Payload {
  public:
    /// The whole document.
    explicit Payload(simdjson::dom::element document) : element_(document), exists_(true) {}

    /// A member of an object; does not exist when it is missing, or when this is no object.
    Payload operator[](std::string_view key) const;

    bool exists() const { return exists_ && !element_.is_null(); }
    bool is_object() const { return exists_ && element_.is_object(); }
    bool is_array() const { return exists_ && element_.is_array(); }
    bool is_text() const { return exists_ && element_.is_string(); }

    /// A string as it stands, or an integer as its digits (never through a double); empty for anything else. The view lives
    /// as long as the document; integers are rendered, hence a string.
    std::string text() const;
    /// Only for strings: no copy.
    std::string_view view() const;
    /// An integer, or a string of digits as some networks write their counts.
    std::optional<std::int64_t> integer() const;
    bool boolean() const { return exists_ && element_.is_bool() && bool(element_); }
    /// A time in any of the forms of parse_instant, string or number.
    std::optional<Instant> instant() const;

    /// Calls `visit(Payload)` for each element of an array, or nothing.
    template <class Visit>
    void each(Visit&& visit) const {
        if (!is_array()) {
            return;
        }
        std::int64_t index = 0;
        for (const simdjson::dom::element child : simdjson::dom::array(element_)) {
            visit(Payload(child, this, {}, index++));
        }
    }

    /// Calls `visit(std::string_view key, Payload)` for each member of an object, or nothing.
    template <class Visit>
    void each_member(Visit&& visit) const {
        if (!is_object()) {
            return;
        }
        for (const auto member : simdjson::dom::object(element_)) {
            visit(member.key, Payload(member.value, this, member.key, -1));
        }
    }

    /// "$.data[3].from.id"
    std::string path() const;
    /// The value as compact JSON.
    std::string json() const;

  private:
    Payload(const Payload* parent, std::string_view key) : parent_(parent), key_(key) {}
    Payload(simdjson::dom::element element, const Payload* parent, std::string_view key, std::int64_t index)
        : element_(element), exists_(true), parent_(parent), key_(key), index_(index) {}

    simdjson::dom::element element_;
    bool exists_ = false;
    const Payload* parent_ = nullptr;
    std::string_view key_;
    std::int64_t index_ = -1;
};

}  // namespace fanal::importers
