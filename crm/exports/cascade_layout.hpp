#pragma once
#include <span>
#include <vector>

#include "models/cascade.hpp"

namespace fanal::exports {

/// Where a post of a cascade stands, seen from the root: `radius` in units of the picture, `angle` in radians.
struct Polar {
    double radius = 0;
    double angle = 0;
};

/// A cascade around its root, a ring for each depth: those that nobody reshared on share the whole turn evenly, in the
/// order of the nodes, and every other post stands in the middle of what it brought, so that no line crosses another.
/// A ring has room for all who stand on it. O(nodes). Empty for no nodes.
std::vector<Polar> cascade_layout(std::span<const CascadeNode> nodes);

}  // namespace fanal::exports
