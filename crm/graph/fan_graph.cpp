#include "crm/graph/fan_graph.hpp"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <cassert>
#include <cfloat>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "models/error.hpp"

namespace fanal::graph {

namespace {

using OutGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, float, boost::no_property,
                                                    std::uint32_t, std::uint32_t>;
using Ends = std::pair<std::uint32_t, std::uint32_t>;

bool ends_before(const Edge& left, const Edge& right) {
    return Ends{left.from, left.to} < Ends{right.from, right.to};
}

void check(std::uint32_t node_count, std::span<const Edge> edges) {
    if (edges.size() >= std::numeric_limits<std::uint32_t>::max()) {
        throw Error(ErrorKind::internal, "A fan graph holds fewer than 4,294,967,295 edges.");
    }
    for (const Edge& edge : edges) {
        if (edge.from >= node_count || edge.to >= node_count) {
            throw Error(ErrorKind::internal, "An edge from " + std::to_string(edge.from) + " to " +
                                                 std::to_string(edge.to) + " leaves a graph of " +
                                                 std::to_string(node_count) + " nodes.");
        }
        if (!(edge.weight > 0) || !std::isfinite(edge.weight)) {
            throw Error(ErrorKind::internal, "The weight of an edge must be a positive finite number.");
        }
    }
}

bool is_simple_and_sorted(std::span<const Edge> edges) {
    const auto is_loop = [](const Edge& edge) { return edge.from == edge.to; };
    const auto out_of_order = [](const Edge& left, const Edge& right) { return !ends_before(left, right); };
    return std::none_of(edges.begin(), edges.end(), is_loop) &&
           std::adjacent_find(edges.begin(), edges.end(), out_of_order) == edges.end();
}

/// Sorted by ends, parallel edges added up from the lightest, self-loops gone.
std::vector<Edge> simplified(std::span<const Edge> edges) {
    std::vector<Edge> sorted(edges.begin(), edges.end());
    std::erase_if(sorted, [](const Edge& edge) { return edge.from == edge.to; });
    std::sort(sorted.begin(), sorted.end(), [](const Edge& left, const Edge& right) {
        return ends_before(left, right) || (!ends_before(right, left) && left.weight < right.weight);
    });
    std::vector<Edge> simple;
    for (std::size_t i = 0; i < sorted.size();) {
        Edge edge = sorted[i];
        double weight = 0;
        for (; i < sorted.size() && sorted[i].from == edge.from && sorted[i].to == edge.to; ++i) {
            weight += sorted[i].weight;
        }
        edge.weight = static_cast<float>(std::min(weight, double{FLT_MAX}));
        simple.push_back(edge);
    }
    return simple;
}

OutGraph pack_out(std::uint32_t node_count, std::span<const Edge> edges) {
    const auto ends = [](const Edge& edge) { return Ends{edge.from, edge.to}; };
    const auto weight = [](const Edge& edge) { return edge.weight; };
    return OutGraph(boost::edges_are_sorted, boost::make_transform_iterator(edges.begin(), ends),
                    boost::make_transform_iterator(edges.end(), ends),
                    boost::make_transform_iterator(edges.begin(), weight), node_count,
                    static_cast<std::uint32_t>(edges.size()));
}

struct ReachedGoal {};

/// Boost's search has no other way to stop early than an exception.
struct StopAtGoal : boost::default_dijkstra_visitor {
    explicit StopAtGoal(std::uint32_t goal_node) : goal(goal_node) {}

    void examine_vertex(std::uint32_t node, const OutGraph&) const {
        if (node == goal) {
            throw ReachedGoal{};
        }
    }

    std::uint32_t goal;
};

}  // namespace

struct FanGraph::Packed {
    OutGraph out;
    std::vector<std::uint32_t> in_starts;
    std::vector<std::uint32_t> in_neighbours;
    std::vector<float> in_weights;

    Packed(std::uint32_t node_count, std::span<const Edge> edges)
        : out(pack_out(node_count, edges)),
          in_starts(std::size_t{node_count} + 1, 0),
          in_neighbours(edges.size()),
          in_weights(edges.size()) {
        for (const Edge& edge : edges) {
            ++in_starts[edge.to + 1];
        }
        for (std::size_t node = 0; node < node_count; ++node) {
            in_starts[node + 1] += in_starts[node];
        }
        std::vector<std::uint32_t> next(in_starts.begin(), in_starts.end() - 1);
        for (const Edge& edge : edges) {
            const std::uint32_t place = next[edge.to]++;
            in_neighbours[place] = edge.from;
            in_weights[place] = edge.weight;
        }
    }
};

FanGraph::FanGraph(std::uint32_t node_count, std::span<const Edge> edges) {
    check(node_count, edges);
    packed_ = is_simple_and_sorted(edges) ? std::make_unique<const Packed>(node_count, edges)
                                          : std::make_unique<const Packed>(node_count, simplified(edges));
}

FanGraph::FanGraph(FanGraph&&) noexcept = default;
FanGraph& FanGraph::operator=(FanGraph&&) noexcept = default;
FanGraph::~FanGraph() = default;

std::uint32_t FanGraph::node_count() const {
    return static_cast<std::uint32_t>(packed_->in_starts.size() - 1);
}
std::uint32_t FanGraph::edge_count() const {
    return static_cast<std::uint32_t>(packed_->in_neighbours.size());
}
std::uint32_t FanGraph::out_degree(std::uint32_t node) const {
    return boost::out_degree(node, packed_->out);
}
std::uint32_t FanGraph::in_degree(std::uint32_t node) const {
    return in_edges().degree(node);
}

/// Boost's graph keeps its rows in three plain vectors, public though not documented; a view of them spares a second
/// copy.
Adjacency FanGraph::out_edges() const {
    const auto& rows = packed_->out.m_forward;
    return {rows.m_rowstart, rows.m_column, rows.m_edge_properties};
}

Adjacency FanGraph::in_edges() const {
    return {packed_->in_starts, packed_->in_neighbours, packed_->in_weights};
}

std::optional<std::vector<std::uint32_t>> FanGraph::cheapest_path(std::uint32_t from, std::uint32_t to,
                                                                  double (*cost)(float weight)) const {
    assert(from < node_count() && to < node_count());
    const OutGraph& out = packed_->out;
    const auto weights = boost::get(boost::edge_bundle, out);
    const auto cost_of = [&](const OutGraph::edge_descriptor& edge) { return cost(boost::get(weights, edge)); };
    std::vector<std::uint32_t> came_from(node_count());
    const auto index = boost::get(boost::vertex_index, out);
    try {
        boost::dijkstra_shortest_paths(
            out, from,
            boost::predecessor_map(boost::make_iterator_property_map(came_from.begin(), index))
                .weight_map(boost::make_function_property_map<OutGraph::edge_descriptor, double>(cost_of))
                .visitor(StopAtGoal(to)));
    } catch (const ReachedGoal&) {
        std::vector<std::uint32_t> path = {to};
        while (path.back() != from) {
            path.push_back(came_from[path.back()]);
        }
        std::reverse(path.begin(), path.end());
        return path;
    }
    return std::nullopt;
}

}  // namespace fanal::graph
