#include "crm/graph/ties.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
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

/// As many fans as profiles, each with one.
std::vector<std::uint32_t> alone(std::uint32_t count) {
    std::vector<std::uint32_t> fan_of(count);
    std::iota(fan_of.begin(), fan_of.end(), 0U);
    return fan_of;
}

std::vector<Edge> edges_of(std::span<const Act> acts, Instant as_of, const TieWeights& weights) {
    return fan_edges(ties(acts, as_of, weights), alone(100));
}

std::vector<double> received_of(std::uint32_t count, std::span<const Act> acts, Instant as_of,
                                const TieWeights& weights = {}) {
    return engagement_received(count, ties(acts, as_of, weights), alone(count));
}

TEST(Ties, HalveWithEachHalfLife) {
    const std::vector<Act> acts = {{0, 1, InteractionKind::comment, today},
                                   {1, 0, InteractionKind::comment, days_ago(10)},
                                   {1, 2, InteractionKind::reshare, days_ago(20)}};
    EXPECT_THAT(edges_of(acts, today, ten_days()), ElementsAre(Edge{0, 1, 2}, Edge{1, 0, 1}, Edge{1, 2, 0.75F}));
}

TEST(Ties, SumWhatOneFanDoesTowardsAnother) {
    const std::vector<Act> acts = {{3, 1, InteractionKind::reaction, today},
                                   {3, 1, InteractionKind::quote, days_ago(10)},
                                   {1, 3, InteractionKind::follow, today}};
    EXPECT_THAT(edges_of(acts, today, ten_days()), ElementsAre(Edge{1, 3, 1}, Edge{3, 1, 2.5F}));
}

TEST(Ties, LeaveOutOneselfAndTheFuture) {
    const std::vector<Act> acts = {{2, 2, InteractionKind::comment, today},
                                   {0, 1, InteractionKind::comment, {today.ms + 1}},
                                   {1, 0, InteractionKind::comment, today}};
    EXPECT_THAT(edges_of(acts, today, ten_days()), ElementsAre(Edge{1, 0, 2}));
    EXPECT_THAT(received_of(3, acts, today), ElementsAre(1, 0, 0));
}

TEST(Ties, LeaveOutKindsThatWeighNothing) {
    TieWeights weights = ten_days();
    weights.of_kind[static_cast<std::size_t>(InteractionKind::reaction)] = 0;
    const std::vector<Act> acts = {{0, 1, InteractionKind::reaction, today}};
    EXPECT_THAT(edges_of(acts, today, weights), IsEmpty());
    EXPECT_THAT(received_of(2, acts, today), ElementsAre(0, 1));
}

TEST(Ties, FadeButNeverVanish) {
    const std::vector<Act> acts = {{0, 1, InteractionKind::comment, {0}},
                                   {1, 0, InteractionKind::comment, {std::numeric_limits<std::int64_t>::min()}}};
    EXPECT_THAT(edges_of(acts, today, ten_days()), ElementsAre(Edge{0, 1, FLT_MIN}, Edge{1, 0, FLT_MIN}));
}

TEST(Ties, NoActsTieNobody) {
    EXPECT_THAT(edges_of({}, today, {}), IsEmpty());
    EXPECT_THAT(received_of(0, {}, today), IsEmpty());
    EXPECT_THAT(received_of(2, {}, today), ElementsAre(0, 0));
}

TEST(Ties, RefuseWeightsThatMakeNoSense) {
    EXPECT_THROW(ties({}, today, {.half_life_ms = 0}), Error);
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
    EXPECT_THAT(received_of(3, acts, today, ten_days()), ElementsAre(2, 0, 0.25));
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
    const std::vector<Edge> edges = edges_of(acts, today, weights);
    ASSERT_EQ(edges.size(), strength.size());
    for (const Edge& edge : edges) {
        EXPECT_NEAR(edge.weight, (strength[{edge.from, edge.to}]), 1e-5);
    }
    const std::vector<double> counts = received_of(12, acts, today);
    for (std::size_t node = 0; node < 12; ++node) {
        EXPECT_NEAR(counts[node], received[node], 1e-9);
    }
}

TEST(Ties, DoNotDependOnTheOrderOfActs) {
    std::mt19937_64 random(2);
    std::vector<Act> acts = random_acts(random, 5, 2000);
    const std::vector<Edge> edges = edges_of(acts, today, {});
    const std::vector<double> received = received_of(5, acts, today);
    for (int round = 0; round < 5; ++round) {
        std::shuffle(acts.begin(), acts.end(), random);
        EXPECT_EQ(edges_of(acts, today, {}), edges);
        EXPECT_EQ(received_of(5, acts, today), received);
    }
}

TEST(Ties, OfSeveralProfilesAddUpToTheirFans) {
    const TieWeights weights = ten_days();
    const std::vector<Act> acts = {{0, 2, InteractionKind::comment, today},
                                   {1, 2, InteractionKind::reshare, days_ago(10)},
                                   {0, 1, InteractionKind::comment, today},
                                   {2, 1, InteractionKind::reaction, days_ago(20)}};
    const std::vector<Tie> some = ties(acts, today, weights);
    const std::vector<std::uint32_t> fan_of = {0, 0, 1};  // profiles 0 and 1 are one fan
    EXPECT_THAT(fan_edges(some, fan_of), ElementsAre(Edge{0, 1, 3.5F}, Edge{1, 0, 0.25F}));
    EXPECT_THAT(engagement_received(2, some, fan_of), ElementsAre(0.25, 1.5));
}

TEST(Ties, WhatAFanReceivedStaysToTheLastBitWhenOthersBecomeOne) {
    std::mt19937_64 random(3);
    const std::vector<Tie> some = ties(random_acts(random, 12, 3000), today, {});
    const std::vector<double> before = engagement_received(12, some, alone(12));
    std::vector<std::uint32_t> fan_of = alone(12);
    fan_of[7] = fan_of[8] = 3;
    const std::vector<double> after = engagement_received(12, some, fan_of);
    for (const std::size_t other : {0, 1, 2, 4, 5, 6, 9, 10, 11}) {
        EXPECT_EQ(after[other], before[other]);
    }
    EXPECT_LT(after[3], before[3] + before[7] + before[8]);
}

}  // namespace
}  // namespace fanal::graph
