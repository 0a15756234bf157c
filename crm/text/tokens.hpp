#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fanal::text {

enum class TokenKind : unsigned char {
    word,    ///< a word or a number
    symbol,  ///< an emoji or a currency sign: a word that no "not" before it turns round
    clause_end,
    sentence_end,
    question_mark,
};

/// A word is only ever compared, so that its hash stands for it. It may be read in two ways: a number as itself or as
/// any number, a stretched word ("meeerci", "goooood") with the stretched letter once or twice.
struct Token {
    std::uint64_t reading;        ///< 0 for what is no word
    std::uint64_t other_reading;  ///< 0 if there is none
    TokenKind kind;
};

/// The reading that all numbers share.
extern const std::uint64_t any_number;

/// A text cut into tokens, on the stack. The array is not initialised beyond `count`.
struct Tokens {
    static constexpr std::size_t count_max = 1024;

    std::array<Token, count_max> list;
    std::size_t count;
    int links_count;
    int mentions_count;
    int phones_count;      ///< numbers long enough to be called
    bool wants_folding;    ///< has combining accents or letters dressed up: fold() the text and cut it again
    bool has_look_alikes;  ///< circled or mathematical letters
};

/// Words are lower case without accents; "j'adore" is two of them, "don't" is one, "#BestTeamEver" three. Emoji are
/// words whatever their skin tone. Links and mentions are counted and left out, and ":-)" is 🙂. Invisible
/// characters, among them those that turn the direction of writing, are as if absent; broken UTF-8 separates words.
void cut_into_tokens(std::string_view utf8, Tokens& tokens);

}  // namespace fanal::text
