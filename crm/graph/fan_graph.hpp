#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "crm/graph/packing.hpp"
#include "models/edge.hpp"

namespace fanal::graph {

/// The fans and their ties, packed for reading: a directed, weighted, simple graph. Every kernel of this room works on
/// one, and so do Boost.Graph's algorithms (crm/graph/graph_concepts.hpp).
///
/// To the outside a node is the caller's number. Inside it has a place: those who act most come first, so that what is
/// read most often lies together (packing.hpp). Out-edges are rows one after another, in-edges slices of 16 rows side
/// by side, because half of the kernels push along edges and half pull; weights stand once, beside the in-edges, and
/// not at all when every edge weighs 1. A weight is kept to 24 bits, within 2^-17 of what was given; every kernel, and
/// whoever checks one, reads the kept weight.
///
/// It never changes after construction, so any number of threads may read it. Memory: about 8.2 bytes an edge and 12.5
/// a node, and 3.1 more an edge with weights.
class FanGraph {
  public:
    /// `edges` may come in any order; sorted by (from, to), as ties() gives them, they are packed without a copy.
    /// The graph is simple: edges with the same two ends become one with the sum of their weights, self-loops are
    /// dropped. Throws Error{internal} when an edge names a node that is not below `node_count`, when a weight is not a
    /// positive finite number, and when there are 2^32 - 1 edges or more.
    FanGraph(std::uint32_t node_count, std::span<const Edge> edges);
    FanGraph(FanGraph&&) noexcept = default;
    FanGraph& operator=(FanGraph&&) noexcept = default;

    std::uint32_t node_count() const { return packed_->node_count; }
    std::uint32_t edge_count() const { return packed_->edge_count; }
    bool is_weighted() const { return !packed_->weights_high.empty(); }
    std::size_t bytes() const { return packed_->bytes(); }  ///< memory that its arrays hold

    std::uint32_t out_degree(std::uint32_t node) const;  ///< distinct fans towards whom this one acted
    std::uint32_t in_degree(std::uint32_t node) const;   ///< distinct fans who acted towards this one
    /// The weight of the edge between two nodes, 0 when there is none. O(log in_degree(to)).
    float weight(std::uint32_t from, std::uint32_t to) const;
    /// Every edge with its kept weight, sorted by (from, to). Made anew by each call, 12 bytes an edge.
    std::vector<Edge> edges() const;

    std::uint32_t place_of(std::uint32_t node) const { return packed_->place_of[node]; }
    std::uint32_t node_at(std::uint32_t place) const { return packed_->node_at[place]; }
    OutRows out_rows() const { return packed_->out(); }
    InSlices in_slices() const { return packed_->in(); }

    /// Values by place as values by node.
    template <class Value, class Values>
    std::vector<Value> by_node(const Values& by_place) const {
        std::vector<Value> values(node_count());
        for (std::uint32_t node = 0; node < node_count(); ++node) {
            values[node] = static_cast<Value>(by_place[place_of(node)]);
        }
        return values;
    }

    /// The nodes, both ends included, along which the sum of `cost(weight)` is least; none when `to` cannot be reached.
    /// Dijkstra (1959), O((nodes + edges) log nodes) time, stopping at `to`. `cost` must never be negative.
    std::optional<std::vector<std::uint32_t>> cheapest_path(std::uint32_t from, std::uint32_t to,
                                                            double (*cost)(float weight)) const;

  private:
    std::unique_ptr<const Packed> packed_;
};

}  // namespace fanal::graph
