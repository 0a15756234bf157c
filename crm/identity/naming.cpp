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

/// What two tokens that are not equal prove; 0 for nothing.
double token_pair_bits(std::string_view token, std::string_view other, const TokenCounts& counts) {
    if (token.size() == 1 || other.size() == 1) {
        return token.front() == other.front() ? initial_bits : 0;
    }
    const double part = likeness(token, other);
    return part > 0 ? part * std::min(counts.bits(token, 0), counts.bits(other, 0)) : 0;
}

struct Pairing {
    double bits;
    std::size_t token;
    std::size_t other;
};

/// Everything that two tokens prove, the strongest first; equal strengths in an order that both sides see alike.
std::vector<Pairing> pairings(std::span<const std::string> tokens, std::span<const std::string> others,
                              const TokenCounts& counts) {
    std::vector<Pairing> found;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        for (std::size_t j = 0; j < others.size(); ++j) {
            const bool equal = tokens[i] == others[j];
            const double same_bits = tokens[i].size() == 1 ? initial_bits : counts.bits(tokens[i], 0) - 0.5;
            const double bits = equal ? same_bits : token_pair_bits(tokens[i], others[j], counts);
            if (equal || bits > 0) {
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
    return {text::handle_core(handle), text::name_tokens(display_name)};
}

void TokenCounts::add(const Naming& naming) {
    std::vector<std::string_view> tokens(naming.tokens.begin(), naming.tokens.end());
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    for (const std::string_view token : tokens) {
        ++counts_[std::string(token)];
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
    if (are_variants(token, other)) {
        return variant_part;
    }
    const bool long_enough = std::min(token.size(), other.size()) >= misspelt_letters_min;
    return long_enough && jaro_winkler(token, other) >= misspelt_similarity ? misspelt_part : 0;
}

double name_bits(std::span<const std::string> tokens, std::span<const std::string> other_tokens,
                 const TokenCounts& counts) {
    tokens = tokens.first(std::min(tokens.size(), tokens_max));
    other_tokens = other_tokens.first(std::min(other_tokens.size(), tokens_max));
    std::uint32_t paired = 0;
    std::uint32_t other_paired = 0;
    double bits = 0;
    int pairs_count = 0;
    for (const Pairing& pairing : pairings(tokens, other_tokens, counts)) {
        if ((paired >> pairing.token & 1) == 0 && (other_paired >> pairing.other & 1) == 0) {
            paired |= 1U << pairing.token;
            other_paired |= 1U << pairing.other;
            bits += pairing.bits;
            ++pairs_count;
        }
    }
    const double unpaired = static_cast<double>(tokens.size()) - pairs_count;
    const double other_unpaired = static_cast<double>(other_tokens.size()) - pairs_count;
    return bits - contradiction_bits * std::min(unpaired, other_unpaired) -
           left_over_bits * std::abs(unpaired - other_unpaired);
}

}  // namespace fanal::identity
