#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "crm/identity/match_crowd.hpp"
#include "crm/identity/match_model.hpp"
#include "crm/storage/naming_rows.hpp"
#include "crm/storage/store.hpp"
#include "models/ids.hpp"

namespace fanal::app {

/// The model that serves: the one trained last, or the built-in one. Read once, and kept as long as it serves.
std::shared_ptr<const identity::MatchModel> active_model(storage::Store& store);

/// Every profile that says something and has not objected to being linked. `on_profile` hears of each, in order.
std::vector<identity::KnownProfile> known_profiles(
    storage::Store& store, const std::function<void(const storage::ProfileNaming&)>& on_profile = {});

/// Matches anew the profiles of which a name or handle was seen. `new_profiles` counts those that are new, by network.
/// The same rows come out as from rebuild_matches(), at the cost of what changed. Inside the caller's transaction.
void settle_matches(storage::Store& store, std::span<const ProfileId> seen,
                    const std::map<std::string, std::int64_t>& new_profiles);

/// Throws the matches away and makes them anew of all profiles, which are held in memory, some 600 bytes each. Nothing
/// is done while all are of one network. Inside the caller's transaction.
void rebuild_matches(storage::Store& store);

}  // namespace fanal::app
