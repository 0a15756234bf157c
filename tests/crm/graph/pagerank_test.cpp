#include "crm/graph/pagerank.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>
#include <utility>

#include "models/error.hpp"
#include "tests/crm/graph/drawn.hpp"

namespace fanal::graph {
namespace {

using test::DrawnGraph;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr double tight = 1e-13;

/// The slow twin: the walk's whole transition matrix, entry by entry, and many rounds of it.
std::vector<double> dense_pagerank(std::uint32_t node_count, const std::vector<Edge>& edges, double damping) {
    const std::size_t n = node_count;
    std::vector<double> out_weight(n, 0.0);
    std::vector<std::vector<double>> step(n, std::vector<double>(n, 0.0));  // step[to][from]
    for (const Edge& edge : edges) {
        out_weight[edge.from] += edge.weight;
        step[edge.to][edge.from] += edge.weight;
    }
    for (std::size_t to = 0; to < n; ++to) {
        for (std::size_t from = 0; from < n; ++from) {
            const double along = out_weight[from] > 0 ? step[to][from] / out_weight[from] : 1.0 / n;
            step[to][from] = damping * along + (1 - damping) / n;
        }
    }
    std::vector<double> walker(n, 1.0 / n);
    for (int round = 0; round < 400; ++round) {
        std::vector<double> next(n, 0.0);
        for (std::size_t to = 0; to < n; ++to) {
            next[to] = std::inner_product(walker.begin(), walker.end(), step[to].begin(), 0.0);
        }
        walker = next;
    }
    return walker;
}

double distance(const std::vector<double>& left, const std::vector<double>& right) {
    double sum = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        sum += std::abs(left[i] - right[i]);
    }
    return sum;
}

void expect_equals_twin(const FanGraph& graph, double damping = 0.85) {
    const std::vector<double> twin = dense_pagerank(graph.node_count(), graph.edges(), damping);
    const PageRank fine = pagerank(graph, {.damping = damping, .tolerance = tight});
    EXPECT_TRUE(fine.converged);
    EXPECT_LT(distance(fine.pagerank, twin), 1e-11);
    EXPECT_NEAR(std::accumulate(fine.pagerank.begin(), fine.pagerank.end(), 0.0), 1, 1e-12);
    const PageRank coarse = pagerank(graph, {.damping = damping, .tolerance = 1e-6});
    EXPECT_LT(distance(coarse.pagerank, twin), 1e-6 * damping / (1 - damping) + 1e-6);
    EXPECT_LE(coarse.iterations_count, fine.iterations_count);
}

void expect_equals_twin(const DrawnGraph& drawn) {
    expect_equals_twin(drawn.graph());
}

TEST(PageRankTest, OfNobodyIsNothingAndOfOneIsAll) {
    EXPECT_THAT(pagerank(FanGraph(0, {})).pagerank, IsEmpty());
    EXPECT_THAT(pagerank(FanGraph(1, {})).pagerank, ElementsAre(1));
}

TEST(PageRankTest, OfStrangersIsEqual) {
    EXPECT_THAT(pagerank(FanGraph(4, {})).pagerank, ElementsAre(0.25, 0.25, 0.25, 0.25));
}

TEST(PageRankTest, FlowsToWhomeverIsActedUpon) {
    const DrawnGraph drawn(R"(
        ana -> ben
        cleo -> ben
        dora -> cleo
    )");
    const std::vector<double> values = pagerank(drawn.graph()).pagerank;
    EXPECT_GT(values[drawn["ben"]], values[drawn["cleo"]]);
    EXPECT_GT(values[drawn["cleo"]], values[drawn["dora"]]);
    EXPECT_DOUBLE_EQ(values[drawn["ana"]], values[drawn["dora"]]);
    expect_equals_twin(drawn);
}

TEST(PageRankTest, OfTwoWithOneTieIsKnownByHand) {
    // a = 0.15/2 + 0.85 b/2 (ben dangles, half of him goes to ana), a + b = 1: a = 0.5 / 1.425.
    const std::vector<double> values = pagerank(DrawnGraph("ana -> ben 7").graph(), {.tolerance = tight}).pagerank;
    EXPECT_THAT(values, ElementsAre(DoubleNear(0.5 / 1.425, 1e-12), DoubleNear(0.925 / 1.425, 1e-12)));
}

TEST(PageRankTest, IsDividedByWeight) {
    const DrawnGraph drawn(R"(
        ana -> ben 3
        ana -> cleo 1
        ben -> ana
        cleo -> ana
    )");
    const std::vector<double> values = pagerank(drawn.graph(), {.tolerance = tight}).pagerank;
    const double teleport = 0.15 / 3;
    EXPECT_NEAR((values[drawn["ben"]] - teleport) / (values[drawn["cleo"]] - teleport), 3, 1e-9);
    expect_equals_twin(drawn);
}

TEST(PageRankTest, EqualsTheTwinOnDrawnShapes) {
    expect_equals_twin(DrawnGraph("ana -> ben \n ben -> cleo \n cleo -> ana"));             // a circle
    expect_equals_twin(DrawnGraph("a -> hub \n b -> hub \n c -> hub \n d -> hub"));         // a star
    expect_equals_twin(DrawnGraph("a -> b 0.001 \n b -> a 1000 \n b -> c 1e-20 \n lone"));  // wide weights
    expect_equals_twin(DrawnGraph("a -> b 1e30 \n a -> c 3e30 \n c -> a 1e-37"));           // wider ones
}

TEST(PageRankTest, EqualsTheTwinOnGraphsByLot) {
    std::mt19937_64 random(4);
    for (int round = 0; round < 60; ++round) {
        const auto node_count = static_cast<std::uint32_t>(1 + random() % 60);
        std::vector<Edge> edges = test::random_edges(random, node_count, random() % (4 * node_count));
        if (round % 3 == 0) {
            for (Edge& edge : edges) {
                edge.weight = 1;
            }
        }
        expect_equals_twin(FanGraph(node_count, edges), round % 2 == 0 ? 0.85 : 0.5);
    }
}

TEST(PageRankTest, GivesTheSameBitsAgainAndFromAnyOrderOfEdges) {
    std::mt19937_64 random(5);
    std::vector<Edge> edges = test::random_edges(random, 300, 3000);
    const std::vector<double> values = pagerank(FanGraph(300, edges)).pagerank;
    std::shuffle(edges.begin(), edges.end(), random);
    EXPECT_EQ(pagerank(FanGraph(300, edges)).pagerank, values);
}

/// Hubs with thousands of edges, rows of every length, dangling nodes, a last slice that is not full.
std::vector<Edge> crowd_by_lot(std::mt19937_64& random, std::uint32_t node_count, bool weighted) {
    std::vector<Edge> edges = test::random_edges(random, node_count, std::size_t{node_count} * 6);
    for (std::uint32_t node = 3; node < node_count; ++node) {
        edges.push_back({node, static_cast<std::uint32_t>(random() % 3), 0.5F});
    }
    std::erase_if(edges, [](const Edge& edge) { return edge.from % 7 == 5; });
    if (!weighted) {
        std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
        std::erase_if(edges, [&](const Edge& edge) { return !seen.insert({edge.from, edge.to}).second; });
        for (Edge& edge : edges) {
            edge.weight = 1;
        }
    }
    return edges;
}

TEST(PageRankTest, GivesTheSameBitsOnEveryPathAndAnyNumberOfThreads) {
    std::mt19937_64 random(35);
    for (const std::uint32_t node_count : {1U, 15U, 16U, 17U, 500U, 5001U}) {
        for (const bool weighted : {false, true}) {
            const FanGraph graph(node_count, crowd_by_lot(random, node_count, weighted));
            for (const double tolerance : {1e-6, 1e-12}) {
                const PageRank expected = pagerank(graph, {.tolerance = tolerance, .machine = {Path::scalar, 1}});
                EXPECT_TRUE(expected.converged);
                for (const Path path : paths()) {
                    for (const unsigned threads_count : {0U, 1U, 2U, 3U}) {
                        const PageRank found =
                            pagerank(graph, {.tolerance = tolerance, .machine = {path, threads_count}});
                        ASSERT_EQ(found.pagerank, expected.pagerank) << to_text(path) << " " << threads_count;
                        ASSERT_EQ(found.iterations_count, expected.iterations_count);
                    }
                }
            }
        }
    }
}

TEST(PageRankTest, OfAHubWithManyIsAsExactAsTheToleranceSays) {
    // Everyone acts towards the hub, who acts towards everyone: hub = 0.15/n + 0.85 * (1 - hub).
    std::vector<Edge> edges;
    constexpr std::uint32_t node_count = 100'001;
    for (std::uint32_t node = 1; node < node_count; ++node) {
        edges.push_back({node, 0, 1});
        edges.push_back({0, node, 1});
    }
    const double hub = (0.15 / node_count + 0.85) / 1.85;
    const FanGraph graph(node_count, edges);
    EXPECT_NEAR(pagerank(graph, {.tolerance = 1e-6}).pagerank[0], hub, 1e-6 * 0.85 / 0.15);
    EXPECT_NEAR(pagerank(graph, {.tolerance = tight}).pagerank[0], hub, 1e-11);
}

TEST(PageRankTest, StartedFromYesterdaysGivesTodaysSooner) {
    std::mt19937_64 random(36);
    std::vector<Edge> edges = crowd_by_lot(random, 5000, true);
    const std::vector<double> yesterday = pagerank(FanGraph(5000, edges)).pagerank;
    for (int i = 0; i < 5; ++i) {
        edges.push_back({static_cast<std::uint32_t>(random() % 5000), static_cast<std::uint32_t>(random() % 5000), 1});
    }
    const FanGraph graph(5000, edges);
    const PageRank anew = pagerank(graph);
    const PageRank refreshed = pagerank(graph, {.start = yesterday});
    EXPECT_LT(distance(refreshed.pagerank, anew.pagerank), 2 * 1e-9 * 0.85 / 0.15);
    EXPECT_LT(refreshed.iterations_count, anew.iterations_count);
}

TEST(FreshPageRankTest, EqualsThatOfANewGraphAfterEachBatch) {
    std::mt19937_64 random(71);
    for (int round = 0; round < 60; ++round) {
        const auto node_count = static_cast<std::uint32_t>(1 + random() % 60);
        std::vector<Edge> edges = test::random_edges(random, node_count, random() % (3 * node_count));
        if (round % 3 == 0) {
            for (Edge& edge : edges) {
                edge.weight = 1;
            }
        }
        const FanGraph graph(node_count, edges);
        edges = graph.edges();
        FreshPageRank fresh(graph, {.tolerance = tight});
        for (int batch = 0; batch < 4; ++batch) {
            const std::vector<Edge> added = test::random_edges(random, node_count, random() % 12);
            edges.insert(edges.end(), added.begin(), added.end());
            const FanGraph rebuilt(node_count, edges);
            // A new graph rounds sums of weights where the fresh one sums what was rounded.
            ASSERT_LT(distance(fresh.add(added).pagerank, pagerank(rebuilt, {.tolerance = tight}).pagerank), 1e-4);
            std::vector<Edge> kept = edges;
            for (Edge& edge : kept) {
                edge.weight = weight_of(weight_code(edge.weight));
            }
            std::erase_if(kept, [](const Edge& edge) { return edge.from == edge.to; });
            ASSERT_LT(distance(fresh.current().pagerank, dense_pagerank(node_count, kept, 0.85)), 1e-10);
            ASSERT_TRUE(fresh.current().converged);
        }
    }
}

TEST(FreshPageRankTest, StaysWithinTheToleranceBatchAfterBatch) {
    std::mt19937_64 random(72);
    std::vector<Edge> edges = test::random_edges(random, 3000, 30'000);
    const FanGraph graph(3000, edges);
    for (const double tolerance : {1e-4, 1e-6, 1e-8}) {
        FreshPageRank fresh(graph, {.tolerance = tolerance});
        std::vector<Edge> all = graph.edges();
        for (int batch = 0; batch < 10; ++batch) {
            const std::vector<Edge> added = test::random_edges(random, 3000, 30);
            all.insert(all.end(), added.begin(), added.end());
            fresh.add(added);
        }
        const std::vector<double> exact = pagerank(FanGraph(3000, all), {.tolerance = tight}).pagerank;
        const double rounding = 2e-6;  // of weights, and of single precision
        EXPECT_LT(distance(fresh.current().pagerank, exact), tolerance * 0.85 / 0.15 + rounding);
        EXPECT_LT(fresh.current().iterations_count, pagerank(graph, {.tolerance = tolerance}).iterations_count);
    }
}

TEST(FreshPageRankTest, GivesTheSameBitsOnEveryPathAndAnyNumberOfThreads) {
    std::mt19937_64 random(73);
    const FanGraph graph(5000, test::random_edges(random, 5000, 40'000));
    const std::vector<Edge> added = test::random_edges(random, 5000, 50);
    std::set<std::vector<double>> results;
    for (const Path path : paths()) {
        for (const unsigned threads_count : {1U, 2U, 3U}) {
            FreshPageRank fresh(graph, {.tolerance = 1e-6, .machine = {path, threads_count}});
            results.insert(fresh.add(added).pagerank);
        }
    }
    EXPECT_EQ(results.size(), 1);
}

TEST(FreshPageRankTest, RefusesTiesThatItCannotHaveAndAddsNone) {
    const FanGraph graph = DrawnGraph("a -> b \n b -> c").graph();
    FreshPageRank fresh(graph);
    const std::vector<double> before = fresh.current().pagerank;
    EXPECT_THROW(fresh.add(std::vector<Edge>{{0, 2, 1}, {0, 3, 1}}), Error);
    EXPECT_THROW(fresh.add(std::vector<Edge>{{0, 2, 0}}), Error);
    EXPECT_EQ(fresh.current().pagerank, before);
    EXPECT_THAT(FreshPageRank(FanGraph(0, {})).add({}).pagerank, IsEmpty());
}

TEST(PageRankTest, StartedFromASolutionOfSinglePrecisionIsAsExactAsAnyOther) {
    std::mt19937_64 random(74);
    for (int round = 0; round < 100; ++round) {
        const FanGraph graph(6, test::random_edges(random, 6, 12));
        const std::vector<double> coarse = pagerank(graph, {.tolerance = 1e-6}).pagerank;
        ASSERT_LT(distance(pagerank(graph, {.tolerance = tight, .start = coarse}).pagerank,
                           pagerank(graph, {.tolerance = tight}).pagerank),
                  1e-11);
    }
}

TEST(PageRankTest, SaysWhenItWasCutShort) {
    const PageRank cut = pagerank(DrawnGraph("a -> b \n b -> c \n c -> b").graph(), {.iterations_max = 3});
    EXPECT_FALSE(cut.converged);
    EXPECT_EQ(cut.iterations_count, 3);
    EXPECT_NEAR(std::accumulate(cut.pagerank.begin(), cut.pagerank.end(), 0.0), 1, 1e-12);
}

TEST(PageRankTest, RefusesOptionsOutOfRange) {
    const FanGraph graph(1, {});
    EXPECT_THROW(pagerank(graph, {.damping = 1}), Error);
    EXPECT_THROW(pagerank(graph, {.damping = -0.1}), Error);
    EXPECT_THROW(pagerank(graph, {.tolerance = 0}), Error);
    EXPECT_THROW(pagerank(graph, {.iterations_max = 0}), Error);
    const std::vector<double> two = {0.5, 0.5};
    const std::vector<double> none = {0};
    EXPECT_THROW(pagerank(graph, {.start = two}), Error);
    EXPECT_THROW(pagerank(graph, {.start = none}), Error);
}

}  // namespace
}  // namespace fanal::graph
