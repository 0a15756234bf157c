#include "crm/queue/order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace fanal::queue {
namespace {

constexpr Instant morning{1'800'000'000'000};

Instant later(Instant instant, double hours) {
    return {instant.ms + std::llround(hours * static_cast<double>(ms_per_hour))};
}

WaitingFacts random_facts(std::mt19937_64& random) {
    const auto portion = [&] { return random() % 3 == 0 ? static_cast<float>(random() % 101) / 100.0F : 0.0F; };
    WaitingFacts facts;
    facts.kind = random() % 4 == 0 ? InteractionKind::message : InteractionKind::comment;
    for (const auto& [name, field] : understanding_fields) {
        facts.understanding.*field = portion();
    }
    facts.waiting_count = static_cast<std::int64_t>(random() % 6);
    if (random() % 2 == 0) {
        facts.followers_count = static_cast<std::int64_t>(random() % 2'000'000);
    }
    facts.influence = static_cast<double>(random() % 100'000) / 37.0;
    facts.waiting_since = {morning.ms - static_cast<std::int64_t>(random() % (30 * ms_per_day))};
    return facts;
}

double score_at(const WaitingFacts& facts, Instant now) {
    return score(explain(facts, signal_values(facts), now));
}

std::int64_t key(const WaitingFacts& facts) {
    return order_key_ms(facts.waiting_since, signal_values(facts));
}

TEST(Order, ExplanationsAddUpToTheScore) {
    std::mt19937_64 random(1);
    for (int round = 0; round < 2000; ++round) {
        const WaitingFacts facts = random_facts(random);
        const SignalValues values = signal_values(facts);
        const Instant now = later(morning, static_cast<double>(random() % 1000) / 7);
        double expected = static_cast<double>(now.ms - facts.waiting_since.ms) / 3.6e6;
        for (const double one : values) {
            expected += one;
        }
        ASSERT_NEAR(score(explain(facts, values, now)), expected, 1e-9);
        ASSERT_NEAR(score(explain(facts, decode(encode(values)), now)), expected, 1e-9);
    }
}

TEST(Order, ExplainsTheLargestFirstAndTheWaitingLast) {
    WaitingFacts facts;
    facts.understanding.complaint = 0.8F;
    facts.understanding.question = 0.9F;
    facts.understanding.spam = 1;
    facts.followers_count = 12'400;
    facts.waiting_since = morning;
    const auto signals = explain(facts, signal_values(facts), later(morning, 3 + 20 / 60.0));
    ASSERT_EQ(signals.size(), 5U);
    EXPECT_EQ(signals[0].name, "spam");
    EXPECT_EQ(signals[1].name, "complaint");
    EXPECT_EQ(signals[1].reason, "complains");
    EXPECT_EQ(signals[2].name, "question");
    EXPECT_EQ(signals[3].reason, "12,400 followers");
    EXPECT_EQ(signals[4].name, "waiting");
    EXPECT_EQ(signals[4].reason, "waiting for 3 h 20 min");
    EXPECT_NEAR(signals[4].value, 10.0 / 3, 1e-9);
}

TEST(Order, ExplainsOnlyWhatSpeaks) {
    WaitingFacts facts;
    facts.kind = InteractionKind::message;  // in private nothing is small talk
    facts.waiting_since = morning;
    SignalValues values = signal_values(facts);
    values[static_cast<std::size_t>(SignalName::message)] = 0;
    const auto signals = explain(facts, values, morning);
    ASSERT_EQ(signals.size(), 1U);
    EXPECT_EQ(signals[0].name, "waiting");
    EXPECT_EQ(score(signals), 0);
}

/// The stored key against the slow way: scores computed at an instant. Whoever has the smaller key has the larger
/// score, at any instant.
TEST(Order, OfTheKeysIsThatOfTheScoresAtEveryInstant) {
    std::mt19937_64 random(2);
    std::vector<WaitingFacts> waiting;
    for (int i = 0; i < 300; ++i) {
        waiting.push_back(random_facts(random));
    }
    std::sort(waiting.begin(), waiting.end(), [](const auto& a, const auto& b) { return key(a) < key(b); });
    for (const double hours : {0.0, 0.25, 13.0, 1000.0, -500.0}) {
        const Instant now = later(morning, hours);
        for (std::size_t i = 1; i < waiting.size(); ++i) {
            ASSERT_GE(score_at(waiting[i - 1], now), score_at(waiting[i], now) - 1e-6) << hours;
        }
    }
}

TEST(Order, DoesNotDependOnTheOrderOfArrival) {
    std::mt19937_64 random(3);
    std::vector<WaitingFacts> waiting;
    for (int i = 0; i < 50; ++i) {
        waiting.push_back(random_facts(random));
    }
    const auto keys_in_order = [](std::vector<WaitingFacts> list) {
        std::vector<std::int64_t> keys;
        std::transform(list.begin(), list.end(), std::back_inserter(keys), key);
        std::sort(keys.begin(), keys.end());
        return keys;
    };
    const auto expected = keys_in_order(waiting);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(waiting.begin(), waiting.end(), random);
        ASSERT_EQ(keys_in_order(waiting), expected);
    }
}

TEST(Order, StarvesNobody) {
    WaitingFacts praise;
    praise.understanding.praise = 0.8F;
    praise.waiting_since = morning;
    WaitingFacts spam;
    spam.understanding.spam = 1;
    spam.waiting_since = morning;
    WaitingFacts complaint;
    complaint.understanding.complaint = 0.95F;
    complaint.waiting_since = later(morning, 2);
    EXPECT_LT(key(complaint), key(praise));
    complaint.waiting_since = later(morning, 24 * 45);
    EXPECT_GT(key(complaint), key(praise));
    EXPECT_LT(key(complaint), key(spam));
    complaint.waiting_since = later(morning, 24 * 75);
    EXPECT_GT(key(complaint), key(spam));
}

TEST(Order, SaysTheWaitingInWords) {
    const auto words = [](double hours) {
        WaitingFacts facts;
        facts.waiting_since = morning;
        return explain(facts, {}, later(morning, hours)).back().reason;
    };
    EXPECT_EQ(words(0.5), "waiting for 30 min");
    EXPECT_EQ(words(26), "waiting for 26 h 0 min");
    EXPECT_EQ(words(24 * 5 + 3), "waiting for 5 days");
}

}  // namespace
}  // namespace fanal::queue
