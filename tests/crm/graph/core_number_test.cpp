#include "crm/graph/core_number.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/crm/graph/drawn.hpp"

namespace fanal::graph {
namespace {

using test::DrawnGraph;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;

/// The slow twin: for each k, delete whoever has fewer than k neighbours, again and again; whoever is left is in the
/// k-core.
std::vector<std::uint32_t> core_numbers_by_deletion(std::uint32_t node_count, const std::vector<Edge>& edges) {
    std::vector<std::uint32_t> core(node_count, 0);
    for (std::uint32_t k = 1; k <= node_count; ++k) {
        std::vector<std::set<std::uint32_t>> neighbours(node_count);
        for (const Edge& edge : edges) {
            if (edge.from != edge.to) {
                neighbours[edge.from].insert(edge.to);
                neighbours[edge.to].insert(edge.from);
            }
        }
        for (bool changed = true; changed;) {
            changed = false;
            for (std::uint32_t node = 0; node < node_count; ++node) {
                if (!neighbours[node].empty() && neighbours[node].size() < k) {
                    for (const std::uint32_t other : neighbours[node]) {
                        neighbours[other].erase(node);
                    }
                    neighbours[node].clear();
                    changed = true;
                }
            }
        }
        for (std::uint32_t node = 0; node < node_count; ++node) {
            if (!neighbours[node].empty()) {
                core[node] = k;
            }
        }
    }
    return core;
}

TEST(CoreNumber, OfNobodyIsNothingAndOfOneIsZero) {
    EXPECT_THAT(core_numbers(FanGraph(0, {})), IsEmpty());
    EXPECT_THAT(core_numbers(FanGraph(1, {})), ElementsAre(0));
}

TEST(CoreNumber, IsDeepWhereEveryoneKnowsEveryone) {
    const DrawnGraph drawn(R"(
        ana -> ben
        ben -> cleo
        cleo -> ana
        dora -> ana
        dora -> ben
        cleo -> dora
        ana -> ela
        ela -> fay
        gil
    )");
    const std::vector<std::uint32_t> core = core_numbers(drawn.graph());
    for (const char* name : {"ana", "ben", "cleo", "dora"}) {
        EXPECT_EQ(core[drawn[name]], 3) << name;
    }
    EXPECT_EQ(core[drawn["ela"]], 1);
    EXPECT_EQ(core[drawn["fay"]], 1);
    EXPECT_EQ(core[drawn["gil"]], 0);
}

TEST(CoreNumber, CountsMutualFansOnceAndOneselfNever) {
    EXPECT_THAT(core_numbers(DrawnGraph("ana -> ben \n ben -> ana \n ana -> ana").graph()), ElementsAre(1, 1));
}

TEST(CoreNumber, OfAStarIsOneAndOfACircleTwo) {
    EXPECT_THAT(core_numbers(DrawnGraph("a -> hub \n b -> hub \n c -> hub \n d -> hub").graph()), Each(1));
    EXPECT_THAT(core_numbers(DrawnGraph("a -> b \n b -> c \n c -> d \n d -> a").graph()), Each(2));
}

TEST(CoreNumber, SkipsLevelsAtWhichNobodyGoes) {
    std::vector<Edge> everyone;
    for (std::uint32_t from = 0; from < 30; ++from) {
        for (std::uint32_t to = from + 1; to < 30; ++to) {
            everyone.push_back({from, to, 1});
        }
    }
    EXPECT_THAT(core_numbers(FanGraph(30, everyone)), Each(29));
}

TEST(CoreNumber, CountsMoreNeighboursThanSixteenBitsHold) {
    // 70,000 know the hub and nobody else, but for a circle of 40 in which everyone knows everyone.
    std::vector<Edge> edges;
    for (std::uint32_t node = 1; node <= 70'000; ++node) {
        edges.push_back(node % 2 == 0 ? Edge{node, 0, 1} : Edge{0, node, 1});
    }
    for (std::uint32_t from = 1; from <= 40; ++from) {
        for (std::uint32_t to = from + 1; to <= 40; ++to) {
            edges.push_back({from, to, 1});
        }
    }
    const std::vector<std::uint32_t> core = core_numbers(FanGraph(70'001, edges));
    EXPECT_EQ(core[0], 40);
    EXPECT_EQ(std::count(core.begin(), core.end(), 40), 41);
    EXPECT_EQ(std::count(core.begin(), core.end(), 1), 70'000 - 40);
}

TEST(CoreNumber, EqualsTheTwinOnGraphsByLot) {
    std::mt19937_64 random(6);
    for (int round = 0; round < 80; ++round) {
        const auto node_count = static_cast<std::uint32_t>(1 + random() % 40);
        const std::vector<Edge> edges = test::random_edges(random, node_count, random() % (8 * node_count));
        ASSERT_EQ(core_numbers(FanGraph(node_count, edges)), core_numbers_by_deletion(node_count, edges));
    }
}

}  // namespace
}  // namespace fanal::graph
