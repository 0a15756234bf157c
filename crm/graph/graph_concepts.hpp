#pragma once
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>
#include <compare>
#include <cstdint>
#include <utility>

#include "crm/graph/fan_graph.hpp"

/// What Boost.Graph's algorithms ask of a graph, answered by FanGraph itself: VertexListGraph, EdgeListGraph,
/// IncidenceGraph, BidirectionalGraph and AdjacencyGraph, with the property maps vertex_index and edge_weight.
///
/// A vertex is the caller's number of a node. Rows come in the order of places, not of numbers. The weight of an edge
/// is searched for, O(log in_degree(target)); kernels of our own stream the weights instead.
/// This header brings Boost's, so only .cpp files and tests include it.
namespace fanal::graph {

/// Boost's edge descriptor: the graph is simple, so two ends name an edge.
struct GraphEdge {
    std::uint32_t source = 0;
    std::uint32_t target = 0;

    auto operator<=>(const GraphEdge&) const = default;
};

/// Walks the out-edges of one node, or, with `goes_on`, those of all nodes after another.
template <bool goes_on>
class OutEdgeIterator
    : public boost::iterator_facade<OutEdgeIterator<goes_on>, GraphEdge, boost::forward_traversal_tag, GraphEdge> {
  public:
    OutEdgeIterator() = default;
    /// `place` and `index` say where it stands: an index of the out-rows' places.
    OutEdgeIterator(const FanGraph& graph, std::uint32_t place, std::uint32_t index)
        : graph_(&graph), place_(place), index_(index) {
        settle();
    }

  private:
    friend class boost::iterator_core_access;

    GraphEdge dereference() const {
        return {graph_->node_at(place_), graph_->node_at(graph_->out_rows().places[index_])};
    }
    bool equal(const OutEdgeIterator& other) const { return index_ == other.index_; }
    void increment() {
        ++index_;
        settle();
    }
    void settle() {
        while (goes_on && index_ < graph_->edge_count() && index_ == graph_->out_rows().starts[place_ + 1]) {
            ++place_;
        }
    }

    const FanGraph* graph_ = nullptr;
    std::uint32_t place_ = 0;
    std::uint32_t index_ = 0;
};

/// Walks the in-edges of one node.
class InEdgeIterator
    : public boost::iterator_facade<InEdgeIterator, GraphEdge, boost::forward_traversal_tag, GraphEdge> {
  public:
    InEdgeIterator() = default;
    InEdgeIterator(const FanGraph& graph, std::uint32_t node, std::uint32_t index)
        : graph_(&graph), node_(node), index_(index) {}

  private:
    friend class boost::iterator_core_access;

    GraphEdge dereference() const {
        const InSlices in = graph_->in_slices();
        const std::uint64_t slot = in.first(graph_->place_of(node_)) + std::uint64_t{index_} * lanes_count;
        return {graph_->node_at(in.places[slot]), node_};
    }
    bool equal(const InEdgeIterator& other) const { return index_ == other.index_; }
    void increment() { ++index_; }

    const FanGraph* graph_ = nullptr;
    std::uint32_t node_ = 0;
    std::uint32_t index_ = 0;
};

/// The end of an edge that a walk arrives at.
struct TargetOf {
    std::uint32_t operator()(const GraphEdge& edge) const { return edge.target; }
};

/// Boost's edge_weight map.
struct WeightMap {
    using key_type = GraphEdge;
    using value_type = float;
    using reference = float;
    using category = boost::readable_property_map_tag;
    const FanGraph* graph = nullptr;
};

inline float get(const WeightMap& map, const GraphEdge& edge) {
    return map.graph->weight(edge.source, edge.target);
}

}  // namespace fanal::graph

