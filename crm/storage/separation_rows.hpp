#pragma once
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/ids.hpp"
#include "models/instant.hpp"

namespace fanal::storage {

/// Why two profiles are kept apart: a link that the networks vouch for was undone, or a person said that they are two
/// people. The first takes one link back, the second stands against every link.
enum class SeparationReason { undone, rejected };

/// Keeps two profiles apart. A rejection outweighs an undoing; the first date stays otherwise.
void add_separation(Store& store, ProfileId one, ProfileId other, SeparationReason reason, Instant decided_at);

/// Takes back that two profiles are two people.
void remove_rejection(Store& store, ProfileId one, ProfileId other);

/// Since when a person says that these are two people; nullopt when nobody does.
std::optional<Instant> rejected_at(Store& store, ProfileId one, ProfileId other);

/// Every pair that is kept apart for this reason, the smaller id first, in order.
std::vector<std::pair<ProfileId, ProfileId>> separated_pairs(Store& store, SeparationReason reason);

}  // namespace fanal::storage
