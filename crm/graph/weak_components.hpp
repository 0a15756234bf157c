#pragma once
#include <cstdint>
#include <vector>

#include "crm/graph/fan_graph.hpp"

namespace fanal::graph {

struct WeakComponents {
    std::vector<std::uint32_t> component;  ///< by node: the smallest node of its component
    std::uint32_t components_count = 0;
};

/// Measures  who is connected with whom at all, by edges of whatever direction and weight.
/// Formula   two nodes are in one component when a path of edges, each walked either way, joins them.
/// Source    union-find with splicing: M. Rem in E. W. Dijkstra, 1976, after M. Patwary, J. Blair and F. Manne, 2010;
///           a few edges of everyone first, after which nobody in the largest component is looked at again:
///           M. Sutton, T. Ben-Nun and A. Barak (Afforest), 2018.
/// Cost      O(nodes) where one component holds most, as in any crowd, else O(nodes + edges); 8 bytes a node.
/// Empty     gives no components; a single node is one.
WeakComponents weak_components(const FanGraph& graph);

}  // namespace fanal::graph
