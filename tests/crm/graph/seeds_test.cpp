#include "crm/graph/seeds.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "models/error.hpp"
#include "tests/crm/graph/drawn.hpp"

namespace fanal::graph {
namespace {

using test::DrawnGraph;
using testing::ElementsAre;
using testing::IsEmpty;

/// The slow twin: every world in which each edge was kept or not, with its probability, and whom each fan reaches in
/// it.
class Worlds {
  public:
    Worlds(const FanGraph& graph, Chances chances) : count_(graph.node_count()) {
        const std::vector<Edge> edges = graph.edges();
        for (std::uint32_t world = 0; world < std::uint32_t{1} << edges.size(); ++world) {
            World one{1, std::vector<std::uint32_t>(count_)};
            for (std::uint32_t node = 0; node < count_; ++node) {
                one.reached[node] = 1U << node;
            }
            for (std::size_t i = 0; i < edges.size(); ++i) {
                const double chance =
                    chances == Chances::weights ? double(edges[i].weight) : 1.0 / graph.in_degree(edges[i].to);
                one.probability *= (world >> i & 1) != 0 ? chance : 1 - chance;
            }
            for (std::uint32_t round = 0; round < count_; ++round) {
                for (std::size_t i = 0; i < edges.size(); ++i) {
                    if ((world >> i & 1) != 0) {
                        one.reached[edges[i].from] |= one.reached[edges[i].to];
                    }
                }
            }
            worlds_.push_back(one);
        }
    }

    /// How many fans those of `seeds`, a bit each, reach in expectation.
    double spread(std::uint32_t seeds) const {
        double sum = 0;
        for (const World& world : worlds_) {
            std::uint32_t reached = 0;
            for (std::uint32_t node = 0; node < count_; ++node) {
                reached |= (seeds >> node & 1) != 0 ? world.reached[node] : 0;
            }
            sum += world.probability * __builtin_popcount(reached);
        }
        return sum;
    }
    double best_spread(int seeds_count) const {
        double best = 0;
        for (std::uint32_t seeds = 0; seeds < 1U << count_; ++seeds) {
            best = __builtin_popcount(seeds) == seeds_count ? std::max(best, spread(seeds)) : best;
        }
        return best;
    }

