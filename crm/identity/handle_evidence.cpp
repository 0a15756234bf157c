#include "crm/identity/handle_evidence.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "crm/identity/handle_words.hpp"

namespace fanal::identity {
namespace {

constexpr float own_name_bits = 2;  // what it costs to begin a copy from each
constexpr float other_name_bits = 2.5;
constexpr float other_handle_bits = 4;
constexpr float name_token_weight = 0.5;  // of a token of a display name, in counting letters
constexpr std::size_t name_token_letters_min = 3;
constexpr std::size_t name_token_letters_max = 14;
constexpr float year_bits = 5;
constexpr float digits_bits = 2;
constexpr float digit_bits = 2.2F;
constexpr double less_unexplained_part = 0.5;  // of what neither side explains, the smaller one
constexpr double more_unexplained_part = 0.15;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A run of digits that begins at `begin`, if one does.
void add_digits(std::string_view core, std::size_t begin, std::vector<KnownWord>& words) {
    if (!is_digit(core[begin]) || (begin > 0 && is_digit(core[begin - 1]))) {
        return;
    }
    const auto end = std::find_if_not(core.begin() + static_cast<std::ptrdiff_t>(begin), core.end(), is_digit);
    const auto size = static_cast<std::size_t>(end - core.begin()) - begin;
    const std::string_view century = core.substr(begin, 2);
    const bool is_year = size == 4 && (century == "19" || century == "20");
    words.push_back({begin, size, is_year ? year_bits : digits_bits + digit_bits * static_cast<float>(size)});
}

/// Everything that `core` could have written at once.
std::vector<KnownWord> words_in(std::string_view core, const TokenCounts& counts, int own_count) {
    std::vector<KnownWord> words;
    for (std::size_t begin = 0; begin < core.size(); ++begin) {
        add_digits(core, begin, words);
        const std::size_t size_max = std::min(core.size() - begin, handle_word_letters_max);
        std::uint32_t state = WordFilter::extended(WordFilter::empty, core[begin]);
        for (std::size_t size = 2; size <= size_max; ++size) {
            const std::string_view word = core.substr(begin, size);
            state = WordFilter::extended(state, word.back());
            const double bits = handle_word_filter().may_hold(state) ? handle_word_bits(word) : 0;
            if (bits > 0) {
                words.push_back({begin, size, static_cast<float>(bits)});
            }
            if (size >= name_token_letters_min && size <= name_token_letters_max && counts.filter().may_hold(state) &&
                counts.knows(word)) {
                words.push_back({begin, size, static_cast<float>(counts.bits(word, own_count) + 1)});
            }
        }
    }
    return words;
}

double saved_bits(const PreparedHandle& profile, const PreparedHandle& source) {
    const std::array<CopySource, 3> sources = {{{profile.name, true, own_name_bits},
                                                {source.name, true, other_name_bits},
                                                {source.core, false, other_handle_bits}}};
    return profile.own_bits - writing_bits(profile.core, profile.letter_bits, profile.words, sources);
}

}  // namespace

Surprisal learn_letters(std::span<const Naming> profiles) {
    Surprisal surprisal;
    std::set<std::string_view> cores;
    for (const Naming& profile : profiles) {
        if (!profile.core.empty() && cores.insert(profile.core).second) {
            surprisal.add(profile.core, 1);
        }
        for (const std::string& token : profile.tokens) {
            if (token.size() >= name_token_letters_min) {
                surprisal.add(token, name_token_weight);
            }
        }
    }
    return surprisal;
}

PreparedHandle prepare_handle(const Naming& naming, const Surprisal& surprisal, const TokenCounts& counts,
                              int own_count) {
    PreparedHandle prepared;
    prepared.core = naming.core;
    for (const std::string& token : naming.tokens) {
        prepared.name += (prepared.name.empty() ? "" : " ") + token;
    }
    prepared.letter_bits = surprisal.letter_bits(naming.core, naming.tokens.empty() ? 1.0F : 1.0F + name_token_weight);
    prepared.words = words_in(naming.core, counts, own_count);
    const std::array<CopySource, 1> own = {{{prepared.name, true, own_name_bits}}};
    prepared.own_bits = writing_bits(naming.core, prepared.letter_bits, prepared.words, own);
    return prepared;
}

HandleBits weigh_handles(const PreparedHandle& one, const PreparedHandle& two) {
    HandleBits found;
    found.missing = one.core.empty() || two.core.empty();
    const bool alike = one.name.empty() == two.name.empty();  // both show a name, or none does
    // Where one side alone shows a name, the other's handle is what that name can explain.
    const PreparedHandle& explained = alike || one.name.empty() ? one : two;
    const PreparedHandle& source = &explained == &one ? two : one;
    const bool source_says_something = !source.core.empty() || (!alike && !source.name.empty());
    if (explained.core.empty() || !source_says_something) {
        return found;
    }
    found.known = true;
    found.equal = one.core == two.core;
    double saved = saved_bits(explained, source);
    found.own_bits = explained.own_bits;
    if (alike) {
        saved = (saved + saved_bits(source, explained)) / 2;
        found.own_bits = one.name.empty() ? (one.own_bits + two.own_bits) / 2 : explained.own_bits;
    }
    const double left = std::max(0.0, explained.own_bits - saved);
    const double source_left = alike ? std::max(0.0, source.own_bits - saved) : left;
    found.bits = saved - less_unexplained_part * std::min(left, source_left) -
                 more_unexplained_part * std::max(left, source_left);
    return found;
}

}  // namespace fanal::identity
