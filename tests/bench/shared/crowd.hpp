#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "models/edge.hpp"

/// A made-up crowd's graph, the same from the same arguments everywhere.
namespace fanal::bench {

/// The edges of a crowd such as a brand has: few are very eager and few very popular, people keep to communities of
/// very unequal size two times in three, and one act in seven is returned. Everyone acts at least once. Numbers are
/// dealt at random, so that nothing about a node can be told from its neighbours' numbers. Sorted, without loops, each
/// pair once, of weight 1; a little more than `edge_count`.
std::vector<Edge> crowd_edges(std::uint32_t node_count, std::size_t edge_count);

}  // namespace fanal::bench
