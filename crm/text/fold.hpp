#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace fanal::text {

/// More of a text than this is never folded; names and handles are far shorter.
inline constexpr std::size_t folded_bytes_max = std::size_t{1} << 20;

/// The form in which names and handles are compared and looked up: Unicode NFKC case fold, without diacritics, so that
/// "Élodie", "ELODIE" and "élodie" typed with a combining accent are one. Letters that are a base with a stroke or a
/// ligature follow ("Łódź" is "lodz", "ØRE" is "ore", "œ" is "oe"); vowel signs of scripts in which they make words
/// differ (Devanagari, Thai, the Japanese voicing marks) stay. Other scripts are not transliterated. Folding twice
/// changes nothing. Broken UTF-8 gives U+FFFD. Reads the first `folded_bytes_max` bytes. Any thread.
std::string fold(std::string_view utf8);

/// The first `bytes_max` bytes of `utf8` at the most, without splitting a code point.
std::string_view cut_at_code_point(std::string_view utf8, std::size_t bytes_max);

}  // namespace fanal::text
