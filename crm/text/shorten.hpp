#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace fanal::text {

/// What a reader sees as one character is at most this long; the longest emoji sequences have about 40 bytes. Longer
/// ones (one letter under a thousand accents) are cut, so that no text can flood a screen or a column.
inline constexpr std::size_t grapheme_bytes_max = 64;

/// The text itself if it has at most `max_graphemes` graphemes (what a reader sees as characters), or else its
/// beginning and "…", which make `max_graphemes` together. Never splits an accent from its letter nor an emoji from its
/// family. At most `max_graphemes * grapheme_bytes_max` bytes of the text are read. Any thread.
std::string shorten(std::string_view utf8, std::size_t max_graphemes);

/// Columns that the text takes on a terminal: 2 for wide East Asian characters and for emoji (a whole joined sequence
/// or a flag is one emoji), 0 for combining and control characters, 1 for the rest. Any thread.
std::size_t display_width(std::string_view utf8);

}  // namespace fanal::text
