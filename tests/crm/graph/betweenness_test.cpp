#include "crm/graph/betweenness.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "models/error.hpp"
#include "tests/crm/graph/drawn.hpp"

namespace fanal::graph {
namespace {

using test::DrawnGraph;
using testing::DoubleNear;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pointwise;

/// The slow twin: distances and path counts between all pairs, one after another, and the definition itself.
std::vector<double> betweenness_by_definition(std::uint32_t n, const std::vector<Edge>& edges) {
    std::vector<std::vector<double>> far(n, std::vector<double>(n, INFINITY));
    std::vector<std::vector<double>> paths(n, std::vector<double>(n, 0));
    std::vector<std::vector<bool>> is_edge(n, std::vector<bool>(n, false));
    for (const Edge& edge : edges) {
        is_edge[edge.from][edge.to] = edge.from != edge.to;
    }
    for (std::uint32_t from = 0; from < n; ++from) {
        far[from][from] = 0;
        paths[from][from] = 1;
        for (double length = 0; length < n; ++length) {
            for (std::uint32_t at = 0; at < n; ++at) {
                for (std::uint32_t to = 0; far[from][at] == length && to < n; ++to) {
                    if (is_edge[at][to] && far[from][to] > length) {
                        far[from][to] = length + 1;
                        paths[from][to] += paths[from][at];
                    }
                }
            }
        }
    }
    std::vector<double> between(n, 0.0);
    for (std::uint32_t v = 0; v < n; ++v) {
        for (std::uint32_t s = 0; s < n; ++s) {
            for (std::uint32_t t = 0; t < n; ++t) {
                if (s != v && t != v && s != t && far[s][t] < INFINITY && far[s][v] + far[v][t] == far[s][t]) {
                    between[v] += paths[s][v] * paths[v][t] / paths[s][t];
                }
            }
        }
    }
    return between;
}

TEST(Betweenness, OfNobodyIsNothingAndOfOneIsZero) {
    EXPECT_THAT(betweenness(FanGraph(0, {})), IsEmpty());
    EXPECT_THAT(betweenness(FanGraph(1, {})), ElementsAre(0));
    EXPECT_THAT(sampled_betweenness(FanGraph(0, {})).fraction, IsEmpty());
    EXPECT_THAT(sampled_betweenness(FanGraph(1, {})).fraction, ElementsAre(0));
}

TEST(Betweenness, FollowsDirections) {
    EXPECT_THAT(betweenness(DrawnGraph("a -> b \n b -> c").graph()), ElementsAre(0, 1, 0));
    EXPECT_THAT(betweenness(DrawnGraph("a -> b \n c -> b").graph()), Each(0));
}

TEST(Betweenness, IsSharedBetweenEqualWays) {
    const DrawnGraph drawn(R"(
        ana -> ben 9
        ana -> cleo
        ben -> dora
        cleo -> dora
        dora -> ela
    )");
    const std::vector<double> found = betweenness(drawn.graph());
    EXPECT_EQ(found[drawn["ben"]], 1);  // half of ana to dora, half of ana to ela: weights do not count
    EXPECT_EQ(found[drawn["cleo"]], 1);
    EXPECT_EQ(found[drawn["dora"]], 3);
}

TEST(Betweenness, EqualsTheTwinOnGraphsByLot) {
    std::mt19937_64 random(37);
    for (int round = 0; round < 200; ++round) {
        const auto node_count = static_cast<std::uint32_t>(1 + random() % 50);
        const std::vector<Edge> edges = test::random_edges(random, node_count, random() % (3 * node_count));
        const std::vector<double> twin = betweenness_by_definition(node_count, edges);
        const FanGraph graph(node_count, edges);
        ASSERT_THAT(betweenness(graph), Pointwise(DoubleNear(1e-9), twin));
        const SampledBetweenness all = sampled_betweenness(graph, {.sources_count = node_count});
        EXPECT_EQ(all.error, 0);
        for (std::uint32_t node = 0; node < node_count; ++node) {
            ASSERT_NEAR(all.fraction[node] * node_count * (node_count - 1.0), twin[node], 1e-9);
        }
    }
}

/// Some of everything: a dense part, a long tail that only a pushed frontier walks cheaply, parts that nothing joins.
FanGraph crowd_with_a_tail(std::mt19937_64& random) {
    std::vector<Edge> edges = test::random_edges(random, 9000, 40'000);
    for (std::uint32_t node = 9000; node < 9300; ++node) {
        edges.push_back({node - 1, node, 1});
        edges.push_back({node, node - 1, 1});
    }
    return FanGraph(9400, edges);
}

TEST(Betweenness, GivesTheSameBitsOnEveryPathAndAnyNumberOfThreads) {
    std::mt19937_64 random(38);
    const FanGraph graph = crowd_with_a_tail(random);
    const FanGraph small(60, test::random_edges(random, 60, 300));
    const auto exact = betweenness(small, {Path::scalar, 1});
    const auto sampled = sampled_betweenness(graph, {.sources_count = 40, .machine = {Path::scalar, 1}});
    EXPECT_EQ(sampled.sources_count, 48);
    for (const Path path : paths()) {
        for (const unsigned threads_count : {0U, 1U, 2U, 3U}) {
            EXPECT_EQ(betweenness(small, {path, threads_count}), exact) << to_text(path);
            const SamplingOptions options = {.sources_count = 40, .machine = {path, threads_count}};
            EXPECT_EQ(sampled_betweenness(graph, options).fraction, sampled.fraction) << to_text(path);
        }
    }
}

TEST(Betweenness, SampledStaysWithinItsError) {
    std::mt19937_64 random(39);
    constexpr std::uint32_t node_count = 600;
    std::vector<Edge> edges = test::random_edges(random, node_count, 900);
    for (std::uint32_t node = 1; node < node_count; node += 2) {
        edges.push_back({node, 0, 1});  // everyone's broker
        edges.push_back({0, node + 1 < node_count ? node + 1 : 2, 1});
    }
    const FanGraph graph(node_count, edges);
    const std::vector<double> exact = betweenness(graph);
    double worst = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const SampledBetweenness sampled = sampled_betweenness(graph, {.sources_count = 160, .seed = seed});
        EXPECT_NEAR(sampled.error, std::sqrt(std::log(2 * 600 / 0.01) / 320), 1e-12);
        for (std::uint32_t node = 0; node < node_count; ++node) {
            const double fraction = exact[node] / (node_count * (node_count - 1.0));
            worst = std::max(worst, std::abs(sampled.fraction[node] - fraction));
            ASSERT_LE(std::abs(sampled.fraction[node] - fraction), sampled.error);
        }
    }
    EXPECT_GT(worst, 0) << "A sample that is never off is none.";
}

/// Diamonds in a row double the number of shortest paths each.
FanGraph diamonds(std::uint32_t count) {
    std::vector<Edge> edges;
    for (std::uint32_t i = 0; i < count; ++i) {
        for (const std::uint32_t side : {1U, 2U}) {
            edges.push_back({3 * i, 3 * i + side, 1});
            edges.push_back({3 * i + side, 3 * i + 3, 1});
        }
    }
    return FanGraph(3 * count + 1, edges);
}

TEST(Betweenness, CountsMorePathsThanAFloatHolds) {
    const FanGraph graph = diamonds(300);
    const SampledBetweenness sampled = sampled_betweenness(graph, {.sources_count = 880});
    const std::vector<double> exact = betweenness(graph);
    // Between the k-th of 301 knots and everyone before and after: 3k of them before, 900 - 3k after.
    EXPECT_NEAR(exact[3 * 100], 300.0 * 600, 1e-6);
    EXPECT_NEAR(sampled.fraction[3 * 100], 300.0 * 600 / (901.0 * 900), sampled.error);
    EXPECT_GT(sampled.fraction[3 * 100], 0.9 * 300.0 * 600 / (901.0 * 900));
}

TEST(Betweenness, RefusesMorePathsThanADoubleHoldsAndOptionsOutOfRange) {
    EXPECT_THROW(betweenness(diamonds(1100)), Error);
    const FanGraph graph(1, {});
    EXPECT_THROW(sampled_betweenness(graph, {.sources_count = 0}), Error);
    EXPECT_THROW(sampled_betweenness(graph, {.chance_of_worse = 0}), Error);
    EXPECT_THROW(sampled_betweenness(graph, {.chance_of_worse = 1}), Error);
}

}  // namespace
}  // namespace fanal::graph
