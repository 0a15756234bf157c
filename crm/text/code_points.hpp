#pragma once

namespace fanal::text {

// What a code point beyond ASCII is to a text that is cut into words. Letters are whatever is nothing of this.

/// Whether a code point lies between two others, both included.
constexpr bool within(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

/// What changes how its neighbours look and has no look of its own, and the signs of sex inside emoji sequences.
constexpr bool is_invisible(char32_t c) {
    return c == 0xAD || within(c, 0x200B, 0x200F) || within(c, 0x202A, 0x202E) || within(c, 0x2060, 0x2069) ||
           c == 0xFEFF || within(c, 0xFE00, 0xFE0F) || within(c, 0x1F3FB, 0x1F3FF) || within(c, 0xE0000, 0xE007F) ||
           c == 0x2640 || c == 0x2642;
}

/// Letters dressed up: circled and mathematical ones. Filters that look for words do not see them.
constexpr bool is_look_alike(char32_t c) {
    return within(c, 0x2460, 0x24FF) || within(c, 0x1D400, 0x1D7FF) || within(c, 0x1F110, 0x1F169);
}

/// Combining accents, Latin letters with accents beyond the first two blocks, full-width letters and digits,
/// look-alikes.
constexpr bool wants_folding(char32_t c) {
    const bool full_width = within(c, 0xFF10, 0xFF19) || within(c, 0xFF21, 0xFF3A) || within(c, 0xFF41, 0xFF5A);
    return within(c, 0x300, 0x36F) || within(c, 0x1E00, 0x1EFF) || full_width || is_look_alike(c);
}

/// Emoji, arrows and currency signs: each is a word.
constexpr bool is_symbol(char32_t c) {
    return within(c, 0x20A0, 0x20CF) || within(c, 0x2190, 0x2BFF) || within(c, 0x1F000, 0x1FAFF) || c == 0xA3;
}

/// Question marks of any script.
constexpr bool is_question_mark(char32_t c) {
    return c == 0x61F || c == 0xFF1F || c == 0x37E || within(c, 0x2047, 0x2049) || c == 0x203D || c == 0x2753 ||
           c == 0x2754;
}
/// What ends a sentence.
constexpr bool is_sentence_end(char32_t c) {
    return c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0x6D4 || c == 0x2028 || c == 0x2029 || c == 0x203C;
}
/// What ends a clause.
constexpr bool is_clause_end(char32_t c) {
    return c == 0x60C || c == 0x61B || c == 0x3001 || c == 0xFF0C || c == 0x2013 || c == 0x2014 || c == 0xAB ||
           c == 0xBB || c == 0x201C || c == 0x201D;
}
/// What stands between words.
constexpr bool is_separator(char32_t c) {
    return within(c, 0x80, 0xBF) || c == 0xD7 || c == 0xF7 || within(c, 0x2000, 0x206F) || within(c, 0x3000, 0x303F);
}

}  // namespace fanal::text