  private:
    struct World {
        double probability;
        std::vector<std::uint32_t> reached;  ///< by node: a bit for each whom it reaches
    };
    std::uint32_t count_;
    std::vector<World> worlds_;
};

std::uint32_t bits_of(const std::vector<std::uint32_t>& nodes) {
    std::uint32_t bits = 0;
    for (const std::uint32_t node : nodes) {
        bits |= 1U << node;
    }
    return bits;
}

/// Up to 7 nodes and 9 edges, each pair once, weights in (0, 1].
FanGraph small_graph(std::mt19937_64& random) {
    const auto node_count = static_cast<std::uint32_t>(3 + random() % 5);
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (int i = 0; i < 9; ++i) {
        pairs.emplace(random() % node_count, random() % node_count);
    }
    std::vector<Edge> edges;
    for (const auto& [from, to] : pairs) {
        edges.push_back({from, to, static_cast<float>(random() % 20 + 1) / 20});
    }
    return FanGraph(node_count, edges);
}

TEST(Seeds, OfNobodyAreNoneAndOfOneIsThatOne) {
    EXPECT_THAT(best_seeds(FanGraph(0, {})).nodes, IsEmpty());
    const Seeds one = best_seeds(FanGraph(1, {}));
    EXPECT_THAT(one.nodes, ElementsAre(0));
    EXPECT_EQ(one.spread, 1);
}

TEST(Seeds, AreTheHubsOfTwoStars) {
    const DrawnGraph drawn("h -> a \n h -> b \n h -> c \n h -> d \n x -> y \n x -> z \n lone");
    const Seeds found = best_seeds(drawn.graph(), {.seeds_count = 2});
    EXPECT_THAT(found.nodes, ElementsAre(drawn["h"], drawn["x"]));
    EXPECT_NEAR(found.spread, 8, 0.5);
}

TEST(Seeds, AreEveryoneWhereTheBudgetIsLarger) {
    const Seeds found = best_seeds(DrawnGraph("a -> b \n c").graph(), {.seeds_count = 50});
    EXPECT_THAT(found.nodes, testing::UnorderedElementsAre(0, 1, 2));
    EXPECT_EQ(found.spread, 3);
    EXPECT_EQ(found.certified, 1);
}

TEST(Seeds, KeepTheirCertificateInEveryWorld) {
    std::mt19937_64 random(61);
    for (int round = 0; round < 120; ++round) {
        const FanGraph graph = small_graph(random);
        const Chances chances = round % 2 == 0 ? Chances::weights : Chances::one_in_degree;
        const Worlds worlds(graph, chances);
        const std::uint32_t seeds_count = 1 + round % 3;
        const Seeds found = best_seeds(
            graph, {.seeds_count = seeds_count, .chance_of_worse = 1e-6, .chances = chances, .seed = random()});
        const double exact = worlds.spread(bits_of(found.nodes));
        const double best = worlds.best_spread(static_cast<int>(seeds_count));
        ASSERT_EQ(found.nodes.size(), seeds_count);
        ASSERT_LE(found.spread_low, exact + 1e-9);
        ASSERT_GE(found.spread_high, exact - 1e-9);
        ASSERT_GE(found.best_high, best - 1e-9);
        ASSERT_GE(found.certified, 1 - std::exp(-1.0) - 0.1);
        ASSERT_GE(exact, (1 - std::exp(-1.0) - 0.1) * best);
    }
}

TEST(Seeds, AreTheSameWhateverTheThreads) {
    std::mt19937_64 random(62);
    const FanGraph graph(2000, test::random_edges(random, 2000, 9000));
    Machine one;
    one.threads_count = 1;
    Machine two;
    two.threads_count = 2;
    const Seeds first = best_seeds(graph, {.seeds_count = 20, .machine = one});
    const Seeds second = best_seeds(graph, {.seeds_count = 20, .machine = two});
    EXPECT_EQ(first.nodes, second.nodes);
    EXPECT_EQ(first.spread, second.spread);
    EXPECT_EQ(first.spread_low, second.spread_low);
    EXPECT_EQ(first.best_high, second.best_high);
}

TEST(Seeds, OfASmallerBudgetAreTheFirstOnes) {
    // A clear order: stars of 40, 30, 20 and 10.
    std::vector<Edge> edges;
    std::uint32_t node = 4;
    for (std::uint32_t hub = 0; hub < 4; ++hub) {
        for (std::uint32_t i = 0; i < 40 - 10 * hub; ++i) {
            edges.push_back({hub, node++, 1});
        }
    }
    const FanGraph graph(node, edges);
    EXPECT_THAT(best_seeds(graph, {.seeds_count = 4}).nodes, ElementsAre(0, 1, 2, 3));
    EXPECT_THAT(best_seeds(graph, {.seeds_count = 2}).nodes, ElementsAre(0, 1));
}

TEST(Seeds, RefuseOptionsOutOfRange) {
    const FanGraph graph(2, std::vector<Edge>{{0, 1, 2}});
    EXPECT_THROW(best_seeds(graph, {.seeds_count = 0}), Error);
    EXPECT_THROW(best_seeds(graph, {.epsilon = 0}), Error);
    EXPECT_THROW(best_seeds(graph, {.epsilon = 0.7}), Error);
    EXPECT_THROW(best_seeds(graph, {.chance_of_worse = 1}), Error);
    EXPECT_THROW(best_seeds(graph, {.chances = Chances::weights}), Error);
}

/// How often each fan is in a set says how many it reaches.
TEST(ReverseSets, HoldEachFanAsOftenAsItReachesOthers) {
    constexpr std::size_t sets_count = 40'000;
    std::mt19937_64 random(63);
    for (int round = 0; round < 20; ++round) {
        const FanGraph graph = small_graph(random);
        const Chances chances = round % 2 == 0 ? Chances::weights : Chances::one_in_degree;
        const Worlds worlds(graph, chances);
        const ReverseRows rows(graph, chances);
        ReverseSets sets(rows, random());
        sets.draw_to(sets_count);
        std::vector<double> frequency(graph.node_count(), 0.0);
        for (const std::uint32_t place : sets.members()) {
            frequency[graph.node_at(place)] += 1.0 / sets_count;
        }
        for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
            const double exact = worlds.spread(1U << node) / graph.node_count();
            ASSERT_NEAR(frequency[node], exact, 5 * std::sqrt(exact * (1 - exact) / sets_count) + 1e-9);
        }
    }
}

TEST(ReverseSets, AreTheSameWheneverTheyAreDrawn) {
    std::mt19937_64 random(64);
    const FanGraph graph(500, test::random_edges(random, 500, 3000));
    const ReverseRows rows(graph, Chances::one_in_degree);
    ReverseSets at_once(rows, 5);
    at_once.draw_to(700);
    ReverseSets bit_by_bit(rows, 5);
    for (const std::size_t count : {1, 90, 91, 400, 700}) {
        bit_by_bit.draw_to(count);
        EXPECT_EQ(bit_by_bit.count(), count);
    }
    const auto sorted = [](const ReverseSets& sets) {
        std::vector<std::vector<std::uint32_t>> all;
        for (std::size_t set = 0; set < sets.count(); ++set) {
            all.emplace_back(sets.of(set).begin(), sets.of(set).end());
            std::sort(all.back().begin(), all.back().end());
        }
        std::sort(all.begin(), all.end());
        return all;
    };
    EXPECT_EQ(sorted(at_once), sorted(bit_by_bit));
}

}  // namespace
}  // namespace fanal::graph
