#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "crm/identity/word_filter.hpp"

namespace fanal::identity {

/// What a profile is called and says of itself, in the form in which profiles are compared.
struct Naming {
    std::string core;                          ///< of the handle: text::handle_core; empty when it says nothing
    std::vector<std::string> tokens;           ///< of the display name: text::name_tokens; empty when none is shown
    std::vector<std::string> lookalikes = {};  ///< text::lookalike_tokens: to be found by, no evidence
    std::vector<std::string> traits = {};      ///< what the profile says of itself besides: make_traits()
};

/// From what a network shows.
Naming make_naming(std::string_view handle, std::string_view display_name);

/// How many names each token stands in.
class TokenCounts {
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

  public:
    using Counts = std::unordered_map<std::string, int, Hash, std::equal_to<>>;

    TokenCounts() = default;
    /// As if so many names had been added, which hold these tokens so often.
    TokenCounts(Counts counts, int names_count);

    void add(const Naming& naming);
    const Counts& counts() const { return counts_; }
    int names_count() const { return names_count_; }

    /// log2 of one in how many names holds this token; `own_count` of its occurrences are left out.
    double bits(std::string_view token, int own_count) const;
    bool knows(std::string_view token) const { return counts_.contains(token); }
    /// Which texts are no token that stands in any.
    const WordFilter& filter() const { return filter_; }

  private:
    Counts counts_;
    int names_count_ = 0;
    WordFilter filter_;
};

/// What the parts of a name are worth beside the rarity of equal tokens, in bits.
inline constexpr double initial_bits = 2;
inline constexpr double contradiction_bits = 2.5;  ///< off for a token on either side that the other has no equal of
inline constexpr double left_over_bits = 0.3;      ///< off for a token more on one side

/// Which part of the rarer token's bits two tokens that are not equal prove: some for variants of one name and for
/// misspellings, 0 for nothing. Symmetric.
double likeness(std::string_view token, std::string_view other);

/// How far two names speak for one person, in bits: the rarity of the tokens that they have in common in whatever
/// order, less for variants, misspellings and initials, and a little off for what only one has. What one writes as two
/// words and the other as one is compared as one ("Jean-Pierre", "Le Pen"), two initials written as a word as two
/// ("JP"). Symmetric. Both must have tokens.
double name_bits(std::span<const std::string> tokens, std::span<const std::string> other_tokens,
                 const TokenCounts& counts);

}  // namespace fanal::identity
