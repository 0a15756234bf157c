#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "crm/graph/fan_graph.hpp"

namespace fanal::graph {

/// A way through the graph, and how probable it is that someone acts on every step of it.
struct ProbablePath {
    std::vector<std::uint32_t> nodes;  ///< both ends included
    double probability = 1;            ///< product over the steps, above 0, at most 1
};

/// The probability that a tie of this weight is acted upon again before its memory has faded: weight / (1 + weight).
///
/// Why this one: under a half-life h a steady rate of r acts gives the weight w = r * h / ln 2, so w is the number of
/// acts to expect in one mean life of an act's memory. When acts come independently at that rate (a Poisson process),
/// and the time that we look ahead is itself memoryless with the same mean, then the next act comes first with
/// probability w / (1 + w).
double tie_probability(float weight);

/// Measures  the most probable path from one fan to another, along edges.
/// Formula   the path P that maximises product over its edges of w/(1+w), found as the least sum of -log(w/(1+w)).
/// Source    E. W. Dijkstra, 1959.
/// Cost      O((nodes + edges) log nodes) time, O(nodes) memory.
/// Empty     has no nodes to ask for; `from` and `to` must be nodes of the graph. From a node to itself: that node
/// alone, 1. None when there is no path. An edge points from who acted to who was acted upon, so words travel against
/// it: the way from bob's post to ana's reshare is most_probable_path(ana, bob), read from its end.
std::optional<ProbablePath> most_probable_path(const FanGraph& graph, std::uint32_t from, std::uint32_t to);

}  // namespace fanal::graph
