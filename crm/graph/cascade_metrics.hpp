#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "models/cascade.hpp"

namespace fanal::graph {

/// Measures  the shape of a cascade: size, depth, most posts at one depth, and structural virality, the mean distance
///           between all pairs of its posts. A broadcast of n posts has 2 - 2/n, a chain (n + 1)/3.
/// Formula   2 / (n (n - 1)) * sum over posts but the root of s (n - s), with s the post's subtree_size: each edge is
///           crossed by the pairs with one end below it and one above.
/// Source    S. Goel, A. Anderson, J. Hofman, D. Watts, 2016, appendix A.
/// Cost      O(n) time, O(depth) memory.
/// Empty     no nodes have size, depth and breadth 0; a root alone has size 1, depth 0, breadth 1 and no virality.
/// Reads depth and subtree_size of the nodes, as cascade_tree() fills them.
CascadeMetrics cascade_metrics(std::span<const CascadeNode> nodes);

/// Measures  the way by which a cascade went furthest into the crowd: from the root, at each step on to the child with
/// the
///           largest subtree, the earliest of equals.
/// Cost      O(n) time.
/// Empty     no nodes give no path; a root alone gives {0}.
/// Needs parents before their children, and siblings in order, as cascade_tree() gives them. Gives node indexes.
std::vector<std::int32_t> most_viral_path(std::span<const CascadeNode> nodes);

}  // namespace fanal::graph
