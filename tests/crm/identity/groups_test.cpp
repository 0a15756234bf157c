#include "crm/identity/groups.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "crm/identity/evaluation.hpp"

namespace fanal::identity {
namespace {

using testing::ElementsAre;

/// Bits between each two of a small set, on both sides of the diagonal.
using Table = std::vector<std::vector<double>>;

std::vector<std::uint32_t> grouped(const Table& table, const GroupRule& rule) {
    std::vector<WeighedPair> pairs;
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        for (std::uint32_t j = i + 1; j < table.size(); ++j) {
            pairs.push_back({i, j, table[i][j]});
        }
    }
    return group(table.size(), pairs, rule, [&](std::uint32_t a, std::uint32_t b) { return table[a][b]; });
}

/// The same, taking the strongest pair of different groups that may be joined again and again.
std::vector<std::uint32_t> slow_grouped(const Table& table, const GroupRule& rule) {
    std::vector<std::uint32_t> of(table.size());
    for (std::uint32_t i = 0; i < of.size(); ++i) {
        of[i] = i;
    }
    double below = 1e9;  // pairs are looked at once, from the strongest on; no two are equal here
    for (;;) {
        std::uint32_t one = 0;
        std::uint32_t other = 0;
        double best = rule.pair_bits_min - 1;
        for (std::uint32_t i = 0; i < of.size(); ++i) {
            for (std::uint32_t j = i + 1; j < of.size(); ++j) {
                if (table[i][j] < below && table[i][j] > best) {
                    best = table[i][j];
                    one = i;
                    other = j;
                }
            }
        }
        if (best < rule.pair_bits_min) {
            return of;
        }
        below = best;
        double sum = 0;
        double count = 0;
        for (std::uint32_t i = 0; i < of.size(); ++i) {
            for (std::uint32_t j = 0; j < of.size(); ++j) {
                if (of[i] == of[one] && of[j] == of[other]) {
                    sum += std::clamp(table[i][j], rule.bits_min, rule.bits_max);
                    ++count;
                }
            }
        }
        const auto [into, from] = std::minmax({of[one], of[other]});
        if (into != from && sum / count >= rule.mean_bits_min) {
            for (std::uint32_t& group : of) {
                group = group == from ? into : group;
            }
        }
    }
}

TEST(Group, EqualsASlowSearch) {
    std::mt19937 random(12);
    for (int round = 0; round < 200; ++round) {
        Table table(10, std::vector<double>(10));
        for (std::size_t i = 0; i < 10; ++i) {
            for (std::size_t j = i + 1; j < 10; ++j) {
                table[i][j] = table[j][i] = std::uniform_real_distribution<>(-15, 10)(random);
            }
        }
        ASSERT_EQ(grouped(table, {}), slow_grouped(table, {}));
    }
}

TEST(Group, IsNotJoinedByOneWrongPair) {
    // Two groups of three, one pair across them that looks right.
    Table table(6, std::vector<double>(6, -10));
    for (std::size_t i = 0; i < 6; ++i) {
        for (std::size_t j = 0; j < 6; ++j) {
            table[i][j] = i / 3 == j / 3 ? 10 : -10;
        }
    }
    table[2][3] = table[3][2] = 11;
    GroupRule rule;
    rule.mean_bits_min = 0;
    // The wrong pair comes first, and stays alone with what it joined.
    EXPECT_THAT(grouped(table, rule), testing::Not(testing::Each(0U)));
    table[2][3] = table[3][2] = 9;
    EXPECT_THAT(grouped(table, rule), ElementsAre(0, 0, 0, 3, 3, 3));
}

TEST(Group, KeepsItsLimits) {
    const Table table(8, std::vector<double>(8, 5));
    GroupRule rule;
    rule.size_max = 4;
    EXPECT_THAT(grouped(table, rule), ElementsAre(0, 0, 0, 0, 4, 4, 4, 4));
    const std::vector<std::uint32_t> networks = {1, 1, 1, 1, 2, 2, 2, 2};
    rule.one_of_each = networks;
    EXPECT_THAT(grouped(table, rule), ElementsAre(0, 1, 2, 3, 0, 1, 2, 3));
}

TEST(Evaluation, CountsEveryPair) {
    const Truth truth = {{1, 1, 1, 2, 2, 3}, {0, 0, 0, 0, 0, 0}};
    EXPECT_EQ(count_true_pairs(truth), 4U);
    const std::vector<RatedPair> pairs = {{0, 1, 0.9}, {3, 4, 0.8}, {0, 5, 0.7}, {1, 2, 0.1}};
    EXPECT_DOUBLE_EQ(blocking_recall(truth, pairs), 0.75);
    const PairFigures figures = judge_pairs(truth, pairs);
    EXPECT_DOUBLE_EQ(figures.precision, 2.0 / 3);
    EXPECT_DOUBLE_EQ(figures.recall, 0.5);
    EXPECT_DOUBLE_EQ(figures.recall_at_precision_99, 0.5);
    const GroupFigures groups = judge_groups(truth, std::vector<std::uint32_t>{0, 0, 0, 3, 4, 3}, pairs);
    EXPECT_DOUBLE_EQ(groups.pairs.precision, 0.75);
    EXPECT_DOUBLE_EQ(groups.pairs.recall, 0.75);
    EXPECT_EQ(groups.largest, 3U);
    EXPECT_NEAR(groups.b_cubed_f1, 5.0 / 6, 1e-12);  // means of 5/6 both
    // Of the group {0, 1, 2} one pair was never compared; that of {3, 5} is as unsure, and wrong.
    EXPECT_DOUBLE_EQ(groups.pairs.recall_at_precision_99, 0.5);
}

TEST(Evaluation, JudgesAcrossSidesWhereThereAreTwo) {
    const Truth truth = {{1, 1, 1, 2}, {0, 0, 1, 1}};
    EXPECT_EQ(count_true_pairs(truth), 2U);
    EXPECT_FALSE(is_judged(truth, 0, 1));
    EXPECT_TRUE(is_judged(truth, 0, 3));
    EXPECT_DOUBLE_EQ(judge_groups(truth, std::vector<std::uint32_t>{0, 1, 0, 1}, {}).pairs.precision, 0.5);
}

TEST(Evaluation, TakesTiesWhole) {
    const Truth truth = {{1, 1, 2, 3}, {0, 0, 0, 0}};
    const std::vector<RatedPair> pairs = {{2, 3, 0.9}, {0, 1, 0.9}};
    EXPECT_DOUBLE_EQ(judge_pairs(truth, pairs).recall_at_precision_99, 0);
}

}  // namespace
}  // namespace fanal::identity
