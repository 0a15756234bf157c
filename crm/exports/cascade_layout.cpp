#include "crm/exports/cascade_layout.hpp"

#include <algorithm>
#include <numbers>

namespace fanal::exports {
namespace {

constexpr double ring_gap = 70;          ///< between two rings of a shallow cascade
constexpr double ring_gap_min = 8;       ///< of one as deep as a chain
constexpr double radius_of_rings = 900;  ///< beyond it deep cascades draw their rings together
constexpr double room = 9;               ///< along a ring, for one post

/// The distance of each depth from the root.
std::vector<double> ring_radii(std::span<const CascadeNode> nodes) {
    std::vector<double> counts;
    for (const CascadeNode& node : nodes) {
        counts.resize(std::max(counts.size(), static_cast<std::size_t>(node.depth) + 1));
        ++counts[static_cast<std::size_t>(node.depth)];
    }
    const double gap = std::clamp(radius_of_rings / static_cast<double>(counts.size()), ring_gap_min, ring_gap);
    std::vector<double> radii(counts.size());
    for (std::size_t depth = 1; depth < counts.size(); ++depth) {
        radii[depth] = std::max(radii[depth - 1] + gap, counts[depth] * room / (2 * std::numbers::pi));
    }
    return radii;
}

}  // namespace

std::vector<Polar> cascade_layout(std::span<const CascadeNode> nodes) {
    const auto parent_of = [&](std::size_t node) { return static_cast<std::size_t>(nodes[node].parent); };
    // Parents come first, so one way through the nodes from behind adds up what is below each.
    std::vector<double> leaves(nodes.size());
    for (std::size_t node = nodes.size(); node-- > 0;) {
        leaves[node] = std::max(leaves[node], 1.0);
        if (nodes[node].parent >= 0) {
            leaves[parent_of(node)] += leaves[node];
        }
    }
    std::vector<Polar> places(nodes.size());
    std::vector<double> next(nodes.size());  // the first leaf of a node that none of its children has taken yet
    const std::vector<double> radii = ring_radii(nodes);
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        if (nodes[node].parent >= 0) {
            next[node] = next[parent_of(node)];
            next[parent_of(node)] += leaves[node];
        }
        const double middle = next[node] + leaves[node] / 2;
        places[node] = {radii[static_cast<std::size_t>(nodes[node].depth)],
                        2 * std::numbers::pi * middle / leaves.front()};
    }
    return places;
}

}  // namespace fanal::exports
