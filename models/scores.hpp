#pragma once
#include <cstdint>

namespace fanal {

/// What the graph says of one fan, as of the instant for which the scores were refreshed.
struct Scores {
    double engagement_received = 0;  ///< time-decayed weight of what others did towards the fan; the plain baseline
    double pagerank = 0;             ///< share of a random walk's time; sums to 1 over all fans
    std::int64_t core_number = 0;    ///< largest k such that the fan is in the k-core
    std::int64_t in_degree = 0;      ///< distinct fans who acted towards this one
    std::int64_t out_degree = 0;     ///< distinct fans towards whom this one acted
};

}  // namespace fanal
