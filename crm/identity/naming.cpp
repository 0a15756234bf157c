#include "crm/identity/naming.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "crm/identity/jaro_winkler.hpp"
#include "crm/identity/name_variants.hpp"
#include "crm/text/names.hpp"

namespace fanal::identity {
namespace {

constexpr std::size_t tokens_max = 12;  // more words than that are a sentence
constexpr double misspelt_similarity = 0.88;
constexpr std::size_t misspelt_letters_min = 4;
constexpr double misspelt_part = 0.6;  // of the bits that equal tokens have
constexpr double variant_part = 0.7;

/// A word of a name as it is compared with another name's, and how rare it is.
struct Word {
    std::string text;
    double bits;
};

using Words = std::vector<Word>;
using Tokens = std::span<const std::string>;

bool is_joined(std::string_view first, std::string_view second, std::string_view joined) {
    return joined.size() == first.size() + second.size() && joined.starts_with(first) && joined.ends_with(second);
}

/// The tokens, two of them as one where the other name writes them so, and two initials in one as two.
Words words_of(Tokens tokens, Tokens others, const TokenCounts& counts) {
    Words words;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string& token = tokens[i];
        const double bits = counts.bits(token, 0);
        const auto writes_as_one = [&](const std::string& other) { return is_joined(token, tokens[i + 1], other); };
        const auto begin_so = [&](const std::string& other, const std::string& next) {
            return other.size() > 1 && next.size() > 1 && other.front() == token.front() &&
                   next.front() == token.back();
        };
        if (i + 1 < tokens.size() && std::any_of(others.begin(), others.end(), writes_as_one)) {
            const std::string joined = token + tokens[i + 1];
            words.push_back({joined, std::min(counts.bits(joined, 0), bits + counts.bits(tokens[i + 1], 0))});
            ++i;
        } else if (token.size() == 2 && std::find(others.begin(), others.end(), token) == others.end() &&
                   std::adjacent_find(others.begin(), others.end(), begin_so) != others.end()) {
            words.push_back({token.substr(0, 1), initial_bits});
            words.push_back({token.substr(1), initial_bits});
        } else {
            words.push_back({token, token.size() == 1 ? initial_bits : bits});
        }
    }
    return words;
}

/// What two words prove; 0 for nothing.
double word_pair_bits(const Word& word, const Word& other) {
    const double bits = std::min(word.bits, other.bits);
    if (word.text == other.text) {
        return word.text.size() == 1 ? initial_bits : bits - 0.5;
    }
    if (word.text.size() == 1 || other.text.size() == 1) {
        return word.text.front() == other.text.front() ? initial_bits : 0;
    }
    return likeness(word.text, other.text) * bits;
}

bool is_vowel(char c) {
    return std::string_view("aeiouyw").find(c) != std::string_view::npos;
}

/// The first letter and the consonants behind it, each once in a row.
std::string without_vowels(std::string_view token) {
    std::string found;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (i == 0 || (!is_vowel(token[i]) && token[i] != token[i - 1])) {
            found += token[i];
        }
    }
    return found;
}

/// Scripts that leave vowels out are latinised so: "mhmd" is "mohamed".
bool are_same_without_vowels(std::string_view token, std::string_view other) {
    constexpr std::size_t letters_min = 3;
    const std::string letters = without_vowels(token);
    return letters.size() >= letters_min && (letters == token) != (without_vowels(other) == other) &&
           letters == without_vowels(other);
}

struct Pairing {
    double bits;
    std::size_t token;
    std::size_t other;
};

/// Everything that two words prove, the strongest first; equal strengths in an order that both sides see alike.
std::vector<Pairing> pairings(const Words& words, const Words& others) {
    std::vector<Pairing> found;
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t j = 0; j < others.size(); ++j) {
            const double bits = word_pair_bits(words[i], others[j]);
            if (bits > 0 || words[i].text == others[j].text) {
                found.push_back({bits, i, j});
            }
        }
    }
    std::sort(found.begin(), found.end(), [&](const Pairing& a, const Pairing& b) {
        return a.bits != b.bits ? a.bits > b.bits : a.token + a.other < b.token + b.other;
    });
    return found;
}

}  // namespace

Naming make_naming(std::string_view handle, std::string_view display_name) {
    return {text::handle_core(handle), text::name_tokens(display_name), text::lookalike_tokens(display_name)};
}

TokenCounts::TokenCounts(Counts counts, int names_count) : counts_(std::move(counts)), names_count_(names_count) {
    for (const auto& [token, count] : counts_) {
        filter_.add(token);
    }
}

void TokenCounts::add(const Naming& naming) {
    std::vector<std::string_view> tokens(naming.tokens.begin(), naming.tokens.end());
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    for (const std::string_view token : tokens) {
        ++counts_[std::string(token)];
        filter_.add(token);
    }
    names_count_ += tokens.empty() ? 0 : 1;
}

double TokenCounts::bits(std::string_view token, int own_count) const {
    const auto found = counts_.find(token);
    const int count = found == counts_.end() ? 0 : found->second;
    return std::log2((names_count_ + 1.0) /
                     std::max(own_count > 0 ? 0.5 : 1.0, static_cast<double>(count - own_count)));
}

double likeness(std::string_view token, std::string_view other) {
    if (are_variants(token, other) || are_same_without_vowels(token, other)) {
        return variant_part;
    }
    const bool long_enough = std::min(token.size(), other.size()) >= misspelt_letters_min;
    return long_enough && jaro_winkler(token, other) >= misspelt_similarity ? misspelt_part : 0;
}

double name_bits(std::span<const std::string> tokens, std::span<const std::string> other_tokens,
                 const TokenCounts& counts) {
    tokens = tokens.first(std::min(tokens.size(), tokens_max));
    other_tokens = other_tokens.first(std::min(other_tokens.size(), tokens_max));
    const Words words = words_of(tokens, other_tokens, counts);
    const Words others = words_of(other_tokens, tokens, counts);
    std::uint32_t paired = 0;
    std::uint32_t other_paired = 0;
    double bits = 0;
    int pairs_count = 0;
    for (const Pairing& pairing : pairings(words, others)) {
        if ((paired >> pairing.token & 1) == 0 && (other_paired >> pairing.other & 1) == 0) {
            paired |= 1U << pairing.token;
            other_paired |= 1U << pairing.other;
            bits += pairing.bits;
            ++pairs_count;
        }
    }
    const double unpaired = static_cast<double>(words.size()) - pairs_count;
    const double other_unpaired = static_cast<double>(others.size()) - pairs_count;
    return bits - contradiction_bits * std::min(unpaired, other_unpaired) -
           left_over_bits * std::abs(unpaired - other_unpaired);
}

}  // namespace fanal::identity
