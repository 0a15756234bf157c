#include "crm/graph/fan_graph.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cfloat>
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
    EXPECT_THAT(graph.edges(), ElementsAre(Edge{0, 1, 2}, Edge{0, 2, 5}, Edge{1, 0, 4}, Edge{2, 1, 3}));
    EXPECT_EQ(graph.weight(drawn["cleo"], drawn["ben"]), 3);
    EXPECT_EQ(graph.weight(drawn["ben"], drawn["cleo"]), 0);
    EXPECT_EQ(graph.weight(drawn["dora"], drawn["dora"]), 0);
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
    EXPECT_THAT(graph.edges(), ElementsAre(Edge{0, 1, 1}, Edge{1, 0, 5}));
}

TEST(FanGraph, MayBeEmpty) {
    const FanGraph graph(0, {});
    EXPECT_EQ(graph.node_count(), 0);
    EXPECT_EQ(graph.edge_count(), 0);
    EXPECT_THAT(graph.edges(), IsEmpty());
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
        for (const Edge& edge : graph.edges()) {
            const double given = weights.at({edge.from, edge.to});
            EXPECT_NEAR(edge.weight, given, given * 0x1p-16);
            EXPECT_EQ(graph.weight(edge.from, edge.to), edge.weight);
        }
        for (std::uint32_t node = 0; node < node_count; ++node) {
            const auto count = [&](auto end) {
                return std::count_if(weights.begin(), weights.end(), [&](const auto& row) { return end(row) == node; });
            };
            EXPECT_EQ(graph.out_degree(node), count([](const auto& row) { return row.first.first; }));
            EXPECT_EQ(graph.in_degree(node), count([](const auto& row) { return row.first.second; }));
            EXPECT_EQ(graph.node_at(graph.place_of(node)), node);
        }
    }
}

TEST(FanGraph, KeepsAWeightToSeventeenBits) {
    std::mt19937_64 random(8);
    for (int round = 0; round < 2000; ++round) {
        const float given = std::ldexp(1 + static_cast<float>(random() % 1'000'003) / 1'000'003.0F,
                                       static_cast<int>(random() % 250) - 125);
        const float kept = FanGraph(2, std::vector<Edge>{{0, 1, given}}).weight(0, 1);
        ASSERT_NEAR(kept, given, given * 0x1p-17);
        ASSERT_EQ(FanGraph(2, std::vector<Edge>{{0, 1, kept}}).weight(0, 1), kept);
    }
    for (const float edge_case : {FLT_MAX, FLT_MIN, FLT_TRUE_MIN, 1.0F, 3.0F, 0.1F}) {
        const float kept = FanGraph(2, std::vector<Edge>{{0, 1, edge_case}}).weight(0, 1);
        EXPECT_GT(kept, 0);
        EXPECT_TRUE(std::isfinite(kept));
    }
}

TEST(FanGraph, TakesNoMoreMemoryThanItSays) {
    std::mt19937_64 random(9);
    const std::vector<Edge> edges = test::random_edges(random, 20'000, 400'000);
    const FanGraph weighted(20'000, edges);
    EXPECT_TRUE(weighted.is_weighted());
    EXPECT_LE(static_cast<double>(weighted.bytes()), 12.0 * weighted.edge_count());
    std::vector<Edge> ones = weighted.edges();
    for (Edge& edge : ones) {
        edge.weight = 1;
    }
    const FanGraph unweighted(20'000, ones);
    EXPECT_FALSE(unweighted.is_weighted());
    EXPECT_LE(static_cast<double>(unweighted.bytes()), 9.0 * unweighted.edge_count());
}

}  // namespace
}  // namespace fanal::graph
