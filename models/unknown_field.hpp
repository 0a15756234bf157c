#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/instant.hpp"

namespace fanal {

/// A field of records, or a column of tables, that means nothing to us: kept beside the interactions (Record::extra)
/// until a person asks to drop it.
struct UnknownField {
    std::string name;
    std::int64_t interactions_count = 0;  ///< those that keep it
    std::vector<std::string> networks{};  ///< of these, in alphabetical order
    std::string example{};                ///< the beginning of one value
    std::optional<Instant> dropped_at{};  ///< since then imports leave it out

    bool operator==(const UnknownField&) const = default;
};

struct UnknownFieldList {
    std::vector<UnknownField> fields;  ///< those kept, the most frequent first; then those dropped
    bool complete = true;              ///< false: there are more names than unknown_field_names_max, the rest uncounted
};

/// So many names are told apart: a payload may use what it likes as names, ids even.
inline constexpr std::size_t unknown_field_names_max = 10'000;

/// What became of a field that a person spoke of.
struct UnknownFieldChange {
    std::string name;
    bool dropped = false;         ///< whether imports leave it out from now on
    std::int64_t lost_count = 0;  ///< the interactions that lost it
};

}  // namespace fanal
