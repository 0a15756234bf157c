#include "crm/graph/probable_path.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <random>

#include "tests/crm/graph/drawn.hpp"

namespace fanal::graph {
namespace {

using test::DrawnGraph;
using testing::ElementsAre;

/// The slow twin: Bellman-Ford on -log p; gives the probability of the best path, or 0.
double best_probability(std::uint32_t node_count, const std::vector<Edge>& edges, std::uint32_t from,
                        std::uint32_t to) {
    std::vector<double> surprise(node_count, INFINITY);
    surprise[from] = 0;
    for (std::uint32_t round = 0; round < node_count; ++round) {
        for (const Edge& edge : edges) {
            const double p = edge.weight / (1.0 + edge.weight);
            surprise[edge.to] = std::min(surprise[edge.to], surprise[edge.from] - std::log(p));
        }
    }
    return std::exp(-surprise[to]);
}

TEST(ProbablePath, PrefersTwoStrongTiesToOneWeakOne) {
    const DrawnGraph drawn(R"(
        ana -> ben 9
        ben -> cleo 9
        ana -> cleo 1
    )");
    const auto path = most_probable_path(drawn.graph(), drawn["ana"], drawn["cleo"]);
    ASSERT_TRUE(path);
    EXPECT_THAT(path->nodes, ElementsAre(drawn["ana"], drawn["ben"], drawn["cleo"]));
    EXPECT_NEAR(path->probability, 0.81, 1e-12);
}

TEST(ProbablePath, FollowsEdgesForwardsOnly) {
    const DrawnGraph drawn("ana -> ben");
    const auto path = most_probable_path(drawn.graph(), drawn["ana"], drawn["ben"]);
    ASSERT_TRUE(path);
    EXPECT_DOUBLE_EQ(path->probability, 0.5);
    EXPECT_FALSE(most_probable_path(drawn.graph(), drawn["ben"], drawn["ana"]));
}

TEST(ProbablePath, ToOneselfIsCertain) {
    const auto path = most_probable_path(FanGraph(1, {}), 0, 0);
    ASSERT_TRUE(path);
    EXPECT_THAT(path->nodes, ElementsAre(0));
    EXPECT_EQ(path->probability, 1);
}

TEST(ProbablePath, IsNoneBetweenStrangers) {
    EXPECT_FALSE(most_probable_path(FanGraph(2, {}), 0, 1));
}

TEST(ProbablePath, StandsTheFaintestAndTheStrongestTies) {
    const DrawnGraph faint("a -> b 1.2e-38 \n b -> c 1.2e-38");
    const auto path = most_probable_path(faint.graph(), faint["a"], faint["c"]);
    ASSERT_TRUE(path);
    EXPECT_EQ(path->nodes.size(), 3);
    EXPECT_GT(path->probability, 0);
    EXPECT_LE(tie_probability(FLT_MAX), 1);
}

TEST(ProbablePath, EqualsTheTwinOnGraphsByLot) {
    std::mt19937_64 random(7);
    for (int round = 0; round < 100; ++round) {
        const auto node_count = static_cast<std::uint32_t>(2 + random() % 30);
        const FanGraph graph(node_count, test::random_edges(random, node_count, random() % (3 * node_count)));
        const std::vector<Edge> edges = graph.edges();
        for (std::uint32_t to = 0; to < node_count; ++to) {
            const auto path = most_probable_path(graph, 0, to);
            const double expected = best_probability(node_count, edges, 0, to);
            ASSERT_EQ(path.has_value(), expected > 0);
            if (path) {
                EXPECT_NEAR(path->probability, expected, 1e-9);
                EXPECT_EQ(path->nodes.front(), 0);
                EXPECT_EQ(path->nodes.back(), to);
            }
        }
    }
}

}  // namespace
}  // namespace fanal::graph
