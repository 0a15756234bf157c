#include "crm/graph/fan_graph.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <random>

#include "models/error.hpp"
#include "tests/crm/graph/drawn.hpp"

namespace fanal::graph {
namespace {

using test::DrawnGraph;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(FanGraph, ShowsItsEdgesFromBothEnds) {
    const DrawnGraph drawn(R"(
        ana -> ben 2
        cleo -> ben 3
        ben -> ana 4
        ana -> cleo 5
        dora
    )");
    const FanGraph graph = drawn.graph();
    EXPECT_EQ(graph.node_count(), 4);
    EXPECT_EQ(graph.edge_count(), 4);
    EXPECT_THAT(graph.out_edges().starts, ElementsAre(0, 2, 3, 4, 4));
    EXPECT_THAT(graph.out_edges().neighbours, ElementsAre(1, 2, 0, 1));
    EXPECT_THAT(graph.out_edges().weights, ElementsAre(2, 5, 4, 3));
    EXPECT_THAT(graph.in_edges().of(drawn["ben"]), ElementsAre(drawn["ana"], drawn["cleo"]));
    EXPECT_THAT(graph.in_edges().weights, ElementsAre(4, 2, 3, 5));
    EXPECT_THAT(graph.in_edges().of(drawn["dora"]), IsEmpty());
    EXPECT_EQ(graph.in_degree(drawn["ben"]), 2);
    EXPECT_EQ(graph.out_degree(drawn["ana"]), 2);
    EXPECT_EQ(graph.out_degree(drawn["dora"]), 0);
}

TEST(FanGraph, IsSimple) {
    const FanGraph graph = DrawnGraph(R"(
        ben -> ana 1
        ana -> ana 7
        ana -> ben 2
        ana -> ben 3
    )")
                               .graph();
    EXPECT_THAT(graph.out_edges().starts, ElementsAre(0, 1, 2));
    EXPECT_THAT(graph.out_edges().neighbours, ElementsAre(1, 0));
    EXPECT_THAT(graph.out_edges().weights, ElementsAre(1, 5));
}

TEST(FanGraph, MayBeEmpty) {
    const FanGraph graph(0, {});
    EXPECT_EQ(graph.node_count(), 0);
    EXPECT_EQ(graph.edge_count(), 0);
    EXPECT_THAT(graph.out_edges().starts, ElementsAre(0));
    EXPECT_THAT(graph.in_edges().starts, ElementsAre(0));
}

TEST(FanGraph, RefusesEdgesThatAreNone) {
    const auto build = [](Edge edge) { return FanGraph(2, std::vector<Edge>{edge}); };
    EXPECT_THROW(build({0, 2, 1}), Error);
    EXPECT_THROW(build({2, 0, 1}), Error);
    EXPECT_THROW(build({0, 1, 0}), Error);
    EXPECT_THROW(build({0, 1, -1}), Error);
    EXPECT_THROW(build({0, 1, NAN}), Error);
    EXPECT_THROW(build({0, 1, INFINITY}), Error);
    EXPECT_NO_THROW(build({0, 1, 1e-30F}));
}

TEST(FanGraph, HoldsTheSameEdgesAsAMapOnGraphsByLot) {
    std::mt19937_64 random(3);
    for (int round = 0; round < 50; ++round) {
        const auto node_count = static_cast<std::uint32_t>(1 + random() % 20);
        const std::vector<Edge> edges = test::random_edges(random, node_count, random() % 200);
        std::map<std::pair<std::uint32_t, std::uint32_t>, double> weights;
        for (const Edge& edge : edges) {
            if (edge.from != edge.to) {
                weights[{edge.from, edge.to}] += edge.weight;
            }
        }
        const FanGraph graph(node_count, edges);
        ASSERT_EQ(graph.edge_count(), weights.size());
        for (std::uint32_t node = 0; node < node_count; ++node) {
            const Adjacency out = graph.out_edges();
            for (std::uint32_t i = out.starts[node]; i < out.starts[node + 1]; ++i) {
                EXPECT_NEAR(out.weights[i], (weights.at({node, out.neighbours[i]})), 1e-4);
            }
            const Adjacency in = graph.in_edges();
            for (std::uint32_t i = in.starts[node]; i < in.starts[node + 1]; ++i) {
                EXPECT_NEAR(in.weights[i], (weights.at({in.neighbours[i], node})), 1e-4);
            }
        }
    }
}

}  // namespace
}  // namespace fanal::graph
