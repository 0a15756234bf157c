#include <cmath>

#include "crm/identity/handle_words.hpp"
#include "crm/identity/match_model.hpp"
#include "crm/identity/name_variants.hpp"

/// The numbers of the built-in model, and where each comes from. None was read off anybody's profiles: they are what
/// can be said of names before any is seen, and on the careful side.
namespace fanal::identity {
namespace {

/// An unknown word of a name is as rare as one in so many names: 11 bits, what a family name says on average in the
/// United States or France, where the entropy of family names is between 10 and 13 bits.
constexpr int names_count = 2047;
/// A given name that is known here (given_names()) says some 7 bits on average.
constexpr int names_of_given_name = 16;
/// Words between names, which say nothing: one name in four has one.
constexpr int names_of_particle = 512;
constexpr std::string_view particles[] = {"de",  "la",  "le",  "du", "des", "van", "von", "der",
                                          "den", "di",  "da",  "el", "al",  "ben", "bin", "dos",
                                          "del", "the", "and", "et", "y",   "of",  "st",  "saint"};

/// Of a hundred pairs that have a key in common one is one person, and a pair in a hundred has a key in common. On
/// networks of a thousand people who are half the same that is about right; with more people, more pairs share a key.
constexpr double match_rate = 0.01;
constexpr double pairs_a_candidate = 100;

/// A word of a name in the other's handle proves no more than the name's rarity, less what it costs to say so.
constexpr double handle_bits_max = 10;

/// So many bits of agreement come by chance to one pair in 2^bits at most (Kraft's inequality), and agreement below
/// none is as usual as none.
template <std::size_t levels>
void fill_chance(std::array<double, levels>& chance, double first_bits) {
    double sum = 0;
    for (std::size_t level = 0; level < levels; ++level) {
        chance[level] = std::exp2(-std::max(0.0, first_bits + bits_a_level * static_cast<double>(level)));
        sum += chance[level];
    }
    for (double& rate : chance) {
        rate /= sum;
    }
}

TokenCounts usual_tokens() {
    TokenCounts::Counts counts;
    for (const std::string_view name : given_names()) {
        counts.emplace(name, names_of_given_name);
    }
    for (const std::string_view word : particles) {
        counts[std::string(word)] = names_of_particle;
    }
    return {std::move(counts), names_count};
}

/// Letters follow each other as in given names.
Surprisal usual_letters() {
    Surprisal letters;
    for (const std::string_view name : given_names()) {
        letters.add(name, 1);
    }
    return letters;
}

}  // namespace

MatchModel MatchModel::built_in() {
    MatchModel model;
    model.statistics.tokens = usual_tokens();
    model.statistics.other_letters = usual_letters();
    model.other_networks = fit({}, 0, 0);  // what a match is believed to look like before any is seen
    fill_chance(model.other_networks.handle.chance, first_handle_bits);
    fill_chance(model.other_networks.name.chance, first_name_bits);
    model.unequal_handle_bits_max = handle_bits_max;
    model.other_networks.match_rate = match_rate;
    model.other_networks.match_rates.fill(match_rate);
    model.other_networks.pairs_a_candidate = pairs_a_candidate;
    return model;
}

}  // namespace fanal::identity