namespace boost {

/// The types by which Boost.Graph knows a fan graph.
template <>
struct graph_traits<fanal::graph::FanGraph> {
    struct traversal_category : bidirectional_graph_tag,
                                adjacency_graph_tag,
                                vertex_list_graph_tag,
                                edge_list_graph_tag {};
    using vertex_descriptor = std::uint32_t;
    using edge_descriptor = fanal::graph::GraphEdge;
    using directed_category = bidirectional_tag;
    using edge_parallel_category = disallow_parallel_edge_tag;
    using vertices_size_type = std::uint32_t;
    using edges_size_type = std::uint32_t;
    using degree_size_type = std::uint32_t;
    using vertex_iterator = counting_iterator<std::uint32_t>;
    using out_edge_iterator = fanal::graph::OutEdgeIterator<false>;
    using edge_iterator = fanal::graph::OutEdgeIterator<true>;
    using in_edge_iterator = fanal::graph::InEdgeIterator;
    using adjacency_iterator = transform_iterator<fanal::graph::TargetOf, out_edge_iterator>;

    static vertex_descriptor null_vertex() { return 0xffffffff; }
};

/// Some algorithms ask for the types of what they were handed, which is const.
template <>
struct graph_traits<const fanal::graph::FanGraph> : graph_traits<fanal::graph::FanGraph> {};

/// A vertex is its own index.
template <>
struct property_map<fanal::graph::FanGraph, vertex_index_t> {
    using type = typed_identity_property_map<std::uint32_t>;
    using const_type = type;
};

/// Weights can be read and not be changed.
template <>
struct property_map<fanal::graph::FanGraph, edge_weight_t> {
    using type = fanal::graph::WeightMap;
    using const_type = type;
};

}  // namespace boost

namespace fanal::graph {

using GraphTraits = boost::graph_traits<FanGraph>;

inline std::uint32_t num_vertices(const FanGraph& graph) {
    return graph.node_count();
}
inline std::uint32_t num_edges(const FanGraph& graph) {
    return graph.edge_count();
}
inline std::uint32_t source(const GraphEdge& edge, const FanGraph&) {
    return edge.source;
}
inline std::uint32_t target(const GraphEdge& edge, const FanGraph&) {
    return edge.target;
}
inline std::uint32_t out_degree(std::uint32_t node, const FanGraph& graph) {
    return graph.out_degree(node);
}
inline std::uint32_t in_degree(std::uint32_t node, const FanGraph& graph) {
    return graph.in_degree(node);
}
inline std::uint32_t degree(std::uint32_t node, const FanGraph& graph) {
    return graph.out_degree(node) + graph.in_degree(node);
}

inline std::pair<GraphTraits::vertex_iterator, GraphTraits::vertex_iterator> vertices(const FanGraph& graph) {
    return {GraphTraits::vertex_iterator(0), GraphTraits::vertex_iterator(graph.node_count())};
}

inline std::pair<GraphTraits::edge_iterator, GraphTraits::edge_iterator> edges(const FanGraph& graph) {
    return {{graph, 0, 0}, {graph, 0, graph.edge_count()}};
}

inline std::pair<GraphTraits::out_edge_iterator, GraphTraits::out_edge_iterator> out_edges(std::uint32_t node,
                                                                                           const FanGraph& graph) {
    const std::uint32_t place = graph.place_of(node);
    const auto starts = graph.out_rows().starts;
    return {{graph, place, starts[place]}, {graph, place, starts[place + 1]}};
}

inline std::pair<InEdgeIterator, InEdgeIterator> in_edges(std::uint32_t node, const FanGraph& graph) {
    return {{graph, node, 0}, {graph, node, graph.in_degree(node)}};
}

inline std::pair<GraphTraits::adjacency_iterator, GraphTraits::adjacency_iterator> adjacent_vertices(
    std::uint32_t node, const FanGraph& graph) {
    const auto [first, last] = out_edges(node, graph);
    return {GraphTraits::adjacency_iterator(first), GraphTraits::adjacency_iterator(last)};
}

inline boost::typed_identity_property_map<std::uint32_t> get(boost::vertex_index_t, const FanGraph&) {
    return {};
}
inline std::uint32_t get(boost::vertex_index_t, const FanGraph&, std::uint32_t node) {
    return node;
}
inline WeightMap get(boost::edge_weight_t, const FanGraph& graph) {
    return {&graph};
}
inline float get(boost::edge_weight_t, const FanGraph& graph, const GraphEdge& edge) {
    return graph.weight(edge.source, edge.target);
}

}  // namespace fanal::graph
