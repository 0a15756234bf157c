#pragma once
#include <span>
#include <vector>

#include "crm/graph/fan_graph.hpp"
#include "crm/graph/machine.hpp"

namespace fanal::graph {

struct PageRankOptions {
    double damping = 0.85;  ///< chance of following an edge rather than starting anew anywhere; in [0, 1)
    double tolerance =
        1e-9;  ///< stop once one more round moves less than this in all (L1); small fans hold about 1/n each
    int iterations_max = 500;
    std::span<const double> start =
        {};                ///< values by node to start from, such as those before some ties came; none: 1/n
    Machine machine = {};  ///< never changes a bit of the result
};

struct PageRank {
    std::vector<double> pagerank;  ///< by node; each above 0, all together 1
    int iterations_count = 0;
    bool converged = true;  ///< false when iterations_max came first
};

/// Measures  influence: the share of its time that an endless random walk spends at each fan. The walker follows an
///           edge out of where it is, in proportion to weight, with probability `damping`; otherwise, and where there
///           is no edge out, it starts anew at any fan with equal chance.
/// Formula   p(v) = (1-d)/n + d * [ sum over edges u->v of p(u) * w(u,v) / w(u) + sum over dangling u of p(u) / n ],
///           with w(u) the weight of all edges out of u, iterated from 1/n.
/// Source    S. Brin and L. Page, 1998; pulled along in-edges, 16 rows at once, on all cores.
/// Cost      O(nodes + edges) a round; 48 bytes a node. About 19 rounds to 1e-6 on social graphs, 3 more a digit; from
///           a `start` that a few changed ties have moved, a few rounds.
/// Empty     gives no values; a single node gives {1}.
///
/// The true answer is within tolerance * d / (1 - d) in L1. The same graph and start always give the same
/// bits, whatever the processor and the number of threads.
/// Throws Error{bad_input} when an option is out of its range.
PageRank pagerank(const FanGraph& graph, const PageRankOptions& options = {});

}  // namespace fanal::graph
