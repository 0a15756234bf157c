#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

/// One merge that stands.
struct MergeRow {
    MergeId merge_id;
    ProfileId profile_id;  ///< the smaller of the two ids
    ProfileId other_profile_id;
    MergeDecider decider = MergeDecider::person;
    std::string evidence;
    Instant merged_at;
    bool in_bulk = false;  ///< accepted with all others from a probability on
};

/// The id of the merge of two profiles, given in any order, by this decider.
MergeId merge_id(MergeDecider decider, ProfileId one, ProfileId other);

/// nullopt when no such merge stands.
std::optional<MergeRow> find_merge(Store& store, MergeId id);
/// The newest first, ties by id.
std::vector<MergeRow> newest_merges(Store& store, std::int64_t limit);
/// The same of those that a person decided one by one.
std::vector<MergeRow> newest_single_merges(Store& store, std::int64_t limit);
std::int64_t count_merges(Store& store);
/// The merges that name a profile, by id; those of the other profile stand under that one too.
std::vector<MergeRow> merges_of(Store& store, ProfileId id);

/// Writes what a person said. There must be no such merge yet.
void add_merge(Store& store, const MergeRow& merge);
void remove_merge(Store& store, MergeId id);

/// networks or person, as the column and the JSON say it.
std::string_view to_text(MergeDecider decider);

/// Sets the person of each listed profile, and makes every other profile a person of its own. Returns every profile of
/// the persons that changed, in order: of those that lost one, and of those that gained one.
std::vector<ProfileId> set_persons(Store& store, std::span<const std::pair<ProfileId, FanId>> persons);

}  // namespace fanal::storage
