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

/// Makes these, and no others, the merges that the networks decided; each is dated by the newest fact it rests on. One
/// that a person has undone stays undone.
void replace_vouched_merges(Store& store, std::span<const VouchedMerge> merges);

/// The pairs of every merge that has not been undone, in order.
std::vector<std::pair<ProfileId, ProfileId>> active_merges(Store& store);

/// Sets the person of each listed profile, and makes every other profile a person of its own. Returns whose person
/// changed.
std::vector<ProfileId> set_persons(Store& store, std::span<const std::pair<ProfileId, FanId>> persons);

}  // namespace fanal::storage
