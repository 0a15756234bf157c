#pragma once
#include <vector>

#include "crm/graph/ties.hpp"
#include "crm/storage/store.hpp"
#include "models/ids.hpp"

namespace fanal::app {

/// The profiles and ties of the last refresh of the scores as nodes, and the fans that they are now.
struct ScoredCrowd {
    std::vector<ProfileId> profiles;    ///< in order of ids
    std::vector<FanId> fans;            ///< in order of ids
    std::vector<std::uint32_t> fan_of;  ///< by profile: an index of `fans`
    std::vector<graph::Tie> ties;       ///< between profiles
};

/// Empty before the first refresh.
ScoredCrowd scored_crowd(storage::Store& store);

}  // namespace fanal::app
