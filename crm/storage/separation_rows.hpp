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

/// undone or rejected, as the column and the JSON say it.
std::string_view to_text(SeparationReason reason);

/// Keeps two profiles apart. A rejection outweighs an undoing; the first date stays otherwise.
void add_separation(Store& store, ProfileId one, ProfileId other, SeparationReason reason, Instant decided_at);

/// Keeps two profiles apart no more, for whatever reason they were.
void remove_separation(Store& store, ProfileId one, ProfileId other);

/// Since when a person says that these are two people; nullopt when nobody does.
std::optional<Instant> rejected_at(Store& store, ProfileId one, ProfileId other);

/// Two profiles that are kept apart.
struct Separation {
    ProfileId profile_id;  ///< the smaller id
    ProfileId other_profile_id;
    SeparationReason reason = SeparationReason::rejected;
    Instant decided_at;
};

/// Every pair that is kept apart, in order of ids.
std::vector<Separation> all_separations(Store& store);

/// The pairs of those that are kept apart for this reason.
std::vector<std::pair<ProfileId, ProfileId>> separated_pairs(Store& store, SeparationReason reason);

}  // namespace fanal::storage
