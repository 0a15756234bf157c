#pragma once
#include <cstdint>
#include <string>

#include "models/instant.hpp"

namespace fanal {

/// How well a score ranked, on this database's own past, who would be taken up next: computed from what had happened
/// until an instant, held against what others did afterwards, at several instants. Rates are from 0 to 1.
struct ScoreEvaluation {
    std::string score;                ///< influence, pagerank, core_number, or interactions_received: the plain count
    std::int64_t splits_count = 0;    ///< instants at which it was tried
    std::int64_t received_count = 0;  ///< interactions that came after them, all together
    Instant from_at;                  ///< the first of the instants
    double ndcg_at_100 = 0;           ///< how right the order of the first 100 was; the mean over the instants
    double capture_at_100 = 0;        ///< of what the best 100 received, what the first 100 did; the mean
};

}  // namespace fanal
