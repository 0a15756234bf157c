#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace fanal {

/// What stands in a text for what cannot be read.
inline constexpr char32_t replacement_character = 0xFFFD;

/// Adds a code point, at most U+10FFFF and no surrogate, to a text in UTF-8.
inline void append_utf8(std::string& text, char32_t c) {
    const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
        return;
    }
    if (c < 0x800) {
        put(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
    }
    put(0x80 | (c & 0x3F));
}

/// Takes the first code point off `rest`, which is not empty; U+FFFD and one byte where there is none.
inline char32_t take_code_point(std::string_view& rest) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
    const unsigned char first = byte(0);
    const std::size_t size = first < 0x80 ? 1 : first >= 0xC2 && first < 0xE0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 4;
    char32_t c = size == 1 ? first : first & (0xFFU >> (size + 1));
    bool sound = first < 0x80 || (first >= 0xC2 && first < 0xF5);
    for (std::size_t i = 1; sound && i < size; ++i) {
        sound = i < rest.size() && (byte(i) & 0xC0) == 0x80;
        c = sound ? c << 6 | (byte(i) & 0x3F) : c;
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    sound = sound && c >= least[size] && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
    rest.remove_prefix(sound ? size : 1);
    return sound ? c : replacement_character;
}

}  // namespace fanal
