#include "crm/graph/ties.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <limits>
#include <map>
#include <random>

#include "models/error.hpp"

namespace fanal::graph {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Instant today{1'700'000'000'000};

Instant days_ago(int days) {
    return {today.ms - days * ms_per_day};
}

TieWeights ten_days() {
    TieWeights weights;
    weights.half_life_ms = 10 * ms_per_day;
    return weights;
}

TEST(Ties, HalveWithEachHalfLife) {
    const std::vector<Act> acts = {{0, 1, InteractionKind::comment, today},
                                   {1, 0, InteractionKind::comment, days_ago(10)},
                                   {1, 2, InteractionKind::reshare, days_ago(20)}};
    EXPECT_THAT(ties(acts, today, ten_days()), ElementsAre(Edge{0, 1, 2}, Edge{1, 0, 1}, Edge{1, 2, 0.75F}));
}

TEST(Ties, SumWhatOneFanDoesTowardsAnother) {
    const std::vector<Act> acts = {{3, 1, InteractionKind::reaction, today},
                                   {3, 1, InteractionKind::quote, days_ago(10)},
                                   {1, 3, InteractionKind::follow, today}};
    EXPECT_THAT(ties(acts, today, ten_days()), ElementsAre(Edge{1, 3, 1}, Edge{3, 1, 2.5F}));
}

TEST(Ties, LeaveOutOneselfAndTheFuture) {
    const std::vector<Act> acts = {{2, 2, InteractionKind::comment, today},
                                   {0, 1, InteractionKind::comment, {today.ms + 1}},
                                   {1, 0, InteractionKind::comment, today}};
    EXPECT_THAT(ties(acts, today, ten_days()), ElementsAre(Edge{1, 0, 2}));
    EXPECT_THAT(engagement_received(3, acts, today), ElementsAre(1, 0, 0));
}

TEST(Ties, LeaveOutKindsThatWeighNothing) {
    TieWeights weights = ten_days();
    weights.of_kind[static_cast<std::size_t>(InteractionKind::reaction)] = 0;
    const std::vector<Act> acts = {{0, 1, InteractionKind::reaction, today}};
    EXPECT_THAT(ties(acts, today, weights), IsEmpty());
    EXPECT_THAT(engagement_received(2, acts, today), ElementsAre(0, 1));
}

TEST(Ties, FadeButNeverVanish) {
    const std::vector<Act> acts = {{0, 1, InteractionKind::comment, {0}},
                                   {1, 0, InteractionKind::comment, {std::numeric_limits<std::int64_t>::min()}}};
    EXPECT_THAT(ties(acts, today, ten_days()), ElementsAre(Edge{0, 1, FLT_MIN}, Edge{1, 0, FLT_MIN}));
}

TEST(Ties, NoActsTieNobody) {
    EXPECT_THAT(ties({}, today, {}), IsEmpty());
    EXPECT_THAT(engagement_received(0, {}, today), IsEmpty());
    EXPECT_THAT(engagement_received(2, {}, today), ElementsAre(0, 0));
}

TEST(Ties, RefuseWeightsThatMakeNoSense) {
    EXPECT_THROW(ties({}, today, {.half_life_ms = 0}), Error);
    EXPECT_THROW(engagement_received(1, {}, today, -1), Error);
    TieWeights weights;
    weights.of_kind[1] = -1;
    EXPECT_THROW(ties({}, today, weights), Error);
    weights.of_kind[1] = NAN;
    EXPECT_THROW(ties({}, today, weights), Error);
}

TEST(Ties, AreNotAskedWhenWhatWasReceivedIsCounted) {
    const std::vector<Act> acts = {{1, 0, InteractionKind::reaction, today},
                                   {2, 0, InteractionKind::reshare, today},
                                   {0, 2, InteractionKind::comment, days_ago(20)}};
    EXPECT_THAT(engagement_received(3, acts, today, 10 * ms_per_day), ElementsAre(2, 0, 0.25));
}

std::vector<Act> random_acts(std::mt19937_64& random, std::uint32_t node_count, int act_count) {
    std::vector<Act> acts;
    for (int i = 0; i < act_count; ++i) {
        acts.push_back({static_cast<std::uint32_t>(random() % node_count),
                        static_cast<std::uint32_t>(random() % node_count),
                        static_cast<InteractionKind>(random() % interaction_kind_names.size()),
                        {today.ms + ms_per_day - static_cast<std::int64_t>(random() % (90 * ms_per_day))}});
    }
    return acts;
}

/// The slow twin: a map, one act after the other, by the formula.
TEST(Ties, EqualTheFormulaOnActsByLot) {
    std::mt19937_64 random(1);
    const TieWeights weights;
    const std::vector<Act> acts = random_acts(random, 12, 3000);
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> strength;
    std::vector<double> received(12, 0.0);
    for (const Act& act : acts) {
        if (act.from == act.to || act.occurred_at > today) {
            continue;
        }
        const double half_lives = static_cast<double>(today.ms - act.occurred_at.ms) / (30.0 * 86'400'000);
        strength[{act.from, act.to}] += weights.of_kind[static_cast<std::size_t>(act.kind)] * std::pow(0.5, half_lives);
        received[act.to] += std::pow(0.5, half_lives);
    }
    const std::vector<Edge> edges = ties(acts, today, weights);
    ASSERT_EQ(edges.size(), strength.size());
    for (const Edge& edge : edges) {
        EXPECT_NEAR(edge.weight, (strength[{edge.from, edge.to}]), 1e-5);
    }
    const std::vector<double> counts = engagement_received(12, acts, today);
    for (std::size_t node = 0; node < 12; ++node) {
        EXPECT_NEAR(counts[node], received[node], 1e-9);
    }
}

TEST(Ties, DoNotDependOnTheOrderOfActs) {
    std::mt19937_64 random(2);
    std::vector<Act> acts = random_acts(random, 5, 2000);
    const std::vector<Edge> edges = ties(acts, today, {});
    const std::vector<double> received = engagement_received(5, acts, today);
    for (int round = 0; round < 5; ++round) {
        std::shuffle(acts.begin(), acts.end(), random);
        EXPECT_EQ(ties(acts, today, {}), edges);
        EXPECT_EQ(engagement_received(5, acts, today), received);
    }
}

}  // namespace
}  // namespace fanal::graph
