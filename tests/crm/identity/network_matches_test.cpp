#include "crm/identity/learning.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>

#include "crm/identity/evaluation.hpp"

namespace fanal::identity {
namespace {

std::string made_up_word(std::mt19937& random) {
    std::string word;
    for (std::size_t i = 0; i < 3 + random() % 2; ++i) {
        word += std::string(1, "bdfgklmnprstvz"[random() % 14]) + "aeiou"[random() % 5];
    }
    return word;
}

/// Four hundred people, of whom the first half is on both networks under handles of their own making.
struct Two {
    std::vector<Naming> profiles;
    std::vector<Naming> others;
};

Two two_networks() {
    std::mt19937 random(8);
    Two two;
    for (int i = 0; i < 400; ++i) {
        const std::string given = made_up_word(random);
        const std::string family = made_up_word(random) + made_up_word(random).substr(0, 2);
        const std::string forms[] = {given + family, given.substr(0, 1) + family, family + given, family + "official"};
        if (i < 200 || i % 2 == 0) {
            two.profiles.push_back(make_naming(forms[random() % 4], given + " " + family));
        }
        if (i < 200 || i % 2 == 1) {
            two.others.push_back(make_naming(forms[random() % 4], random() % 2 == 0 ? "" : family + " " + given));
        }
    }
    return two;
}

/// What the product makes of two networks when it has learned from them. Numbered in each network from 0 on.
struct Matched {
    Learned learned;
    std::vector<NetworkMatch> pairs;
};

Matched match_networks(const std::vector<Naming>& profiles, const std::vector<Naming>& others) {
    std::vector<KnownProfile> known;
    for (const Naming& naming : profiles) {
        known.push_back({"facebook", naming});
    }
    for (const Naming& naming : others) {
        known.push_back({"x", naming});
    }
    Matched matched{learn(known, [](double) {}), {}};
    const MatchModel model = matched.learned.model();
    MatchCrowd crowd(model);
    crowd.add(known);
    matched.pairs = crowd.matches([](std::uint32_t, std::uint32_t) {});
    for (NetworkMatch& match : matched.pairs) {
        match.other -= static_cast<std::uint32_t>(profiles.size());
    }
    return matched;
}

TEST(MatchNetworks, FindsWhoIsOnBoth) {
    const Two two = two_networks();
    const Matched found = match_networks(two.profiles, two.others);
    int right = 0;
    int wrong = 0;
    for (const NetworkMatch& match : found.pairs) {
        const bool same = match.profile == match.other && match.profile < 200;
        right += match.probability >= 0.5 && same ? 1 : 0;
        wrong += match.probability >= 0.5 && !same ? 1 : 0;
    }
    EXPECT_GE(right, 180);
    EXPECT_LE(wrong, 4);
    EXPECT_NEAR(found.learned.pairs.at(0).model.expected_matches_count, 200, 35);
}

TEST(MatchNetworks, PartsAddUpToTheProbability) {
    const Two two = two_networks();
    for (const NetworkMatch& match : match_networks(two.profiles, two.others).pairs) {
        EXPECT_EQ(match.evidence.handle + match.evidence.name + match.evidence.prior + match.competition,
                  match.total());
        EXPECT_LE(match.competition, 0);
        if (match.total() > -90'000) {
            EXPECT_NEAR(1 / (1 + std::exp2(-match.total() / 1000.0)), match.probability, 0.001);
        }
    }
}

TEST(MatchNetworks, AreTheSameWhicheverOrderProfilesComeIn) {
    const Two two = two_networks();
    const Matched found = match_networks(two.profiles, two.others);
    const std::vector<Naming> reversed(two.others.rbegin(), two.others.rend());
    const Matched again = match_networks(two.profiles, reversed);
    ASSERT_EQ(found.pairs.size(), again.pairs.size());
    EXPECT_NEAR(found.learned.pairs.at(0).model.expected_matches_count,
                again.learned.pairs.at(0).model.expected_matches_count, 1e-6);
}

TEST(MatchNetworks, LeavesFiftyNamesakesApart) {
    Two two = two_networks();
    const std::size_t first = two.profiles.size();
    const std::size_t first_other = two.others.size();
    std::mt19937 random(9);
    for (int i = 0; i < 50; ++i) {
        two.profiles.push_back(make_naming("jm" + std::to_string(random() % 100'000), "Jean Martin"));
        two.others.push_back(make_naming("martin." + std::to_string(random() % 100'000), "Jean Martin"));
    }
    const Matched found = match_networks(two.profiles, two.others);
    const auto profiles_count = static_cast<std::uint32_t>(two.profiles.size());
    std::vector<WeighedPair> pairs;
    for (const NetworkMatch& match : found.pairs) {
        pairs.push_back({match.profile, profiles_count + match.other, match.total() / 1000.0});
        if (match.profile >= first && match.other >= first_other) {
            EXPECT_LT(match.probability, 0.5);
        }
    }
    std::vector<std::uint32_t> network_of(profiles_count, 0);
    network_of.resize(two.profiles.size() + two.others.size(), 1);
    const std::vector<std::uint32_t> group_of = group_profiles(network_of, pairs);
    std::set<std::uint32_t> groups;
    for (std::size_t i = 0; i < 50; ++i) {
        groups.insert(group_of[first + i]);
        groups.insert(group_of[profiles_count + first_other + i]);
    }
    EXPECT_EQ(groups.size(), 100U);  // none is anybody else
}

/// A candidate with names and handles that agree by so many bits.
NetworkCandidate agreeing(std::uint32_t profile, std::uint32_t other, float bits, bool handle_missing) {
    NetworkCandidate candidate{profile, other};
    candidate.handles_known = !handle_missing;
    candidate.handle_missing = handle_missing;
    candidate.handle_bits = bits;
    candidate.names_known = true;
    candidate.name_bits = bits;
    return candidate;
}

TEST(Fit, LearnsHowManyOfEachCrowdAreOnBothNetworks) {
    std::mt19937 random(11);
    const auto by_chance = [&] { return static_cast<float>(random() % 600) / 100 - 2; };
    std::vector<NetworkCandidate> candidates;
    for (std::uint32_t i = 0; i < 300; ++i) {
        candidates.push_back(agreeing(i, i, 14 + by_chance(), false));
        for (std::uint32_t j = 0; j < 12; ++j) {  // two who chat, and ten who comment under a name alone
            candidates.push_back(agreeing(i, static_cast<std::uint32_t>(j < 2 ? random() % 300 : 300 + random() % 3000),
                                          by_chance(), j >= 2));
        }
    }
    const NetworkModel model = fit(candidates, 300, 3300);
    EXPECT_NEAR(model.expected_matches_count, 300, 30);
    const int of_handles = evidence(model, agreeing(0, 0, 0, false)).prior;
    EXPECT_LT(evidence(model, agreeing(0, 300, 0, true)).prior + 3000, of_handles);
}

const char* const french_given[] = {"Anne",     "Jean-Pierre", "Éloïse",   "Frédéric", "Mohamed", "Marie-Claude",
                                    "Rémi",     "Benoît",      "Aurélie",  "Gaëlle",   "Jérôme",  "Clémence",
                                    "François", "Zoé",         "Thibault", "Nathalie", "Hervé",   "Inès",
                                    "Loïc",     "Solène",      "Yves"};
const char* const french_family[] = {"Martin",   "de la Tour", "Lefèvre",   "Le Goff",   "Garnier", "Rousseau",
                                     "d'Arcy",   "Benali",     "Chevalier", "Muñoz",     "Ferrand", "Delcourt",
                                     "Pasquier", "Vasseur",    "Lemaître",  "Besançon",  "Couderc", "Marchal",
                                     "Ribeyre",  "Thévenot",   "Vigouroux", "Quéméneur", "Hamelin", "Jaouen",
                                     "Kerjean",  "Launay",     "Masson",    "Nédélec"};

/// A handle as people make it of their names, their office, their department, their party.
std::string french_handle(const std::string& given, const std::string& family, std::mt19937& random) {
    const std::string department = std::to_string(10 + random() % 85);
    std::string initials;
    for (const std::string& token : make_naming("", given).tokens) {
        initials += token.front();
    }
    const std::string forms[] = {given + family,
                                 family + given,
                                 given + "_" + family + department,
                                 initials + family,
                                 family + "_" + initials,
                                 "depute" + given + family,
                                 given + "." + family + ".officiel",
                                 "avec" + given + family,
                                 given + family + "2024",
                                 family + "senat"};
    return forms[random() % std::size(forms)];
}

TEST(MatchNetworks, FindsFrenchPeople) {
    std::mt19937 random(12);
    std::vector<Naming> profiles;
    std::vector<Naming> others;
    std::vector<Naming> silent_profiles;
    std::vector<Naming> silent_others;
    std::set<std::string> names;
    while (names.size() < 250) {
        const std::string given = french_given[random() % std::size(french_given)];
        std::string family = french_family[random() % std::size(french_family)];
        family += random() % 3 == 0 ? "" : std::string("-") + french_family[random() % std::size(french_family)];
        if (!names.insert(given + family).second) {
            continue;
        }
        const std::string handle = french_handle(given, family, random);
        const std::string other = french_handle(given, family, random);
        profiles.push_back(make_naming(handle, given + " " + family));
        others.push_back(make_naming(other, "✨ " + family + " " + given + " 🇫🇷 | Lyon"));
        silent_profiles.push_back(make_naming(handle, ""));
        silent_others.push_back(make_naming(other, ""));
    }
    Truth truth;
    for (std::uint32_t i = 0; i < 500; ++i) {
        truth.person.push_back(i % 250);
        truth.side.push_back(i / 250);
    }
    const auto found = [&](const Matched& matches) {
        std::vector<RatedPair> best;
        for (const NetworkMatch& match : matches.pairs) {
            if (match.mutual_best) {
                best.push_back({match.profile, 250 + match.other, match.probability});
            }
        }
        return judge_pairs(truth, best).recall_at_precision_99;
    };
    EXPECT_GE(found(match_networks(profiles, others)), 0.88);
    EXPECT_GE(found(match_networks(silent_profiles, silent_others)),
              0.35);  // many share a family name, and some show no more
}

TEST(MatchNetworks, HasNothingToSayOfNothing) {
    EXPECT_TRUE(match_networks({}, {}).pairs.empty());
    const std::vector<Naming> silent = {make_naming("none", ""), make_naming("", "🦞")};
    EXPECT_TRUE(match_networks(silent, silent).pairs.empty());
    const std::vector<Naming> one = {make_naming("ana.marvel", "Ana Marvel")};
    EXPECT_EQ(match_networks(one, one).pairs.size(), 1U);
}

/// The probabilities of ARCHITECTURE's one-to-one rule, by looking at every other pair.
TEST(Probabilities, EqualADoubleLoop) {
    std::mt19937 random(10);
    std::vector<NetworkCandidate> candidates;
    std::vector<double> bits;
    for (std::uint32_t i = 0; i < 300; ++i) {
        candidates.push_back({static_cast<std::uint32_t>(random() % 40), static_cast<std::uint32_t>(random() % 40)});
        bits.push_back(static_cast<double>(random() % 4000) / 100 - 20);
    }
    const std::vector<double> found = probabilities(candidates, bits);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        double others = 0;
        for (std::size_t j = 0; j < candidates.size(); ++j) {
            if (j != i && candidates[j].profile == candidates[i].profile) {
                others += std::exp2(bits[j]);
            }
            if (j != i && candidates[j].other == candidates[i].other) {
                others += std::exp2(bits[j]);
            }
        }
        EXPECT_NEAR(found[i], std::exp2(bits[i]) / (1 + others + std::exp2(bits[i])), 1e-9);
    }
}

TEST(Probabilities, FallWhenARivalAppears) {
    const std::vector<NetworkCandidate> candidates = {{0, 0}, {0, 1}};
    const std::vector<double> bits = {5, 4};
    EXPECT_LT(probabilities(candidates, bits)[0], probabilities(std::span(candidates).first(1), bits)[0]);
}

}  // namespace
}  // namespace fanal::identity
