#pragma once
#include <cstdint>
#include <vector>

#include "crm/graph/fan_graph.hpp"

namespace fanal::graph {

/// Measures  how deep in the crowd each fan stands: the largest k such that the fan is in the k-core, the largest part
///           in which everyone has at least k neighbours inside. Directions and weights are left aside, and two fans
///           who act towards each other are neighbours once.
/// Formula   peel away whoever has at most k neighbours left, for k = 0, 1, 2 …; the core number is the k at which one
///           goes.
/// Source    S. B. Seidman, 1983; linear peeling after V. Batagelj and M. Zaversnik, 2003.
/// Cost      O(nodes + edges) time; 4 bytes an edge and 15 a node.
/// Empty     gives no values; a single node has core number 0.
std::vector<std::uint32_t> core_numbers(const FanGraph& graph);

}  // namespace fanal::graph
