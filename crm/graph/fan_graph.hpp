#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "models/edge.hpp"

namespace fanal::graph {

/// The edges of a graph seen from one end, packed row by row: the row of node v is [starts[v], starts[v + 1]).
/// A view: it lives as long as its FanGraph.
struct Adjacency {
    std::span<const std::uint32_t> starts;      ///< node_count + 1 values
    std::span<const std::uint32_t> neighbours;  ///< rising inside a row
    std::span<const float> weights;             ///< beside `neighbours`

    std::uint32_t degree(std::uint32_t node) const { return starts[node + 1] - starts[node]; }
    std::span<const std::uint32_t> of(std::uint32_t node) const {
        return neighbours.subspan(starts[node], degree(node));
    }
};

/// The fans and their ties, packed for reading: a directed, weighted, simple graph. Every kernel of this room works on
/// one.
///
/// Out-edges are Boost's compressed sparse row graph; in-edges are packed the same way beside it, because half of the
/// kernels pull along edges and half push. It never changes after construction, so any number of threads may read it.
/// Memory: 16 bytes an edge and 8 a node.
class FanGraph {
  public:
    /// `edges` may come in any order; sorted by (from, to), as ties() gives them, they are packed without a copy.
    /// The graph is simple: edges with the same two ends become one with the sum of their weights, self-loops are
    /// dropped. Throws Error{internal} when an edge names a node that is not below `node_count`, when a weight is not a
    /// positive finite number, and when there are 2^32 - 1 edges or more.
    FanGraph(std::uint32_t node_count, std::span<const Edge> edges);
    FanGraph(FanGraph&&) noexcept;
    FanGraph& operator=(FanGraph&&) noexcept;
    ~FanGraph();

    std::uint32_t node_count() const;
    std::uint32_t edge_count() const;
    std::uint32_t out_degree(std::uint32_t node) const;  ///< distinct fans towards whom this one acted
    std::uint32_t in_degree(std::uint32_t node) const;   ///< distinct fans who acted towards this one
    Adjacency out_edges() const;
    Adjacency in_edges() const;

    /// The nodes, both ends included, along which the sum of `cost(weight)` is least; none when `to` cannot be reached.
    /// Dijkstra (1959), O((nodes + edges) log nodes) time, stopping at `to`. `cost` must never be negative.
    std::optional<std::vector<std::uint32_t>> cheapest_path(std::uint32_t from, std::uint32_t to,
                                                            double (*cost)(float weight)) const;

  private:
    struct Packed;
    std::unique_ptr<const Packed> packed_;
};

}  // namespace fanal::graph
