// Algorithms of Boost.Graph that know nothing of our graph, run on it and on a graph of Boost's own.
#include "crm/graph/graph_concepts.hpp"

#include <gmock/gmock.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <random>

#include "crm/graph/pagerank.hpp"
#include "tests/crm/graph/drawn.hpp"

namespace fanal::graph {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<FanGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<FanGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<FanGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<FanGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<FanGraph, std::uint32_t, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<FanGraph, GraphEdge, boost::edge_weight_t>));

using ListGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property,
                                        boost::property<boost::edge_weight_t, float>>;

ListGraph list_graph(const FanGraph& graph) {
    ListGraph list(graph.node_count());
    for (const Edge& edge : graph.edges()) {
        boost::add_edge(edge.from, edge.to, edge.weight, list);
    }
    return list;
}

template <class Value, class Graph>
auto map_over(std::vector<Value>& values, const Graph& graph) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

template <class Graph>
std::vector<double> distances(const Graph& graph) {
    std::vector<double> found(num_vertices(graph));
    boost::dijkstra_shortest_paths(
        graph, 0, boost::weight_map(get(boost::edge_weight, graph)).distance_map(map_over(found, graph)));
    return found;
}

template <class Graph>
std::vector<double> betweenness(const Graph& graph) {
    std::vector<double> found(num_vertices(graph));
    boost::brandes_betweenness_centrality(graph, map_over(found, graph));
    return found;
}

template <class Graph>
std::vector<double> page_rank(const Graph& graph) {
    std::vector<double> found(num_vertices(graph));
    boost::graph::page_rank(graph, map_over(found, graph), boost::graph::n_iterations(60));
    return found;
}

template <class Graph>
int strong_components(const Graph& graph) {
    std::vector<std::uint32_t> component(num_vertices(graph));
    return static_cast<int>(boost::strong_components(graph, map_over(component, graph)));
}

TEST(GraphConcepts, LetAlgorithmsGiveWhatTheyGiveElsewhere) {
    std::mt19937_64 random(31);
    for (int round = 0; round < 60; ++round) {
        const auto node_count = static_cast<std::uint32_t>(1 + random() % 50);
        const FanGraph graph(node_count, test::random_edges(random, node_count, random() % (4 * node_count)));
        const ListGraph list = list_graph(graph);
        const auto near = testing::Pointwise(testing::DoubleNear(1e-9), betweenness(list));
        EXPECT_THAT(betweenness(graph), near);
        EXPECT_THAT(distances(graph), testing::Pointwise(testing::DoubleEq(), distances(list)));
        EXPECT_THAT(page_rank(graph), testing::Pointwise(testing::DoubleNear(1e-9), page_rank(list)));
        EXPECT_EQ(strong_components(graph), strong_components(list));
    }
}

TEST(GraphConcepts, ShowEveryEdgeFromEverySide) {
    std::mt19937_64 random(32);
    for (int round = 0; round < 60; ++round) {
        const auto node_count = static_cast<std::uint32_t>(1 + random() % 50);
        const FanGraph graph(node_count, test::random_edges(random, node_count, random() % (3 * node_count)));
        std::vector<GraphEdge> expected;
        for (const Edge& edge : graph.edges()) {
            expected.push_back({edge.from, edge.to});
        }
        const auto [first, last] = edges(graph);
        EXPECT_THAT(std::vector<GraphEdge>(first, last), testing::UnorderedElementsAreArray(expected));
        std::vector<GraphEdge> into;
        std::vector<GraphEdge> out_of;
        for (std::uint32_t node = 0; node < node_count; ++node) {
            const auto [in_first, in_last] = in_edges(node, graph);
            into.insert(into.end(), in_first, in_last);
            const auto [out_first, out_last] = out_edges(node, graph);
            out_of.insert(out_of.end(), out_first, out_last);
            const auto [next, end] = adjacent_vertices(node, graph);
            EXPECT_EQ(std::vector<std::uint32_t>(next, end).size(), degree(node, graph) - in_degree(node, graph));
        }
        EXPECT_THAT(into, testing::UnorderedElementsAreArray(expected));
        EXPECT_THAT(out_of, testing::UnorderedElementsAreArray(expected));
        for (const GraphEdge& edge : expected) {
            EXPECT_EQ(get(boost::edge_weight, graph, edge), graph.weight(edge.source, edge.target));
        }
    }
}

}  // namespace
}  // namespace fanal::graph
