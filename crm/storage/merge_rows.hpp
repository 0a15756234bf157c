#pragma once
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/ids.hpp"
#include "models/instant.hpp"
#include "models/profile_links.hpp"

namespace fanal::storage {

/// Every profile that lists a web address, with its own.
std::vector<ProfileLinks> linking_profiles(Store& store);

/// Keeps the statement that two profiles are one person because both vouch for it; dated by the newest fact it rests
/// on. Says nothing new when it is kept already, undone or not.
void add_vouched_merge(Store& store, ProfileId one, ProfileId other, const std::string& evidence);

/// The pairs of every merge that has not been undone, in order.
std::vector<std::pair<ProfileId, ProfileId>> active_merges(Store& store);

/// Sets the person of each listed profile, and makes every other profile a person of its own. Returns whose person
/// changed.
std::vector<ProfileId> set_persons(Store& store, std::span<const std::pair<ProfileId, FanId>> persons);

}  // namespace fanal::storage
