#pragma once
#include <array>
#include <string_view>

namespace fanal::text {

/// The letters U+00C0 to U+017F, lower case and without their accents: "é" is "e", "Œ" is "oe", "ß" is "ss". Empty for
/// the few code points there that are no letters or fold to something else; those are left to ICU.
constexpr std::string_view latin_letters(char32_t code_point) {
    constexpr char32_t first = 0xC0;
    constexpr std::array<std::string_view, 0x180 - first> letters = {
        "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // U+00C0
        "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss",  // U+00D0
        "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // U+00E0
        "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y",   // U+00F0
        "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",   // U+0100
        "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",   // U+0110
        "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",   // U+0120
        "i", "i", "",   "",   "j", "j", "k",  "k", "",  "l", "l", "l", "l", "l", "l",  "",    // U+0130
        "",  "l", "l",  "n",  "n", "n", "n",  "n", "n", "",  "",  "",  "o", "o", "o",  "o",   // U+0140
        "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",   // U+0150
        "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",   // U+0160
        "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s",   // U+0170
    };
    return code_point >= first && code_point < 0x180 ? letters[code_point - first] : std::string_view{};
}

}  // namespace fanal::text
