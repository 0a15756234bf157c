#include "crm/identity/match_crowd.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "crm/identity/match_keys.hpp"

namespace fanal::identity {
namespace {

std::vector<std::uint64_t> keys_of(const char* handle, const char* name) {
    static const GramCounts counts = [] {
        GramCounts known;
        known.add(make_naming("zyxwquin", ""));
        known.add(make_naming("the.quin.zyxw", ""));
        return known;
    }();
    return match_keys(make_naming(handle, name), counts);
}

bool have_one_in_common(const std::vector<std::uint64_t>& one, const std::vector<std::uint64_t>& other) {
    return std::find_first_of(one.begin(), one.end(), other.begin(), other.end()) != one.end();
}

TEST(MatchKeys, AreSharedByFormsOfOneName) {
    EXPECT_TRUE(have_one_in_common(keys_of("", "Jean-Pierre Martin"), keys_of("", "MARTIN Jean Pierre")));
    EXPECT_TRUE(have_one_in_common(keys_of("rdupont", ""), keys_of("", "Rémi Dupont")));
    EXPECT_TRUE(have_one_in_common(keys_of("@zyxwquin", ""), keys_of("the.quin.zyxw", "")));
    EXPECT_TRUE(have_one_in_common(keys_of("ana", ""), keys_of("ANA", "")));
    EXPECT_TRUE(have_one_in_common(keys_of("", "Anne Le Pin"), keys_of("", "LePin, Anne")));
    EXPECT_TRUE(have_one_in_common(keys_of("", "Ana Мarvel"), keys_of("", "Ana Marvel")));  // a Cyrillic М
    EXPECT_FALSE(have_one_in_common(keys_of("ana", "Ana"), keys_of("bob", "Bob")));
    EXPECT_TRUE(keys_of("none", "").empty());
}

TEST(MatchKeys, AreFewHoweverLongTheName) {
    const std::string name = "a bb ccc dddd eeeee ffffff ggggggg hhhhhhhh iiiiiiiii jjjjjjjjjj kkkkkkkkkkk";
    EXPECT_LE(match_keys(make_naming(std::string(400, 'z'), name + " " + name), GramCounts()).size(), 80U);
}

TEST(MatchCrowd, LooksAtEveryTwoWithARareKeyOrTwoThatAreRatherRare) {
    std::mt19937 random(6);
    std::map<std::uint64_t, std::set<std::uint32_t>> with_key;
    for (std::uint32_t profile = 0; profile < 600; ++profile) {
        for (int i = 0; i < 4; ++i) {
            with_key[random() % 3 == 0   ? random() % 5
                     : random() % 2 == 0 ? 5 + random() % 40
                                         : random() % 600]
                .insert(profile);
        }
    }
    std::vector<Posting> postings;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> weights;
    for (const auto& [key, profiles] : with_key) {
        for (const std::uint32_t one : profiles) {
            postings.push_back({key, one});
            for (const std::uint32_t other : profiles) {
                weights[{one, other}] += profiles.size() <= 10 ? 2 : profiles.size() <= 100 ? 1 : 0;
            }
        }
    }
    std::shuffle(postings.begin(), postings.end(), random);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> expected;
    for (const auto& [pair, weight] : weights) {
        if (pair.second < pair.first && weight >= 2) {
            expected.push_back(pair);
        }
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    each_pair_with_keys(postings, [&](std::uint32_t one, std::uint32_t other) { found.emplace_back(one, other); });
    EXPECT_GT(found.size(), 500U);
    EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace fanal::identity
