#include "crm/queue/signals.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <set>

namespace fanal::queue {
namespace {

double value(const WaitingFacts& facts, SignalName name) {
    return signal_values(facts)[static_cast<std::size_t>(name)];
}

double sum(const WaitingFacts& facts) {
    double hours = 0;
    for (const double one : signal_values(facts)) {
        hours += one;
    }
    return hours;
}

WaitingFacts saying(float Understanding::*field, float strength = 1) {
    WaitingFacts facts;
    facts.understanding.*field = strength;
    return facts;
}

TEST(Signals, AreZeroButForSmallTalkWhenSomeoneUnknownSaysNothing) {
    SignalValues values = signal_values({});
    EXPECT_LT(values[static_cast<std::size_t>(SignalName::small_talk)], 0);
    values[static_cast<std::size_t>(SignalName::small_talk)] = 0;
    EXPECT_EQ(values, SignalValues{});
    EXPECT_EQ(encode({}), "");
}

/// Each value of a text is one signal of the same name, and moves it alone, in proportion; small talk aside, which is
/// the want of any need.
TEST(Signals, TakeEachValueOfTheUnderstandingByItself) {
    for (const auto& [name, field] : understanding_fields) {
        const SignalValues full = signal_values(saying(field));
        const SignalValues half = signal_values(saying(field, 0.5F));
        int moved = 0;
        for (std::size_t i = 0; i < signal_count; ++i) {
            if (static_cast<SignalName>(i) == SignalName::small_talk) {
                continue;
            }
            EXPECT_NEAR(half[i], full[i] / 2, 0.005) << name;
            if (full[i] != 0) {
                EXPECT_EQ(to_text(static_cast<SignalName>(i)), name);
                ++moved;
            }
        }
        EXPECT_EQ(moved, 1) << name;
    }
}

TEST(Signals, OnlySpamAndSmallTalkLetOthersPass) {
    for (const auto& [name, field] : understanding_fields) {
        const bool wants_nothing = field == &Understanding::praise || field == &Understanding::thanks;
        EXPECT_EQ(sum(saying(field)) < 0, field == &Understanding::spam || wants_nothing) << name;
    }
    EXPECT_LT(sum({}), 0);
}

TEST(Signals, TakeAFaintNeedForHalfSmallTalkAndAMessageForNone) {
    EXPECT_EQ(value({}, SignalName::small_talk), -720);
    EXPECT_EQ(value(saying(&Understanding::question, 0.25F), SignalName::small_talk), -360);
    EXPECT_EQ(value(saying(&Understanding::question, 0.5F), SignalName::small_talk), 0);
    WaitingFacts message;
    message.kind = InteractionKind::message;
    EXPECT_EQ(value(message, SignalName::small_talk), 0);
}

TEST(Signals, StandInTheOrderOfAMorning) {
    WaitingFacts table_question = saying(&Understanding::purchase_intent, 0.9F);
    table_question.understanding.question = 0.9F;
    const double complaint = sum(saying(&Understanding::complaint, 0.75F));
    EXPECT_GT(sum(saying(&Understanding::emergency, 0.75F)),
              sum(saying(&Understanding::complaint)) + sum(table_question));
    EXPECT_GT(complaint, sum(table_question));
    EXPECT_GT(sum(saying(&Understanding::insult, 0.95F)), sum(table_question));
    EXPECT_GT(sum(table_question), sum(saying(&Understanding::question)));
    EXPECT_GT(sum(saying(&Understanding::purchase_intent)), sum(saying(&Understanding::question)));
    EXPECT_GT(sum(saying(&Understanding::question)), sum(saying(&Understanding::request)));
    EXPECT_GT(sum(saying(&Understanding::request)), sum(saying(&Understanding::praise)));
    EXPECT_GT(sum(saying(&Understanding::praise)), sum(saying(&Understanding::thanks)));
    EXPECT_GT(sum(saying(&Understanding::thanks)), sum({}));
    EXPECT_LT(sum(saying(&Understanding::spam, 0.9F)), -72);
}

TEST(Signals, KnowAPrivateMessage) {
    WaitingFacts facts;
    facts.kind = InteractionKind::message;
    EXPECT_GT(value(facts, SignalName::message), 0);
    facts.kind = InteractionKind::mention;
    EXPECT_EQ(value(facts, SignalName::message), 0);
}

TEST(Signals, GrowWithEachUnansweredInteractionUpToALimit) {
    WaitingFacts facts;
    double last = -1;
    for (facts.waiting_count = 1; facts.waiting_count <= 4; ++facts.waiting_count) {
        EXPECT_GT(value(facts, SignalName::persistence), last);
        last = value(facts, SignalName::persistence);
    }
    facts.waiting_count = 1'000'000;
    EXPECT_EQ(value(facts, SignalName::persistence), last);
}

TEST(Signals, GrowWithTheLogarithmOfFollowersUpToALimit) {
    WaitingFacts facts;
    const auto reach = [&](std::int64_t followers) {
        facts.followers_count = followers;
        return value(facts, SignalName::reach);
    };
    EXPECT_EQ(reach(0), 0);
    EXPECT_LT(reach(100), 10);
    EXPECT_NEAR(reach(80'000) - reach(40'000), reach(40'000) - reach(20'000), 0.02);
    EXPECT_EQ(reach(10'000'000), reach(std::numeric_limits<std::int64_t>::max()));
    EXPECT_LT(reach(10'000'000), value(saying(&Understanding::complaint, 0.5F), SignalName::complaint));
}

TEST(Signals, GrowWithTheLogarithmOfEngagementsUpToALimit) {
    WaitingFacts facts;
    const auto influence = [&](double received) {
        facts.influence = received;
        return value(facts, SignalName::influence);
    };
    EXPECT_EQ(influence(0), 0);
    EXPECT_NEAR(influence(15) * 2, influence(255), 0.02);
    EXPECT_EQ(influence(1e6), influence(1e300));
}

TEST(Signals, AreFiniteWhateverTheCounts) {
    WaitingFacts facts;
    facts.waiting_count = std::numeric_limits<std::int64_t>::min();
    facts.followers_count = std::numeric_limits<std::int64_t>::min();
    for (const double received :
         {-1.0, std::numeric_limits<double>::quiet_NaN(), -std::numeric_limits<double>::infinity()}) {
        facts.influence = received;
        EXPECT_EQ(signal_values(facts), signal_values({}));
    }
    facts.influence = std::numeric_limits<double>::infinity();
    EXPECT_TRUE(std::isfinite(sum(facts)));
    facts.understanding.complaint = std::numeric_limits<float>::quiet_NaN();
    EXPECT_TRUE(std::isfinite(sum(facts)));
}

TEST(Signals, HaveEachANameAndAReason) {
    WaitingFacts facts;
    facts.followers_count = 12'400;
    facts.waiting_count = 3;
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < signal_count; ++i) {
        names.insert(to_text(static_cast<SignalName>(i)));
        EXPECT_FALSE(reason(static_cast<SignalName>(i), facts).empty());
    }
    EXPECT_EQ(names.size(), signal_count);
    EXPECT_EQ(reason(SignalName::reach, facts), "12,400 followers");
    EXPECT_EQ(reason(SignalName::persistence, facts), "wrote 3 times without an answer");
    EXPECT_EQ(reason(SignalName::question, facts), "asks a question");
    facts.followers_count = 999;
    EXPECT_EQ(reason(SignalName::reach, facts), "999 followers");
    facts.followers_count = 1'000'000;
    EXPECT_EQ(reason(SignalName::reach, facts), "1,000,000 followers");
}

TEST(Signals, ComeBackFromTextExactly) {
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> hours(-200, 200);
    for (int round = 0; round < 2000; ++round) {
        SignalValues values{};
        for (double& one : values) {
            one = random() % 3 == 0 ? 0 : hours(random);
        }
        ASSERT_EQ(decode(encode(values)), values);
    }
}

TEST(Signals, AreShortAsText) {
    WaitingFacts facts = saying(&Understanding::complaint, 0.85F);
    facts.understanding.question = 0.9F;
    EXPECT_EQ(encode(signal_values(facts)), "complaint=204;question=64.8");
}

TEST(Signals, LeaveOutWhatTheyCannotRead) {
    EXPECT_EQ(decode("once=3;complaint=2;request"), decode("complaint=2"));
    EXPECT_EQ(decode("complaint=2;question=inf;request=nan;praise=1x;thanks=;;=;=4"), decode("complaint=2"));
    EXPECT_EQ(decode(""), SignalValues{});
    EXPECT_EQ(decode(";;;"), SignalValues{});
}

}  // namespace
}  // namespace fanal::queue
