#pragma once
#include <span>
#include <vector>

#include "crm/identity/groups.hpp"
#include "crm/identity/network_model.hpp"

namespace fanal::identity {

/// A pair of profiles of two networks, and why it may be one person. All parts are thousandths of a bit and add up to
/// the log-odds of the probability.
struct NetworkMatch {
    std::uint32_t profile;
    std::uint32_t other;
    NetworkEvidence evidence;
    int competition = 0;  ///< 0 or less: other pairs of either profile fit as well
    double probability = 0;
    bool mutual_best = false;  ///< neither profile has a more probable pair; ties have none

    int total() const { return evidence.sum() + competition; }
};

/// Thousandths of a bit, 100 bits either way at most.
int log_odds_millibits(double probability);

/// Weighs the pairs of two networks beside each other: sets all but their evidence. They are numbered so that `profile`
/// is of one network and `other` of the other.
void compete(std::span<NetworkMatch> matches);

/// Groups of profiles that are one person: joined by pairs from even odds on, when all pairs across speak for it in the
/// mean, and never two profiles of one network. `network_of` says where each profile is; gives for each the smallest
/// index in its group.
std::vector<std::uint32_t> group_profiles(std::span<const std::uint32_t> network_of,
                                          std::span<const WeighedPair> pairs);

}  // namespace fanal::identity
