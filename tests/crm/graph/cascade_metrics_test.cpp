#include "crm/graph/cascade_metrics.hpp"

#include <gmock/gmock.h>

#include <random>

#include "crm/graph/cascade_tree.hpp"
#include "tests/crm/graph/drawn.hpp"

namespace fanal::graph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr InteractionId root{1};

std::vector<CascadeNode> tree(const std::string& reshares) {
    return cascade_tree(root, test::drawn_reshares(reshares));
}

/// Post k of 2 … n hangs on `parent(k)`.
template <class ParentOf>
std::vector<CascadeNode> grown(std::int64_t size, const ParentOf& parent) {
    std::vector<Reshare> reshares;
    for (std::int64_t id = 2; id <= size; ++id) {
        reshares.push_back({{id}, {parent(id)}, {}, {id}});
    }
    return cascade_tree(root, reshares);
}

TEST(CascadeMetricsTest, OfNothingAndOfARootAlone) {
    const CascadeMetrics nothing = cascade_metrics({});
    EXPECT_EQ(nothing.size, 0);
    EXPECT_EQ(nothing.breadth_max, 0);
    const CascadeMetrics alone = cascade_metrics(tree(""));
    EXPECT_EQ(alone.size, 1);
    EXPECT_EQ(alone.depth, 0);
    EXPECT_EQ(alone.breadth_max, 1);
    EXPECT_FALSE(alone.structural_virality);
}

TEST(CascadeMetricsTest, OfADrawnCascade) {
    const CascadeMetrics metrics = cascade_metrics(tree(R"(
        2 <- 1
        3 <- 1
        4 <- 3
        5 <- 3
        6 <- 3
        7 <- 6
    )"));
    EXPECT_EQ(metrics.size, 7);
    EXPECT_EQ(metrics.depth, 3);
    EXPECT_EQ(metrics.breadth_max, 3);
    EXPECT_NEAR(*metrics.structural_virality, 2.0 * (6 + 10 + 6 + 6 + 10 + 6) / (7 * 6), 1e-12);
}

TEST(CascadeMetricsTest, KnowsTheTwoEndsOfTheScale) {
    for (const std::int64_t size : {2, 3, 10, 1000, 100'000}) {
        const double n = static_cast<double>(size);
        const CascadeMetrics broadcast = cascade_metrics(grown(size, [](std::int64_t) { return 1; }));
        EXPECT_NEAR(*broadcast.structural_virality, 2 - 2 / n, 1e-9);
        EXPECT_EQ(broadcast.breadth_max, size - 1);
        const CascadeMetrics chain = cascade_metrics(grown(size, [](std::int64_t id) { return id - 1; }));
        EXPECT_NEAR(*chain.structural_virality / ((n + 1) / 3), 1, 1e-9);
        EXPECT_EQ(chain.depth, size - 1);
        EXPECT_EQ(chain.breadth_max, 1);
    }
}

TEST(CascadeMetricsTest, EqualTheMeanDistanceOnCascadesByLot) {
    std::mt19937_64 random(10);
    for (int round = 0; round < 60; ++round) {
        const auto size = static_cast<std::int64_t>(2 + random() % 150);
        const auto nodes = grown(size, [&](std::int64_t id) {
            return 1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(id - 1));
        });
        EXPECT_NEAR(*cascade_metrics(nodes).structural_virality, test::mean_distance(nodes), 1e-9);
    }
}

TEST(MostViralPath, GoesOnToWhoeverBroughtMostOthers) {
    const std::vector<CascadeNode> nodes = tree(R"(
        2 <- 1 @ 1
        3 <- 1 @ 2
        4 <- 3 @ 3
        5 <- 3 @ 4
        6 <- 5 @ 5
        7 <- 2 @ 6
    )");
    std::vector<std::int64_t> ids;
    for (const std::int32_t i : most_viral_path(nodes)) {
        ids.push_back(nodes[static_cast<std::size_t>(i)].interaction_id.value);
    }
    EXPECT_THAT(ids, ElementsAre(1, 3, 5, 6));
}

TEST(MostViralPath, TakesTheEarliestOfEquals) {
    const std::vector<CascadeNode> nodes = tree("3 <- 1 @ 1 \n 2 <- 1 @ 2");
    EXPECT_THAT(most_viral_path(nodes), ElementsAre(0, 1));
    EXPECT_EQ(nodes[1].interaction_id, InteractionId{3});
}

TEST(MostViralPath, OfNothingAndOfARootAlone) {
    EXPECT_THAT(most_viral_path({}), IsEmpty());
    EXPECT_THAT(most_viral_path(tree("")), ElementsAre(0));
}

}  // namespace
}  // namespace fanal::graph
