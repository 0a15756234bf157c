#pragma once
#include <cstdint>
#include <vector>

#include "crm/graph/fan_graph.hpp"

namespace fanal::graph {

struct Communities {
    std::vector<std::uint32_t> community;  ///< by node: the smallest node of its community
    std::uint32_t communities_count = 0;
    double modularity = 0;  ///< in [-1/2, 1): how much more weight lies inside than chance would put there
};

/// Measures  who belongs together: groups that turn to each other more than to the rest, and each of which hangs
///           together by its own ties. Directed ties are read as undirected ones: what two fans weigh to each other is
///           the sum of both ways.
/// Formula   the partition is sought that has the largest modularity Q = sum over communities C of
///           [ w(C) / 2m - (k(C) / 2m)^2 ], with w(C) twice the weight between members, k(C) the weight at members'
///           ends, 2m that at all ends.
/// Source    M. Newman, 2006; found after V. Traag, L. Waltman and N. J. van Eck (Leiden), 2019: move nodes, split each
///           community into parts that grew along ties, take parts for nodes, and so on. A node joins the best part
///           here, theirs one by lot, so that nothing depends on chance; and nodes move once more on the way back.
/// Cost      close to linear in edges, on one thread; 32 bytes an edge and 90 a node.
/// Empty     gives no communities; a node without ties is one. Without any edge the modularity is 0.
///
/// The same graph always gives the same communities.
Communities communities(const FanGraph& graph);

}  // namespace fanal::graph
