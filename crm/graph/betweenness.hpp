#pragma once
#include <cstdint>
#include <vector>

#include "crm/graph/fan_graph.hpp"
#include "crm/graph/machine.hpp"

namespace fanal::graph {

/// Measures  brokerage: how often each fan lies between two others, on the shortest ways that words could take.
/// Formula   b(v) = sum over pairs s != v != t of (shortest paths from s to t through v) / (shortest paths from s to
/// t),
///           along edges as they point, each of length 1 whatever its weight. Not divided by the number of pairs.
/// Source    L. C. Freeman, 1977; U. Brandes, 2001, from 16 sources at once, each in a lane of its own: S. Sariyuce et
///           al., 2013.
/// Cost      O(nodes * edges) time, 16 sources a sweep; 300 bytes a node, and two more for each step of the longest
///           shortest path.
/// Empty     gives no values; a single node gives {0}.
///
/// Always the same bits, whatever the processor and the number of threads. Throws Error{bad_input} when there are more
/// than 10^300 shortest paths, which numbers cannot count.
std::vector<double> betweenness(const FanGraph& graph, const Machine& machine = {});

struct SampledBetweenness {
    /// By node: of the ordered pairs of two others, the fraction that this fan lies between, estimated; in [0, 1].
    std::vector<double> fraction;
    std::uint32_t sources_count = 0;
    /// With probability 1 - `chance_of_worse`, no fan's fraction is further than this from the exact one.
    double error = 0;
};

struct SamplingOptions {
    std::uint32_t sources_count = 1024;  ///< rounded up to a multiple of 16; all nodes when there are no more
    std::uint64_t seed = 1;
    double chance_of_worse = 0.01;  ///< in (0, 1)
    Machine machine = {};           ///< never changes a bit of the result
};

/// Measures  the same, from some sources drawn at random without repetition.
/// Formula   fraction(v) = sum over drawn s of [ sum over t of (shortest paths s to t through v) / (shortest paths s to
/// t)
///           / (n - 1) ] / k, for k sources: the mean of k draws from [0, 1]. b(v) is n (n - 1) fraction(v).
/// Error     sqrt(ln(2 n / chance_of_worse) / (2 k)): Hoeffding's bound (1963), which holds for draws without
/// repetition
///           too, for all n fans at once; 0 when every node is a source.
/// Source    U. Brandes and C. Pich, 2007.
/// Cost      O(k * edges / 16) steps of 16 lanes; 170 bytes a node and those of betweenness() for each step.
///
/// The same graph and options always give the same bits. Throws Error{bad_input} when `sources_count` is 0 or
/// `chance_of_worse` is out of its range, and as betweenness() does.
SampledBetweenness sampled_betweenness(const FanGraph& graph, const SamplingOptions& options = {});

}  // namespace fanal::graph
