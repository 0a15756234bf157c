#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fanal::identity {

/// What a record says of a person, in lower case; empty where it says nothing.
struct PersonRecord {
    std::vector<std::string> tokens;  ///< text::name_tokens of all its names, each once
    std::string given;
    std::string family;
    std::string date;  ///< of birth, "1984-03-31"; the first of January may stand for a year alone
    std::string place;
    std::string code;  ///< a postcode
    std::string email;
    std::string word;        ///< one of few: an occupation, a state
    std::string number;      ///< one of many: an account's, a social security number
    std::uint32_t side = 0;  ///< records of one side are different people where there are two
};

/// What two records are compared by. Postcode and place are one field, because one implies the other.
enum class RecordField : std::size_t { name, date, place, email, word, number };

inline constexpr std::size_t record_fields_count = 6;
/// Levels of agreement of each field; the last is equality, but for names, whose levels are bits of rarity.
inline constexpr std::array<std::size_t, record_fields_count> record_levels_count = {16, 8, 8, 6, 2, 3};

/// The level of each field, -1 where a side says nothing.
using RecordLevels = std::array<std::int8_t, record_fields_count>;

}  // namespace fanal::identity
