#include "crm/graph/fan_graph.hpp"

#include <algorithm>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <cassert>
#include <cfloat>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "crm/graph/graph_concepts.hpp"
#include "models/error.hpp"

namespace fanal::graph {

namespace {

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

struct ReachedGoal {};

/// Boost's search has no other way to stop early than an exception.
struct StopAtGoal : boost::default_dijkstra_visitor {
    explicit StopAtGoal(std::uint32_t goal_node) : goal(goal_node) {}

    void examine_vertex(std::uint32_t node, const FanGraph&) const {
        if (node == goal) {
            throw ReachedGoal{};
        }
    }

    std::uint32_t goal;
};

}  // namespace

FanGraph::FanGraph(std::uint32_t node_count, std::span<const Edge> edges) {
    check(node_count, edges);
    packed_ = std::make_unique<const Packed>(is_simple_and_sorted(edges) ? pack(node_count, edges)
                                                                         : pack(node_count, simplified(edges)));
}

std::uint32_t FanGraph::out_degree(std::uint32_t node) const {
    return out_rows().degree(place_of(node));
}
std::uint32_t FanGraph::in_degree(std::uint32_t node) const {
    return in_slices().degree(place_of(node));
}

float FanGraph::weight(std::uint32_t from, std::uint32_t to) const {
    const InSlices in = in_slices();
    const std::uint32_t source = place_of(from);
    const std::uint64_t begin = in.first(place_of(to));
    std::uint64_t low = 0;
    std::uint64_t high = in.degree(place_of(to));
    const std::uint64_t length = high;
    while (low < high) {
        const std::uint64_t middle = (low + high) / 2;
        if (in.places[begin + middle * lanes_count] < source) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const std::uint64_t slot = begin + low * lanes_count;
    return low < length && in.places[slot] == source ? in.weight(slot) : 0;
}

std::vector<Edge> FanGraph::edges() const {
    std::vector<Edge> all;
    all.reserve(edge_count());
    const InSlices in = in_slices();
    for (std::uint32_t place = 0; place < node_count(); ++place) {
        each_in(in, place, [&](std::uint64_t slot) {
            all.push_back({node_at(in.places[slot]), node_at(place), in.weight(slot)});
        });
    }
    std::sort(all.begin(), all.end(), ends_before);
    return all;
}

std::optional<std::vector<std::uint32_t>> FanGraph::cheapest_path(std::uint32_t from, std::uint32_t to,
                                                                  double (*cost)(float weight)) const {
    assert(from < node_count() && to < node_count());
    const auto cost_of = [&](const GraphEdge& edge) { return cost(weight(edge.source, edge.target)); };
    std::vector<std::uint32_t> came_from(node_count());
    const auto index = get(boost::vertex_index, *this);
    try {
        boost::dijkstra_shortest_paths(
            *this, from,
            boost::predecessor_map(boost::make_iterator_property_map(came_from.begin(), index))
                .weight_map(boost::make_function_property_map<GraphEdge, double>(cost_of))
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
