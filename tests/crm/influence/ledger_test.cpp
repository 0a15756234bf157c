#include "crm/influence/ledger.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

#include "crm/graph/ties.hpp"

namespace fanal::influence {
namespace {

using graph::Act;
using enum InteractionKind;

constexpr Instant noon{1'767'000'000'000};

Instant before_noon(std::int64_t ms) {
    return {noon.ms - ms};
}

std::vector<Act> drawn_acts(std::uint64_t seed, std::uint32_t nodes_count, std::size_t acts_count) {
    std::mt19937_64 random(seed);
    std::vector<Act> acts;
    for (std::size_t i = 0; i < acts_count; ++i) {
        const auto from = static_cast<std::uint32_t>(random() % nodes_count);
        const auto to = static_cast<std::uint32_t>(random() % nodes_count * (random() % nodes_count) / nodes_count);
        const auto kind = static_cast<InteractionKind>(random() % interaction_kind_names.size());
        const auto scale = static_cast<std::int64_t>(random() % 2 == 0 ? 40 * ms_per_day : 12 * ms_per_hour);
        acts.push_back({from, to, kind, before_noon(static_cast<std::int64_t>(random() >> 1) % scale)});
    }
    return acts;
}

Ledger ledger_of(const std::vector<Act>& acts, std::uint32_t nodes_count) {
    Ledger ledger(noon, nodes_count);
    for (const Act& act : acts) {
        ledger.add(act.from, act.to, act.kind, act.occurred_at);
    }
    return ledger;
}

void expect_same(const Ledger& one, const Ledger& other) {
    EXPECT_EQ(one.ties(), other.ties());
    const auto of_one = one.influence(noon);
    const auto of_other = other.influence(noon);
    ASSERT_EQ(of_one.size(), of_other.size());
    for (std::size_t i = 0; i < of_one.size(); ++i) {
        EXPECT_EQ(of_one[i].value, of_other[i].value) << i;
        EXPECT_EQ(of_one[i].low, of_other[i].low) << i;
        EXPECT_EQ(of_one[i].high, of_other[i].high) << i;
        EXPECT_EQ(of_one[i].actors_count, of_other[i].actors_count) << i;
    }
}

TEST(Ledger, IsTheSameToTheLastBitInWhateverOrderActsCome) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        std::vector<Act> acts = drawn_acts(seed, 40, 600);
        const Ledger first = ledger_of(acts, 40);
        std::shuffle(acts.begin(), acts.end(), std::mt19937_64(seed));
        expect_same(first, ledger_of(acts, 40));
    }
}

TEST(Ledger, IsTheSameWhetherItGoesOnOrIsBuiltAnew) {
    const std::vector<Act> acts = drawn_acts(7, 40, 900);
    Ledger going_on = ledger_of({acts.begin(), acts.begin() + 300}, 40);
    for (std::size_t i = 300; i < acts.size(); ++i) {
        static_cast<void>(going_on.influence(noon));  // being read changes nothing
        going_on.add(acts[i].from, acts[i].to, acts[i].kind, acts[i].occurred_at);
    }
    expect_same(going_on, ledger_of(acts, 40));

    Ledger of_ties(noon, 40);  // and from ties that were summed up elsewhere
    for (const Tie& tie : ledger_of(acts, 40).ties()) {
        of_ties.add(tie);
    }
    expect_same(going_on, of_ties);
}

/// The slow twin: what each actor adds to each node, in floating point, straight from the header.
std::vector<std::vector<double>> parts_by_the_formula(const std::vector<Act>& acts, std::uint32_t nodes_count) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<double, double>> ties;
    for (const Act& act : acts) {
        if (act.from == act.to) {
            continue;
        }
        const double age_ms = static_cast<double>(noon.ms - act.occurred_at.ms);
        const bool taps = act.kind == reaction || act.kind == follow;
        const double weight = taps ? 1 : act.kind == reshare || act.kind == quote ? 3 : 2;
        ties[{act.to, act.from}].first += weight * std::pow(2, -age_ms / (6.0 * 3'600'000));
        ties[{act.to, act.from}].second += weight * std::pow(2, -age_ms / (30.0 * 86'400'000));
    }
    std::vector<std::vector<double>> parts(nodes_count);
    for (const auto& [ends, tie] : ties) {
        parts[ends.first].push_back(std::sqrt(tie.first) + 0.4 * std::sqrt(tie.second));
    }
    return parts;
}

