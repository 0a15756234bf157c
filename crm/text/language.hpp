#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace fanal::text {

/// The first bytes of a text that are read for its language.
inline constexpr std::size_t language_bytes_max = 1024;

/// A language, and how sure it is.
struct Language {
    std::string_view code;  ///< BCP 47, such as "fr" or "zh-Hant"; lives as long as the program
    float confidence;       ///< 0…1, the portion of such texts that are right: from 0.8 on, 95 in 100 together
};

/// The language in which most of a text is written, or nothing where it says too little to tell: three words or fewer,
/// the same word over and over, names alone. Links, mentions, hashtags, emoji, numbers and stretched letters count for
/// nothing. A few letters are enough in scripts that few languages write: kana, hangul, Greek, Hebrew, Thai …
///
/// Where the letters leave it open, French and English are preferred, with a low confidence. A pure function, safe in
/// any thread. Broken UTF-8 separates words and never fails.
std::optional<Language> detect_language(std::string_view utf8);

}  // namespace fanal::text
