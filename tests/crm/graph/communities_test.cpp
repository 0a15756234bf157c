#include "crm/graph/communities.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "tests/crm/graph/drawn.hpp"

namespace fanal::graph {
namespace {

using test::DrawnGraph;
using testing::ElementsAre;
using testing::IsEmpty;

using Partition = std::vector<std::uint32_t>;

/// The slow twin: for each pair of nodes, in both orders, what is between them less what chance would put there.
double modularity_by_pairs(const FanGraph& graph, const Partition& community) {
    const std::uint32_t count = graph.node_count();
    std::vector<std::vector<double>> weights(count, std::vector<double>(count, 0.0));
    std::vector<double> strengths(count, 0.0);
    double all = 0;
    for (const Edge& edge : graph.edges()) {
        weights[edge.from][edge.to] += edge.weight;
        weights[edge.to][edge.from] += edge.weight;
        strengths[edge.from] += edge.weight;
        strengths[edge.to] += edge.weight;
        all += 2 * double(edge.weight);
    }
    double sum = 0;
    for (std::uint32_t one = 0; one < count && all > 0; ++one) {
        for (std::uint32_t other = 0; other < count; ++other) {
            if (community[one] == community[other]) {
                sum += weights[one][other] / all - strengths[one] / all * (strengths[other] / all);
            }
        }
    }
    return sum;
}

/// How many pieces the communities have fallen into: as many as there are communities, unless one has fallen apart.
std::uint32_t pieces_count(const FanGraph& graph, const Partition& community) {
    std::vector<std::set<std::uint32_t>> neighbours(graph.node_count());
    for (const Edge& edge : graph.edges()) {
        neighbours[edge.from].insert(edge.to);
        neighbours[edge.to].insert(edge.from);
    }
    std::vector<bool> seen(graph.node_count(), false);
    std::uint32_t count = 0;
    for (std::uint32_t first = 0; first < graph.node_count(); ++first) {
        if (seen[first]) {
            continue;
        }
        ++count;
        seen[first] = true;
        Partition reached = {first};
        for (std::size_t i = 0; i < reached.size(); ++i) {
            for (const std::uint32_t other : neighbours[reached[i]]) {
                if (!seen[other] && community[other] == community[first]) {
                    seen[other] = true;
                    reached.push_back(other);
                }
            }
        }
    }
    return count;
}

void expect_sound(const FanGraph& graph, const Communities& found) {
    ASSERT_EQ(found.community.size(), graph.node_count());
    std::map<std::uint32_t, std::uint32_t> smallest;
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
        smallest.emplace(found.community[node], node);
    }
    ASSERT_EQ(found.communities_count, smallest.size());
    for (const auto& [name, node] : smallest) {
        ASSERT_EQ(name, node);
    }
    ASSERT_EQ(pieces_count(graph, found.community), found.communities_count);
}

/// The largest modularity of all partitions of `node` and those after it, given those before.
double best_modularity(const FanGraph& graph, Partition& community, std::uint32_t node, std::uint32_t groups_count) {
    if (node == graph.node_count()) {
        return modularity_by_pairs(graph, community);
    }
    double best = -1;
    for (std::uint32_t group = 0; group <= groups_count; ++group) {
        community[node] = group;
        best = std::max(best, best_modularity(graph, community, node + 1, std::max(groups_count, group + 1)));
    }
    return best;
}

TEST(Communities, OfNobodyAreNoneAndOfOneIsOne) {
    const Communities none = communities(FanGraph(0, {}));
    EXPECT_THAT(none.community, IsEmpty());
    EXPECT_EQ(none.communities_count, 0);
    const Communities one = communities(FanGraph(1, {}));
    EXPECT_THAT(one.community, ElementsAre(0));
    EXPECT_EQ(one.communities_count, 1);
    EXPECT_EQ(one.modularity, 0);
}

TEST(Communities, AreTwoCirclesThatOneTieJoins) {
    const DrawnGraph drawn("a -> b \n b -> c \n c -> a \n a -> x \n x -> y \n z -> y \n z -> x \n lone");
    const Communities found = communities(drawn.graph());
    EXPECT_THAT(found.community, ElementsAre(0, 0, 0, 3, 3, 3, 6));
    EXPECT_EQ(found.communities_count, 3);
    EXPECT_DOUBLE_EQ(found.modularity, 6.0 / 7 - 0.5);
}

TEST(Communities, SumTheWeightsOfBothWays) {
    // The square falls apart where it is weakest: 2 + 2 between a and b, and between c and d, against 3.
    const DrawnGraph drawn("a -> b 2 \n b -> a 2 \n c -> d 2 \n d -> c 2 \n b -> c 3 \n a -> d 3");
    EXPECT_THAT(communities(drawn.graph()).community, ElementsAre(0, 0, 2, 2));
    const DrawnGraph lighter("a -> b 2 \n c -> d 2 \n b -> c 3 \n a -> d 3");
    EXPECT_THAT(communities(lighter.graph()).community, ElementsAre(0, 1, 1, 0));
}

TEST(Communities, AreSoundOnGraphsByLot) {
    std::mt19937_64 random(51);
    for (int round = 0; round < 400; ++round) {
        const auto node_count = static_cast<std::uint32_t>(1 + random() % 60);
        const FanGraph graph(node_count, test::random_edges(random, node_count, random() % (4 * node_count)));
        const Communities found = communities(graph);
        ASSERT_NO_FATAL_FAILURE(expect_sound(graph, found)) << "round " << round;
        ASSERT_NEAR(found.modularity, modularity_by_pairs(graph, found.community), 1e-9) << "round " << round;
    }
}

TEST(Communities, AreSoundWhereWeightsAreAsFarApartAsCanBe) {
    std::mt19937_64 random(52);
    for (int round = 0; round < 100; ++round) {
        std::vector<Edge> edges = test::random_edges(random, 40, 120);
        for (Edge& edge : edges) {
            edge.weight = std::ldexp(1.0F, static_cast<int>(random() % 240) - 120);
        }
        const FanGraph graph(40, edges);
        ASSERT_NO_FATAL_FAILURE(expect_sound(graph, communities(graph))) << "round " << round;
    }
}

TEST(Communities, ComeNearToTheBestOfAllPartitions) {
    std::mt19937_64 random(53);
    double missed = 0;
    for (int round = 0; round < 60; ++round) {
        const FanGraph graph(7, test::random_edges(random, 7, 6 + random() % 14));
        Partition community(7, 0);
        const double best = best_modularity(graph, community, 0, 0);
        const double ours = communities(graph).modularity;
        ASSERT_LE(ours, best + 1e-9);
        ASSERT_GE(ours, best - 0.08) << "round " << round;
        missed += best - ours;
    }
    EXPECT_LT(missed / 60, 0.01);
}

TEST(Communities, DoNotDependOnTheOrderOfEdges) {
    std::mt19937_64 random(54);
    std::vector<Edge> edges = test::random_edges(random, 3000, 20'000);
    const Communities first = communities(FanGraph(3000, edges));
    std::shuffle(edges.begin(), edges.end(), random);
    const Communities second = communities(FanGraph(3000, edges));
    EXPECT_EQ(first.community, second.community);
    EXPECT_EQ(first.modularity, second.modularity);
}

}  // namespace
}  // namespace fanal::graph
