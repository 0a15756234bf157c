#pragma once
#include <span>
#include <unordered_set>
#include <utility>
#include <vector>

#include "models/ids.hpp"

namespace fanal::identity {

using ProfilePair = std::pair<ProfileId, ProfileId>;

/// What decides which profiles are one person.
struct PersonLinks {
    std::vector<ProfilePair> said{};           ///< by people to be one person
    std::vector<ProfilePair> vouched{};        ///< for each other, by the networks
    std::vector<ProfilePair> separated{};      ///< never in one person, whatever joins them
    std::unordered_set<ProfileId> objected{};  ///< never joined with anyone
};

/// Persons: for each profile of the links said and vouched, in order of ids, the smallest profile id among those joined
/// with it. What people said is joined first, then what is vouched for, each in order of ids; a link that would bring
/// separated profiles together is passed over. So the result depends on what the links are, not on when they came, and
/// taking one away gives what would have been without it. O(n log n).
std::vector<std::pair<ProfileId, FanId>> persons(const PersonLinks& links);

}  // namespace fanal::identity