double sum_of(const std::vector<double>& parts, double power) {
    double sum = 0;
    for (const double part : parts) {
        sum += std::pow(part, power);
    }
    return sum;
}

TEST(Ledger, FollowsItsFormula) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const std::vector<Act> acts = drawn_acts(seed, 200, 3'000);
        const auto parts = parts_by_the_formula(acts, 200);
        const auto found = ledger_of(acts, 200).influence(noon);
        for (std::uint32_t node = 0; node < 200; ++node) {
            const double value = sum_of(parts[node], 1);
            const double reach = 1.28155 * std::sqrt(sum_of(parts[node], 2));
            EXPECT_EQ(found[node].actors_count, static_cast<std::int64_t>(parts[node].size()));
            EXPECT_NEAR(found[node].value, value, 1e-4 * (value + 1)) << node;
            EXPECT_NEAR(found[node].high, value + reach, 1e-4 * (value + 1)) << node;
            EXPECT_NEAR(found[node].low, std::max(0.0, value - reach), 1e-4 * (value + 1)) << node;
        }
    }
}

TEST(Ledger, FadesAsTimeGoesOnAsIfItHadBeenBuiltThen) {
    std::vector<Act> acts = drawn_acts(3, 30, 2'000);
    const Instant earlier = before_noon(5 * ms_per_hour);
    std::erase_if(acts, [&](const Act& act) { return act.occurred_at > earlier; });
    Ledger then(earlier, 30);
    for (const Act& act : acts) {
        then.add(act.from, act.to, act.kind, act.occurred_at);
    }
    const auto read_later = ledger_of(acts, 30).influence(earlier);
    const auto built_then = then.influence(earlier);
    for (std::size_t i = 0; i < 30; ++i) {
        EXPECT_NEAR(read_later[i].value, built_then[i].value, 1e-3 * built_then[i].value);
    }
}

TEST(Ledger, LetsTenFansCountMoreThanOneWhoActsTenTimes) {
    Ledger ledger(noon, 12);
    for (std::uint32_t i = 0; i < 10; ++i) {
        ledger.add(i + 2, 0, comment, noon);
        ledger.add(11, 1, comment, noon);
    }
    const auto found = ledger.influence(noon);
    EXPECT_EQ(found[0].actors_count, 10);
    EXPECT_EQ(found[1].actors_count, 1);
    EXPECT_GT(found[0].value, 1.5 * found[1].value);
}

TEST(Ledger, LeavesOutWhatAFanDoesAloneAndWhatCameLater) {
    Ledger ledger(noon, 3);
    ledger.add(0, 0, comment, noon);
    ledger.add(1, 0, comment, {noon.ms + 1});
    EXPECT_TRUE(ledger.ties().empty());
    for (const Influence& one : ledger.influence(noon)) {
        EXPECT_EQ(one.value, 0);
        EXPECT_EQ(one.actors_count, 0);
    }
    EXPECT_TRUE(Ledger(noon, 0).influence(noon).empty());
}

TEST(Ledger, IsLessSureOfFewThanOfMany) {
    Ledger ledger(noon, 500);
    for (std::uint32_t i = 2; i < 500; ++i) {
        ledger.add(i, 0, reshare, before_noon(ms_per_hour));
        if (i < 6) {
            ledger.add(i, 1, reshare, before_noon(ms_per_hour));
        }
    }
    const auto found = ledger.influence(noon);
    const auto width = [&](std::size_t i) { return (found[i].high - found[i].low) / found[i].value; };
    EXPECT_LT(found[0].low, found[0].value);
    EXPECT_LT(width(0), 0.2);
    EXPECT_GT(width(1), 3 * width(0));
    EXPECT_GE(found[1].low, 0);
}

TEST(Ledger, NeverLosesATieHoweverOld) {
    Ledger ledger(noon, 2);
    ledger.add(0, 1, reaction, {0});
    ASSERT_EQ(ledger.ties().size(), 1U);
    EXPECT_GT(tie_strength(ledger.ties().front().worth), 0);
    EXPECT_EQ(ledger.influence(noon)[1].actors_count, 1);
}

}  // namespace
}  // namespace fanal::influence
