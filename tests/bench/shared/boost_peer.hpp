#pragma once
#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <cmath>
#include <cstdint>
#include <stack>
#include <utility>
#include <vector>

#include "models/edge.hpp"

/// Boost.Graph as a peer: its own compressed graph, and its algorithms on it as they come.
namespace fanal::bench::boost_peer {

constexpr double damping = 0.85;

template <class Direction>
using CompressedGraph = boost::compressed_sparse_row_graph<Direction, boost::no_property, boost::no_property,
                                                           boost::no_property, std::uint32_t, std::uint32_t>;
using Directed = CompressedGraph<boost::directedS>;
using Bidirectional = CompressedGraph<boost::bidirectionalS>;
using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Bidirectional graphs have no constructor for sorted edges, so both are built by counting.
template <class Graph>
Graph compressed_graph(std::uint32_t node_count, const std::vector<Pair>& pairs) {
    return Graph(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(), node_count);
}

inline std::vector<Pair> pairs_of(const std::vector<Edge>& edges) {
    std::vector<Pair> pairs(edges.size());
    std::transform(edges.begin(), edges.end(), pairs.begin(), [](const Edge& edge) {
        return Pair{edge.from, edge.to};
    });
    return pairs;
}

/// Each pair of neighbours once from either end, which is what Boost's core_numbers has to be given.
inline std::vector<Pair> mirrored(const std::vector<Edge>& edges) {
    std::vector<std::uint64_t> pairs;
    pairs.reserve(edges.size() * 2);
    for (const Edge& edge : edges) {
        pairs.push_back(std::uint64_t{edge.from} << 32 | edge.to);
        pairs.push_back(std::uint64_t{edge.to} << 32 | edge.from);
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::vector<Pair> both(pairs.size());
    std::transform(pairs.begin(), pairs.end(), both.begin(), [](std::uint64_t pair) {
        return Pair{static_cast<std::uint32_t>(pair >> 32), static_cast<std::uint32_t>(pair)};
    });
    return both;
}

template <class Values, class Graph>
auto map_over(Values& values, const Graph& graph) {
    return boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, graph));
}

/// Boost's values after it is done, as they stand.
template <class Graph, class Done>
std::vector<double> boost_page_rank(const Graph& graph, const Done& done) {
    std::vector<double> values(boost::num_vertices(graph));
    std::vector<double> spare(values.size());
    boost::graph::page_rank(graph, map_over(values, graph), done, damping, boost::num_vertices(graph),
                            map_over(spare, graph));
    return values;
}

/// L1 between `values`, divided by their sum, and a solution whose sum is 1.
template <class ValueAt>
double distance(const ValueAt& value_at, const std::vector<double>& solution) {
    double sum = 0;
    for (std::size_t i = 0; i < solution.size(); ++i) {
        sum += value_at(i);
    }
    double total = 0;
    for (std::size_t i = 0; i < solution.size(); ++i) {
        total += std::abs(value_at(i) / sum - solution[i]);
    }
    return total;
}

/// How many rounds Boost needs to come as near to the solution as `accuracy`.
inline int rounds_to(const Directed& graph, double accuracy, const std::vector<double>& solution) {
    int rounds = -1;
    const auto near_enough = [&](const auto& values, const Directed&) {
        ++rounds;
        return distance([&](std::size_t i) { return boost::get(values, i); }, solution) <= accuracy || rounds >= 500;
    };
    boost_page_rank(graph, near_enough);
    return rounds;
}

/// Boost's connected_components asks for an undirected graph; over a directed one its parts are these.
inline std::uint32_t boost_weak_components_count(const Directed& graph) {
    std::vector<std::uint32_t> ranks(boost::num_vertices(graph));
    std::vector<std::uint32_t> parents(boost::num_vertices(graph));
    boost::disjoint_sets sets(map_over(ranks, graph), map_over(parents, graph));
    const auto [first, last] = boost::vertices(graph);
    std::for_each(first, last, [&](std::uint32_t node) { sets.make_set(node); });
    for (auto node = first; node != last; ++node) {
        const auto [next, end] = boost::adjacent_vertices(*node, graph);
        std::for_each(next, end, [&](std::uint32_t other) { sets.union_set(*node, other); });
    }
    return static_cast<std::uint32_t>(sets.count_sets(first, last));
}

inline std::vector<std::uint32_t> boost_core_numbers(const Directed& both_ways) {
    std::vector<std::uint32_t> cores(boost::num_vertices(both_ways));
    boost::core_numbers(both_ways, map_over(cores, both_ways));
    return cores;
}

/// Boost offers all sources or none, so its parts are called source by source as its own loop does.
template <class Sources>
std::vector<double> boost_betweenness(const Directed& graph, const Sources& sources) {
    const std::uint32_t count = boost::num_vertices(graph);
    std::vector<double> between(count, 0.0);
    std::vector<std::vector<Directed::edge_descriptor>> incoming(count);
    std::vector<std::uint32_t> distances(count);
    std::vector<double> dependencies(count);
    std::vector<std::size_t> paths(count);
    const auto incoming_map = map_over(incoming, graph);
    const auto distance_map = map_over(distances, graph);
    const auto path_map = map_over(paths, graph);
    for (const std::uint32_t source : sources) {
        std::stack<std::uint32_t> ordered;
        boost::detail::graph::brandes_unweighted_shortest_paths search;
        for (std::uint32_t node = 0; node < count; ++node) {
            incoming[node].clear();
            paths[node] = 0;
            dependencies[node] = 0;
        }
        paths[source] = 1;
        search(graph, source, ordered, incoming_map, distance_map, path_map, boost::get(boost::vertex_index, graph));
        for (; !ordered.empty(); ordered.pop()) {
            const std::uint32_t node = ordered.top();
            for (const auto& edge : incoming[node]) {
                const std::uint32_t from = boost::source(edge, graph);
                dependencies[from] += double(paths[from]) / double(paths[node]) * (1 + dependencies[node]);
            }
            between[node] += node == source ? 0 : dependencies[node];
        }
    }
    return between;
}

}  // namespace fanal::bench::boost_peer
