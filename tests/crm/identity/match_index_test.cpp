#include "crm/identity/match_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

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

using Postings = std::vector<MatchIndex::Posting>;

/// The same by looking at every posting.
std::vector<std::pair<std::uint32_t, int>> slow_find(const Postings& postings, const std::vector<std::uint64_t>& keys) {
    std::map<std::uint32_t, int> counts;
    for (const std::uint64_t key : keys) {
        const auto has_key = [&](const MatchIndex::Posting& posting) { return posting.key == key; };
        const auto count = std::count_if(postings.begin(), postings.end(), has_key);
        for (const MatchIndex::Posting& posting : postings) {
            if (has_key(posting) && count <= static_cast<int>(MatchIndex::profiles_of_key_max)) {
                ++counts[posting.profile];
            }
        }
    }
    return {counts.begin(), counts.end()};
}

TEST(MatchIndex, FindsWhatAScanFindsHoweverItWasFilled) {
    std::mt19937 random(6);
    Postings postings;
    MatchIndex one_by_one;
    for (std::uint32_t profile = 0; profile < 30'000; ++profile) {
        std::vector<std::uint64_t> keys;
        for (int i = 0; i < 4; ++i) {
            const std::uint64_t key = random() % 3 == 0 ? random() % 20 : random() % 60'000;
            if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
                keys.push_back(key);
                postings.push_back({key, profile});
            }
        }
        one_by_one.add(profile, keys);  // sorted anew once on the way
    }
    const MatchIndex at_once(postings);
    for (int i = 0; i < 30; ++i) {
        const std::vector<std::uint64_t> keys = {random() % 20, random() % 60'000, random() % 60'000,
                                                 random() % 60'000};
        const auto found = at_once.find(keys);
        const auto found_too = one_by_one.find(keys);
        const auto expected = slow_find(postings, keys);
        ASSERT_EQ(found.size(), expected.size());
        ASSERT_EQ(found_too.size(), found.size());
        for (std::size_t j = 0; j < found.size(); ++j) {
            ASSERT_EQ(found[j].profile, found_too[j].profile);
            ASSERT_TRUE(std::any_of(expected.begin(), expected.end(),
                                    [&](const auto& one) { return one.first == found[j].profile; }));
            ASSERT_TRUE(j == 0 || found[j - 1].millibits >= found[j].millibits);
        }
    }
    EXPECT_GT(one_by_one.bytes(), 0U);
}

TEST(MatchIndex, GivesTheRarestWhenThereAreTooMany) {
    Postings postings;
    for (std::uint32_t profile = 0; profile < 450; ++profile) {
        postings.push_back({1, profile});
    }
    postings.push_back({2, 449});
    const auto found = MatchIndex(postings).find(std::vector<std::uint64_t>{1, 2});
    ASSERT_EQ(found.size(), MatchIndex::found_max);
    EXPECT_EQ(found.front().profile, 449U);
    EXPECT_EQ(found[1].profile, 0U);
}

TEST(MatchIndex, GrowsInLineWithTheProfiles) {
    const auto bytes_a_profile = [](std::uint32_t count) {
        std::mt19937_64 random(13);
        Postings postings;
        for (std::uint32_t profile = 0; profile < count; ++profile) {
            for (int key = 0; key < 14; ++key) {
                postings.push_back({random() % (4ULL * count), profile});
            }
        }
        return static_cast<double>(MatchIndex(std::move(postings)).bytes()) / count;
    };
    EXPECT_NEAR(bytes_a_profile(50'000), bytes_a_profile(5'000), 1);
    EXPECT_LT(bytes_a_profile(50'000), 14 * (4 + 12));
}

}  // namespace
}  // namespace fanal::identity
