#include "crm/graph/weak_components.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "tests/crm/graph/drawn.hpp"

namespace fanal::graph {
namespace {

using test::DrawnGraph;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;

/// The slow twin: everyone takes the smallest number next to them, until nobody changes.
std::vector<std::uint32_t> components_by_gossip(std::uint32_t node_count, const std::vector<Edge>& edges) {
    std::vector<std::uint32_t> smallest(node_count);
    std::iota(smallest.begin(), smallest.end(), 0U);
    for (bool changed = true; changed;) {
        changed = false;
        for (const Edge& edge : edges) {
            const std::uint32_t least = std::min(smallest[edge.from], smallest[edge.to]);
            changed = changed || smallest[edge.from] != least || smallest[edge.to] != least;
            smallest[edge.from] = smallest[edge.to] = least;
        }
    }
    return smallest;
}

void expect_equals_twin(std::uint32_t node_count, const std::vector<Edge>& edges) {
    const WeakComponents found = weak_components(FanGraph(node_count, edges));
    ASSERT_EQ(found.component, components_by_gossip(node_count, edges));
    std::vector<std::uint32_t> names = found.component;
    std::sort(names.begin(), names.end());
    EXPECT_EQ(found.components_count, std::unique(names.begin(), names.end()) - names.begin());
}

TEST(WeakComponentsTest, OfNobodyAreNoneAndOfOneIsOne) {
    EXPECT_THAT(weak_components(FanGraph(0, {})).component, IsEmpty());
    EXPECT_EQ(weak_components(FanGraph(0, {})).components_count, 0);
    EXPECT_THAT(weak_components(FanGraph(1, {})).component, ElementsAre(0));
    EXPECT_EQ(weak_components(FanGraph(3, {})).components_count, 3);
}

TEST(WeakComponentsTest, DoNotAskForDirections) {
    const DrawnGraph drawn(R"(
        ana -> ben
        cleo -> ben
        dora -> ela
        fay
    )");
    const WeakComponents found = weak_components(drawn.graph());
    EXPECT_EQ(found.components_count, 3);
    EXPECT_EQ(found.component[drawn["cleo"]], drawn["ana"]);
    EXPECT_EQ(found.component[drawn["ela"]], drawn["dora"]);
    EXPECT_EQ(found.component[drawn["fay"]], drawn["fay"]);
}

TEST(WeakComponentsTest, AreOneAlongTheLongestPath) {
    for (const bool forward : {true, false}) {
        std::vector<Edge> path;
        for (std::uint32_t node = 0; node + 1 < 3000; ++node) {
            path.push_back(forward ? Edge{node, node + 1, 1} : Edge{node + 1, node, 1});
        }
        EXPECT_THAT(weak_components(FanGraph(3000, path)).component, Each(0));
    }
}

TEST(WeakComponentsTest, EqualTheTwinOnGraphsByLot) {
    std::mt19937_64 random(33);
    for (int round = 0; round < 200; ++round) {
        const auto node_count = static_cast<std::uint32_t>(1 + random() % 200);
        expect_equals_twin(node_count, test::random_edges(random, node_count, random() % (2 * node_count)));
    }
}

TEST(WeakComponentsTest, EqualTheTwinWhereOneIsFarLarger) {
    std::mt19937_64 random(34);
    for (int round = 0; round < 20; ++round) {
        std::vector<Edge> edges = test::random_edges(random, 3000, 9000);
        for (std::uint32_t node = 3000; node < 3200; ++node) {
            edges.push_back({node, static_cast<std::uint32_t>(3000 + random() % 200), 1});
        }
        expect_equals_twin(3200, edges);
    }
}

}  // namespace
}  // namespace fanal::graph
