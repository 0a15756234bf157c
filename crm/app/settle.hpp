#pragma once
#include <functional>
#include <span>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/ids.hpp"

namespace fanal::app {

/// What an import changed, as far as the derived tables care.
struct Changes {
    std::vector<InteractionId> interactions;
    std::vector<ProfileId> profiles;  ///< their followers_count
    bool links = false;               ///< a profile lists web addresses
};

/// Brings what is derived (persons, queue) up to the changes. The same rows come out as from settle_all().
void settle(storage::Store& store, const Changes& changes);

/// Throws away what is derived from interactions and builds it anew, indexes included. Scores stay as they are:
/// refresh_scores() makes them. `on_progress` hears every now and then how much is done, up to 1.
void settle_all(storage::Store& store, const std::function<void(double)>& on_progress = {});

/// settle_all() when an import was cut short before it could settle, and its process is no more.
void settle_if_abandoned(storage::Store& store);

/// Values every waiting conversation anew, after scores changed; who waits does not change. Inside the caller's
/// transaction.
void value_queue(storage::Store& store);

}  // namespace fanal::app
