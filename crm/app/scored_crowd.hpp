#pragma once
#include <vector>

#include "crm/influence/ledger.hpp"
#include "crm/storage/store.hpp"
#include "models/edge.hpp"
#include "models/ids.hpp"

namespace fanal::app {

/// The profiles of the last refresh of the scores, the fans that they are now, and what these did.
struct ScoredCrowd {
    Instant as_of;                      ///< of that refresh
    std::vector<ProfileId> profiles;    ///< in order of ids
    std::vector<FanId> fans;            ///< in order of ids
    std::vector<std::uint32_t> fan_of;  ///< by profile: an index of `fans`
    influence::Ledger ledger;           ///< of fans

    /// What ties the fans, as strong as the graph's kernels take it.
    std::vector<Edge> edges() const;
};

/// Throws not_found before the first refresh.
ScoredCrowd scored_crowd(storage::Store& store);

}  // namespace fanal::app
