#pragma once
#include <cstddef>
#include <string_view>

#include "models/understanding.hpp"

namespace fanal::text {

/// How much of a text is read: its first 4,096 bytes and, of those, its first 1,024 words and signs. Whoever has
/// something to ask or to complain of says so within two pages.
inline constexpr std::size_t understood_bytes_max = 4096;

/// What a text wants and says, in French and English, from words, phrases, emoji and marks that are listed by hand in
/// lexicon_feelings.cpp and lexicon_needs.cpp. Each phrase found is a witness with a weight; witnesses of one value
/// count as independent, 1 − ∏(1 − weight), so that values stay within 0…1 and two faint signs make a clearer one.
/// "pas", "not" and their like turn praise and complaint round within the next three words. Irony is beyond it.
///
/// A pure function, safe in any thread. Broken UTF-8 separates words and never fails. Nothing is allocated, unless a
/// text is written with combining accents or in look-alike letters ("𝗳𝗿𝗲𝗲"), which are folded first.
Understanding understand(std::string_view utf8);

}  // namespace fanal::text
