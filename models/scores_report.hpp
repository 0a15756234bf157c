#pragma once
#include <cstdint>

#include "models/instant.hpp"

namespace fanal {

/// What one refresh of the scores did.
struct ScoresReport {
    Instant as_of;  ///< the interactions up to here were counted
    std::int64_t fans_count = 0;
    std::int64_t edges_count = 0;
    double seconds = 0;
};

}  // namespace fanal
