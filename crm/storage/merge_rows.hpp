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

/// Two profiles that vouch for each other, and the addresses by which they do.
struct VouchedMerge {
    ProfileId profile_id;
    ProfileId other_profile_id;
    std::string evidence;
};

/// Makes these, and no others, the merges that the networks decided; each is dated by the newest fact it rests on.
void replace_vouched_merges(Store& store, std::span<const VouchedMerge> merges);

/// Who decided that two profiles are one person.
enum class MergeDecider { networks, person };

/// The pairs of the merges that stand, the smaller id first.
std::vector<std::pair<ProfileId, ProfileId>> merged_pairs(Store& store, MergeDecider decider);

/// Sets the person of each listed profile, and makes every other profile a person of its own. Returns every profile of
/// the persons that changed, in order: of those that lost one, and of those that gained one.
std::vector<ProfileId> set_persons(Store& store, std::span<const std::pair<ProfileId, FanId>> persons);

}  // namespace fanal::storage
