#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace fanal::importers {

/// A text whose UTF-8 was once read as Latin-1, as in Meta's exports ("CafÃ©"), read as it was meant ("Café"); any
/// other text as it is. Repaired once, and only where it is proven: every character is one of Latin-1, the bytes that
/// they stand for are UTF-8, and one of them at least is not ASCII.
std::string without_mojibake(std::string_view text);

/// UTF-8 in which some programs code a character beyond U+FFFF as two surrogates of three bytes each: the same with
/// those pairs joined, and a surrogate without its other half replaced by U+FFFD. Nullopt when the text has no
/// surrogates, so that a fault in it lies elsewhere. Linear.
std::optional<std::string> join_surrogates(std::string_view text);

/// JSON in which a surrogate written as \uD83D stands without its other half, because somebody cut a text inside a
/// character: the same with U+FFFD in its place. Nullopt when there is none. Linear.
std::optional<std::string> replace_lone_surrogates(std::string_view json);

}  // namespace fanal::importers
