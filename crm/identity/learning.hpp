#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "crm/identity/match_crowd.hpp"
#include "crm/identity/match_model.hpp"

namespace fanal::identity {

/// What was learned about two networks.
struct LearnedPair {
    NetworkPair networks;
    std::size_t candidates_count;
    NetworkModel model;
};

/// What profiles taught, without anybody saying who is who.
struct Learned {
    std::string statistics;  ///< as bytes: to_bytes()
    std::vector<LearnedPair> pairs;

    /// The model that serves with it.
    MatchModel model() const;
};

/// The built-in model with statistics that were learned, to_bytes(), in the place of its own. Throws internal when they
/// are broken.
MatchModel model_with(std::string_view statistics);

/// Learns how common names and handles are, and what agreement between each two networks is worth where there are
/// matches enough to learn from. `reach` hears how much is done, up to 1.
Learned learn(std::span<const KnownProfile> profiles, const std::function<void(double)>& reach);

}  // namespace fanal::identity
