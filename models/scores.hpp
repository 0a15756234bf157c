#pragma once
#include <cstdint>
#include <optional>

namespace fanal {

/// What is known of one fan's standing, as of the instant for which the scores were refreshed.
struct Scores {
    double influence = 0;                  ///< what the fan sets in motion (crm/influence/ledger.hpp)
    std::optional<double> influence_low;   ///< four times in five it is between these two; none: too few fans
    std::optional<double> influence_high;  ///< acted towards this one to say, fewer than five
    double pagerank = 0;                   ///< share of a random walk's time; sums to 1 over all fans
    std::int64_t core_number = 0;          ///< largest k such that the fan is in the k-core
    std::int64_t in_degree = 0;            ///< distinct fans who acted towards this one
    std::int64_t out_degree = 0;           ///< distinct fans towards whom this one acted
};

}  // namespace fanal
