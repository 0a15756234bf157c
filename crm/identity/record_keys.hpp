#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crm/identity/person_record.hpp"

namespace fanal::identity {

/// Two records by their index, the smaller first.
using RecordPair = std::pair<std::uint32_t, std::uint32_t>;

/// The pairs that have a key in common which no more than a hundred records have: names in whole, in part and by sound,
/// with and without date and place; dates, postcodes, e-mail addresses, numbers. In order, each once. Records of one
/// side are no pair where there are two sides.
std::vector<RecordPair> record_candidates(std::span<const PersonRecord> records);

/// What two records may agree on so that nearly all that do are one person, one after the other: the fit learns about
/// every other field from them.
enum class StrongKey { date, code, names, email, number };

/// The pairs that agree on one thing, of which no more than two hundred records agree.
std::vector<RecordPair> agreeing_pairs(std::span<const PersonRecord> records, StrongKey key);

/// A name by its sound in English: Russell's code of 1918, a letter and three digits at the most.
std::string soundex(std::string_view word);

}  // namespace fanal::identity
