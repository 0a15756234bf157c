#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/ids.hpp"

namespace fanal::app {

/// What an import changed, as far as the derived tables care.
struct Changes {
    std::vector<InteractionId> interactions;
    std::vector<ProfileId> profiles;  ///< their followers_count
    bool links = false;               ///< a profile lists web addresses
    std::vector<ProfileId> named{};   ///< profiles of which something new was seen
    bool named_is_complete = true;
    std::map<std::string, std::int64_t> new_profiles{};  ///< how many are new, by network
};

/// Brings what is derived (persons, matches, queue) up to the changes. The same rows come out as from settle_all().
void settle(storage::Store& store, const Changes& changes);

/// Makes persons of the merges, separations and objections that stand, and brings scores and queue along. Inside the
/// caller's transaction.
void settle_merges(storage::Store& store);

/// The same when a link that the networks vouch for may stand again.
void settle_links(storage::Store& store);

/// Throws away what is derived from interactions and builds it anew, indexes included. Scores stay those of the last
/// refresh_scores(), of the persons that there are now. `on_progress` hears every now and then how much is done, up
/// to 1.
void settle_all(storage::Store& store, const std::function<void(double)>& on_progress = {});

/// settle_all() when an import was cut short before it could settle, and its process is no more.
void settle_if_abandoned(storage::Store& store);

struct ScoredFans {
    std::int64_t fans_count = 0;
    std::int64_t edges_count = 0;
};

/// Computes the scores of the persons that there are now from what the last refresh saw. Inside the caller's
/// transaction.
ScoredFans score_fans(storage::Store& store);

/// Values every waiting conversation anew, after scores changed; who waits does not change. Inside the caller's
/// transaction.
void value_queue(storage::Store& store);

}  // namespace fanal::app
