#include "crm/text/tokens.hpp"

#include <unicode/utf8.h>

#include <algorithm>

#include "crm/text/code_points.hpp"
#include "crm/text/latin.hpp"

namespace fanal::text {
namespace {

constexpr std::size_t word_bytes_max = 40;
constexpr int phone_digits_min = 9;

/// FNV-1a (Fowler, Noll, Vo): a byte at a time, which suits words of a few letters.
constexpr std::uint64_t hash(std::string_view bytes) {
    std::uint64_t value = 0xcbf29ce484222325;
    for (const char c : bytes) {
        value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    }
    return value | 1;  // 0 means "no reading"
}

constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr char lower(char c) {
    return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// French words that lose their vowel before another: "l'", "qu'". After any other letters an apostrophe is inside a
/// word.
bool is_elided(std::string_view word) {
    constexpr std::array<std::string_view, 5> longer = {"qu", "jusqu", "lorsqu", "puisqu", "quoiqu"};
    return (word.size() == 1 && std::string_view("cdjlmnst").find(word[0]) != std::string_view::npos) ||
           std::find(longer.begin(), longer.end(), word) != longer.end();
}

class Cutter {
  public:
    Cutter(std::string_view text, Tokens& tokens) : text_(text), tokens_(tokens) {}

    void run() {
        while (at_ < text_.size() && tokens_.count < Tokens::count_max) {
            if (static_cast<unsigned char>(text_[at_]) < 0x80) {
                ascii(text_[at_]);
            } else {
                beyond_ascii();
            }
        }
        end_word();
    }

  private:
    char next(std::size_t distance = 1) const { return at_ + distance < text_.size() ? text_[at_ + distance] : '\0'; }

    void ascii(char c) {
        if (is_letter(c)) {
            letter(c);
        } else if (is_digit(c)) {
            number();
        } else if (c == '\'') {
            ++at_;
            end_elision();
        } else {
            sign(c);
        }
    }

    void letter(char c) {
        if (size_ == 0 && starts_link()) {
            links_to_the_next_space();
            return;
        }
        if (in_hashtag_ && size_ > 0 && is_upper(c) && !is_upper(text_[at_ - 1])) {
            end_word();
        }
        put(lower(c));
        ++at_;
    }

    void sign(char c) {
        const bool after_word = size_ > 0;
        if (c == '.' && after_word && ends_in_domain()) {
            size_ = 0;
            links_to_the_next_space();
            return;
        }
        end_word();
        in_hashtag_ = c == '#' || (in_hashtag_ && c == '_');
        if (c == '@' && (is_letter(next()) || is_digit(next()) || next() == '_')) {
            mention();
            return;
        }
        if (emoticon(c)) {
            return;
        }
        ++at_;
        switch (c) {
            case '?':
                mark(TokenKind::question_mark);
                break;
            case '.':
            case '!':
            case '\n':
                mark(TokenKind::sentence_end);
                break;
            case ',':
            case ';':
            case ':':
            case '(':
            case ')':
            case '"':
                mark(TokenKind::clause_end);
                break;
            case '$':
            case '%':
                symbol(static_cast<char32_t>(c));
                break;
            case '+':
                digits_in_row_ = 2;  // a number in the international form is long enough with fewer digits
                break;
            default:
                break;
        }
    }

    void beyond_ascii() {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
        const std::size_t begin = at_;
        UChar32 decoded = 0;
        U8_NEXT(bytes, at_, text_.size(), decoded);
        if (decoded < 0) {
            end_word();
            return;
        }
        const auto c = static_cast<char32_t>(decoded);
        const std::string_view letters = latin_letters(c);
        if (!letters.empty()) {
            put(letters);
        } else if (c == 0x2019 || c == 0x2BC) {
            end_elision();
        } else if (wants_folding(c)) {
            tokens_.wants_folding = true;
            tokens_.has_look_alikes = tokens_.has_look_alikes || is_look_alike(c);
            put(text_.substr(begin, at_ - begin));
        } else if (!is_invisible(c)) {
            sign_beyond_ascii(c, text_.substr(begin, at_ - begin));
        }
    }

    void sign_beyond_ascii(char32_t c, std::string_view bytes) {
        const bool is_mark = is_question_mark(c) || is_sentence_end(c) || is_clause_end(c);
        if (!is_mark && !is_symbol(c) && !is_separator(c)) {
            put(bytes);  // a letter of another script
            return;
        }
        end_word();
        if (is_mark) {
            mark(is_question_mark(c)  ? TokenKind::question_mark
                 : is_sentence_end(c) ? TokenKind::sentence_end
                                      : TokenKind::clause_end);
        } else if (is_symbol(c)) {
            symbol(c);
        }
    }

    /// After an apostrophe: "l'" ends a word, "don'" does not.
    void end_elision() {
        if (is_elided({word_.data(), size_})) {
            end_word();
        }
    }

    void number() {
        end_word();
        const std::size_t begin = at_;
        while (at_ < text_.size() &&
               (is_digit(text_[at_]) ||
                (std::string_view(".,:").find(text_[at_]) != std::string_view::npos && is_digit(next())))) {
            digits_in_row_ += is_digit(text_[at_]) ? 1 : 0;
            ++at_;
        }
        if (digits_in_row_ >= phone_digits_min) {
            ++tokens_.phones_count;
            digits_in_row_ = 0;
        }
        add({hash(text_.substr(begin, at_ - begin)), any_number, TokenKind::word});
    }

    void mention() {
        ++tokens_.mentions_count;
        ++at_;
        while (at_ < text_.size() &&
               (is_letter(text_[at_]) || is_digit(text_[at_]) || text_[at_] == '_' || text_[at_] == '-' ||
                ((text_[at_] == '.' || text_[at_] == '@') && is_letter(next())))) {
            ++at_;
        }
    }

    bool says(std::string_view lower_case) const {
        const std::string_view here = text_.substr(at_, lower_case.size());
        return std::equal(here.begin(), here.end(), lower_case.begin(), lower_case.end(),
                          [](char a, char b) { return lower(a) == b; });
    }

    bool starts_link() const {
        const char first = lower(text_[at_]);
        return (first == 'h' && (says("http://") || says("https://"))) || (first == 'w' && says("www."));
    }

    /// A link without its scheme, such as "bit.ly/x" or "shop.example.com": `at_` is on a dot after a word.
    bool ends_in_domain() const {
        constexpr std::array<std::string_view, 18> endings = {".com", ".net",  ".org", ".fr",   ".io", ".ly",
                                                              ".gg",  ".ru",   ".xyz", ".shop", ".co", ".me",
                                                              ".biz", ".info", ".top", ".site", ".tk", ".store"};
        return std::any_of(endings.begin(), endings.end(), [this](std::string_view ending) {
            const char after = next(ending.size());
            return says(ending) && (after == '\0' || after == '/' || is_space(after));
        });
    }

    void links_to_the_next_space() {
        ++tokens_.links_count;
        while (at_ < text_.size() && !is_space(text_[at_])) {
            ++at_;
        }
    }

    /// Reads ":-)" and its like as the emoji they stand for.
    bool emoticon(char eyes) {
        if (eyes == '<') {
            const bool broken = next() == '/' && next(2) == '3';
            return (broken || next() == '3') && replace_by(broken ? U'💔' : U'❤', broken ? 3 : 2);
        }
        if (eyes == '^') {
            return next() == '^' && replace_by(U'🙂', 2);
        }
        if (eyes != ':' && eyes != ';' && eyes != '=') {
            return false;
        }
        const bool nose = next() == '-' || next() == '\'';
        const std::size_t mouth = nose ? 2 : 1;
        if (is_letter(next(mouth + 1)) || is_digit(next(mouth + 1))) {
            return false;
        }
        switch (next(mouth)) {
            case ')':
            case 'D':
                return replace_by(U'🙂', mouth + 1);
            case '(':
                return replace_by(U'🙁', mouth + 1);
            case '/':
            case '|':
                return replace_by(U'😕', mouth + 1);
            case '*':
                return replace_by(U'😘', mouth + 1);
            default:
                return false;
        }
    }

    bool replace_by(char32_t emoji, std::size_t bytes) {
        at_ += bytes;
        symbol(emoji);
        return true;
    }

    void symbol(char32_t c) {
        const std::array<char, 4> bytes = {static_cast<char>(c), static_cast<char>(c >> 8), static_cast<char>(c >> 16),
                                           '\xFF'};
        add({hash({bytes.data(), bytes.size()}), 0, TokenKind::symbol});
    }

    /// Marks in a row count as one: a question mark outdoes an end.
    void mark(TokenKind kind) {
        digits_in_row_ = 0;
        Token* last = tokens_.count > 0 ? &tokens_.list[tokens_.count - 1] : nullptr;
        if (last != nullptr && last->kind != TokenKind::word && last->kind != TokenKind::symbol) {
            last->kind = std::max(last->kind, kind);
        } else {
            add({0, 0, kind});
        }
    }

    void add(const Token& token) {
        if (tokens_.count < Tokens::count_max) {
            tokens_.list[tokens_.count++] = token;
        }
    }

    void put(std::string_view letters) {
        for (const char c : letters) {
            put(c);
        }
    }

    void put(char c) {
        run_ = size_ > 0 && word_[size_ - 1] == c ? run_ + 1 : 1;
        stretched_ = stretched_ || run_ >= 3;
        if (size_ < word_bytes_max) {
            word_[size_++] = c;
        }
    }

    void end_word() {
        if (size_ == 0) {
            return;
        }
        digits_in_row_ = 0;
        if (stretched_) {
            add({squeezed(1), squeezed(2), TokenKind::word});
        } else {
            add({hash({word_.data(), size_}), 0, TokenKind::word});
        }
        size_ = 0;
        stretched_ = false;
    }

    /// The word with every letter that stands three times or more in a row standing `times` times instead.
    std::uint64_t squeezed(std::size_t times) const {
        std::array<char, word_bytes_max> squeezed;
        std::size_t size = 0;
        for (std::size_t begin = 0, end = 0; begin < size_; begin = end) {
            while (end < size_ && word_[end] == word_[begin]) {
                ++end;
            }
            const std::size_t kept = end - begin >= 3 ? times : end - begin;
            std::fill_n(squeezed.begin() + static_cast<std::ptrdiff_t>(size), kept, word_[begin]);
            size += kept;
        }
        return hash({squeezed.data(), size});
    }

    std::string_view text_;
    Tokens& tokens_;
    std::size_t at_ = 0;
    std::array<char, word_bytes_max> word_;  ///< the word being read: its first size_ bytes
    std::size_t size_ = 0;
    std::size_t run_ = 0;
    bool stretched_ = false;
    bool in_hashtag_ = false;
    int digits_in_row_ = 0;
};

}  // namespace

constinit const std::uint64_t any_number = hash("#");

void cut_into_tokens(std::string_view utf8, Tokens& tokens) {
    tokens.count = 0;
    tokens.links_count = 0;
    tokens.mentions_count = 0;
    tokens.phones_count = 0;
    tokens.wants_folding = false;
    tokens.has_look_alikes = false;
    Cutter(utf8, tokens).run();
}

}  // namespace fanal::text
