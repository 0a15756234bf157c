#include "crm/identity/persons.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace fanal::identity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::map<std::int64_t, std::int64_t> fans(const PersonLinks& links) {
    std::map<std::int64_t, std::int64_t> found;
    for (const auto& [profile, fan] : persons(links)) {
        found[profile.value] = fan.value;
    }
    return found;
}

TEST(Persons, AreTheSmallestIdOfThoseJoined) {
    EXPECT_THAT(fans({.said = {{{5}, {9}}, {{7}, {9}}}, .vouched = {{{2}, {7}}, {{20}, {30}}}}),
                ElementsAre(std::pair(2, 2), std::pair(5, 2), std::pair(7, 2), std::pair(9, 2), std::pair(20, 20),
                            std::pair(30, 20)));
    EXPECT_THAT(persons({}), IsEmpty());
}

TEST(Persons, NeverHoldSeparatedProfilesWhateverJoinsThem) {
    EXPECT_THAT(fans({.vouched = {{{1}, {2}}}, .separated = {{{1}, {2}}}}),
                ElementsAre(std::pair(1, 1), std::pair(2, 2)));
    // 1 and 4 are two people: what people said is joined first, and the chain breaks at its last link.
    EXPECT_THAT(fans({.said = {{{3}, {4}}}, .vouched = {{{1}, {2}}, {{2}, {3}}}, .separated = {{{4}, {1}}}}),
                ElementsAre(std::pair(1, 1), std::pair(2, 1), std::pair(3, 3), std::pair(4, 3)));
}

TEST(Persons, LeaveAloneWhoObjected) {
    EXPECT_THAT(fans({.said = {{{1}, {2}}}, .vouched = {{{2}, {3}}, {{1}, {3}}}, .objected = {{2}}}),
                ElementsAre(std::pair(1, 1), std::pair(2, 2), std::pair(3, 1)));
}

/// The slow twin: groups as sets, looked through from one end to the other.
std::map<std::int64_t, std::int64_t> slow_fans(PersonLinks links) {
    std::map<std::int64_t, std::set<std::int64_t>> group_of;
    for (auto* pairs : {&links.said, &links.vouched}) {
        std::sort(pairs->begin(), pairs->end());
        for (const auto& [a, b] : *pairs) {
            group_of.try_emplace(a.value, std::set{a.value});
            group_of.try_emplace(b.value, std::set{b.value});
            std::set<std::int64_t> both = group_of[a.value];
            both.insert(group_of[b.value].begin(), group_of[b.value].end());
            const bool apart =
                std::any_of(links.separated.begin(), links.separated.end(), [&](const ProfilePair& pair) {
                    return both.contains(pair.first.value) && both.contains(pair.second.value);
                });
            if (apart || links.objected.contains(a) || links.objected.contains(b)) {
                continue;
            }
            for (const std::int64_t one : both) {
                group_of[one] = both;
            }
        }
    }
    std::map<std::int64_t, std::int64_t> found;
    for (const auto& [profile, group] : group_of) {
        found[profile] = *group.begin();
    }
    return found;
}

TEST(Persons, EqualTheSlowTwinOnLinksByLotInAnyOrder) {
    std::mt19937 random(11);
    const auto between = [&](std::int64_t least, std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>(least, most)(random);
    };
    const auto pairs = [&](std::int64_t count) {
        std::vector<ProfilePair> some;
        for (; count > 0; --count) {
            const ProfileId one{between(1, 29)};
            some.push_back({one, {between(one.value + 1, 30)}});
        }
        return some;
    };
    for (int round = 0; round < 500; ++round) {
        PersonLinks links{pairs(between(0, 12)), pairs(between(0, 12)), pairs(between(0, 8))};
        for (std::int64_t i = between(0, 2); i > 0; --i) {
            links.objected.insert({between(1, 30)});
        }
        const auto expected = slow_fans(links);
        for (auto* some : {&links.said, &links.vouched, &links.separated}) {
            std::shuffle(some->begin(), some->end(), random);
            for (auto& [one, other] : *some) {
                if (random() % 2 == 0) {
                    std::swap(one, other);
                }
            }
        }
        ASSERT_EQ(fans(links), expected) << "round " << round;
    }
}

}  // namespace
}  // namespace fanal::identity
