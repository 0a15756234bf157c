#pragma once
#include <memory>
#include <span>
#include <vector>

#include "crm/graph/fan_graph.hpp"
#include "crm/graph/machine.hpp"
#include "models/edge.hpp"

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

/// PageRank that goes on from where it stands when ties come, without a new graph: what the packed rows do not know of
/// is added to each round. 20 new ties among 20 million move it as far as some 3 rounds do, 1,000 as 8.
///
/// Every state is as near to the true answer as pagerank() of a graph with the same ties would be: within
/// tolerance * d / (1 - d) in L1, and always the same bits for the same batches of ties in the same order. A round
/// costs a step more for each tie that was ever added, so a new graph is due when they are some percent of all.
class FreshPageRank {
  public:
    /// Solves once, as pagerank() does. The graph must outlive this.
    explicit FreshPageRank(const FanGraph& graph, const PageRankOptions& options = {});
    FreshPageRank(FreshPageRank&&) noexcept;
    FreshPageRank& operator=(FreshPageRank&&) noexcept;
    ~FreshPageRank();

    /// Ties between nodes of the graph: a new one, or more weight for one that is there. Self-loops are passed over.
    /// Throws Error{internal}, and adds none, when an edge names another node or its weight is not a positive finite
    /// number.
    const PageRank& add(std::span<const Edge> edges);

    const PageRank& current() const { return current_; }

  private:
    friend PageRank pagerank(const FanGraph& graph, const PageRankOptions& options);
    class Walk;

    const FanGraph* graph_;
    std::unique_ptr<Walk> walk_;
    PageRank current_;
};

}  // namespace fanal::graph
