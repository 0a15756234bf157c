#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include "crm/app/settle.hpp"
#include "models/error.hpp"
#include "tests/support/store_dump.hpp"
#include "tests/support/store_story.hpp"

namespace fanal::app {
namespace {

using test::dump;
using test::Story;

const Decision lea{"Léa", "", {1'795'608'000'000}};

std::string said(int number, std::string_view network, const std::string& id, const std::string& handle,
                 const std::string& name, const std::string& more = "") {
    const std::string minute = std::to_string(10 + number % 50);
    return R"({"network":")" + std::string(network) + R"(","kind":"comment","remote_id":"c)" + std::to_string(number) +
           R"(","occurred_at":"2026-11-)" + std::to_string(10 + number % 18) + "T10:" + minute +
           R"(:00Z","profile_remote_id":")" + id + R"(","handle":")" + handle + R"(","display_name":")" + name +
           R"(","text":"Ouvert ?")" + more + "}\n";
}

/// People of whom some are on three networks, some change their names, and more than a key holds are called alike.
std::vector<std::string> crowd(std::mt19937& random, int namesakes_count) {
    const std::string given[] = {"Maren", "Tobias", "Zsazsa", "Noemi", "Ilse"};
    const std::string family[] = {"Quist", "Veldt", "Bruyere", "Okonjo", "Castelnau", "Ferreol"};
    constexpr std::string_view networks[] = {"x", "facebook", "mastodon"};
    std::vector<std::string> lines;
    int number = 0;
    for (int i = 0; i < 60; ++i) {
        const std::string one = given[random() % 5];
        const std::string other = family[random() % 6];
        const std::string handles[] = {one + other, other + "." + one, one + std::to_string(random() % 90)};
        lines.push_back(said(number++, networks[random() % 3], "p" + std::to_string(random() % 25),
                             handles[random() % 3], random() % 4 == 0 ? "" : one + " " + other));
    }
    for (int i = 0; i < namesakes_count; ++i) {
        lines.push_back(said(number++, networks[random() % 2], "m" + std::to_string(i), "jm" + std::to_string(random()),
                             "Jean Martin"));
    }
    return lines;
}

std::string dump_of(const std::vector<std::string>& lines, std::size_t piece) {
    Story story;
    for (std::size_t i = 0; i < lines.size(); i += piece) {
        story.tell(std::accumulate(lines.begin() + static_cast<std::ptrdiff_t>(i),
                                   lines.begin() + static_cast<std::ptrdiff_t>(std::min(i + piece, lines.size())),
                                   std::string()));
    }
    return dump(story.store());
}

TEST(Matches, AreTheSameInAnyOrderAndSplitAndAsARebuild) {
    std::mt19937 random(21);
    std::vector<std::string> lines = crowd(random, 0);
    Story whole;
    whole.tell(std::accumulate(lines.begin(), lines.end(), std::string()));
    const std::string expected = dump(whole.store());
    ASSERT_GT(whole.store().database().integer("SELECT count(*) FROM matches"), 20);
    settle_all(whole.store());
    EXPECT_EQ(dump(whole.store()), expected);
    for (int round = 0; round < 12; ++round) {
        std::shuffle(lines.begin(), lines.end(), random);
        ASSERT_EQ(dump_of(lines, 1 + random() % 9), expected) << round;
    }
}

/// A key brings nobody together any more from the hundred and first profile on, whoever came first.
TEST(Matches, AreTheSameWhenAKeyComesToHaveTooMany) {
    std::mt19937 random(22);
    std::vector<std::string> lines = crowd(random, 105);
    const std::string expected = dump_of(lines, lines.size());
    for (int round = 0; round < 2; ++round) {
        std::shuffle(lines.begin(), lines.end(), random);
        ASSERT_EQ(dump_of(lines, 1 + random() % 5), expected) << round;
    }
}

/// Somebody leaves a name that too many had: those that it hid are found again. One more or less decides.
TEST(Matches, AreTheSameWhenAKeyComesToHaveFewEnough) {
    std::mt19937 random(23);
    for (const int namesakes_count : {11, 101}) {
        std::vector<std::string> lines;
        for (int i = 0; i < namesakes_count; ++i) {
            lines.push_back(said(i, i % 2 == 0 ? "x" : "facebook", "m" + std::to_string(i), "", "Jean Martin"));
        }
        lines.push_back(R"({"network":"x","kind":"comment","remote_id":"last","occurred_at":"2026-12-01T10:00:00Z",)"
                        R"("profile_remote_id":"m0","display_name":"Ilse Veldt","text":"?"})"
                        "\n");
        const std::string expected = dump_of(lines, lines.size());
        EXPECT_EQ(dump_of(lines, 4), expected);
        std::reverse(lines.begin(), lines.end());
        EXPECT_EQ(dump_of(lines, 7), expected);
    }
}

/// What profiles say of themselves changes too: addresses that few list, or many, and places.
TEST(Matches, AreTheSameWhateverTheOrderOfWhatProfilesSay) {
    std::mt19937 random(24);
    std::vector<std::string> lines;
    const std::string names[] = {"Maren Quist", "Tobias Veldt", "Noemi Okonjo", ""};
    for (int i = 0; i < 70; ++i) {
        const std::string site = std::to_string(random() % 6);
        const std::string bios[] = {"", "https://site" + site + ".example", "a" + site + "@mail.example raku"};
        lines.push_back(said(i, i % 2 == 0 ? "x" : "facebook", "p" + std::to_string(random() % 40),
                             "h" + std::to_string(random() % 30), names[random() % 4],
                             R"(,"place":")" + std::string(random() % 2 == 0 ? "Brest" : "Lyon, France") +
                                 R"(","bio":")" + bios[random() % 3] + R"(")"));
    }
    Story whole;
    whole.tell(std::accumulate(lines.begin(), lines.end(), std::string()));
    const std::string expected = dump(whole.store());
    ASSERT_NE(expected.find("email="), expected.npos);
    ASSERT_NE(expected.find("site="), expected.npos);
    settle_all(whole.store());
    EXPECT_EQ(dump(whole.store()), expected);
    for (int round = 0; round < 6; ++round) {
        std::shuffle(lines.begin(), lines.end(), random);
        ASSERT_EQ(dump_of(lines, 1 + random() % 9), expected) << round;
    }
}

/// Two who are called nothing alike and write the same address are found, and the parts still add up.
TEST(Matches, AreFoundByAnAddressThatBothWrite) {
    Story story;
    story.tell(said(1, "x", "1", "marenquist", "Maren Quist", R"(,"bio":"Huîtres. bonjour@quist.example")") +
               said(2, "facebook", "7", "lecabanon", "Le Cabanon", R"(,"bio":"bonjour@quist.example")"));
    const auto list = list_matches(story.store(), 10, 0.0).matches;
    ASSERT_EQ(list.size(), 1U);
    std::int64_t sum = 0;
    std::set<std::string> parts;
    for (const MatchPart& part : list.front().parts) {
        sum += part.millibits;
        parts.insert(part.name);
    }
    EXPECT_EQ(sum, list.front().total_millibits);
    EXPECT_TRUE(parts.contains("email"));
}

/// Maren on two networks, and others beside her.
class MarenOnTwo : public testing::Test {
  protected:
    MarenOnTwo() {
        story.tell(said(1, "x", "1", "marenquist", "Maren Quist") + said(2, "x", "2", "tobias_v", "Tobias Veldt") +
                   said(3, "facebook", "7", "maren.quist", "Quist Maren") +
                   said(4, "facebook", "8", "zsazsa.bru", "Zsa Zsa Bru"));
    }

    std::vector<Match> matches() { return list_matches(story.store(), 100, std::nullopt).matches; }

    Story story;
};

TEST_F(MarenOnTwo, IsProposedWithoutAnybodyTrainingAndPartsAddUp) {
    ASSERT_EQ(matches().size(), 1U);
    const Match match = matches().front();
    EXPECT_EQ((std::set{match.profile.display_name, match.other_profile.display_name}),
              (std::set<std::string>{"Maren Quist", "Quist Maren"}));
    std::int64_t sum = 0;
    for (const MatchPart& part : match.parts) {
        sum += part.millibits;
    }
    EXPECT_EQ(sum, match.total_millibits);
    EXPECT_GT(match.probability, 0.9);
    EXPECT_LT(match.probability_low, match.probability);
    EXPECT_EQ(match.decisions_count, 0);
    EXPECT_EQ(view_match(story.store(), to_text(match.match_id)).value, match.value);
}

TEST_F(MarenOnTwo, IsNotProposedOnceSheObjected) {
    object_to_linking(story.store(), "x:marenquist", lea);
    EXPECT_TRUE(matches().empty());
    EXPECT_TRUE(view_fan(story.store(), "x:marenquist").do_not_link);
    EXPECT_FALSE(view_fan(story.store(), "maren.quist").do_not_link);
    settle_all(story.store());
    EXPECT_TRUE(matches().empty());
}

TEST_F(MarenOnTwo, IsNotProposedAsOneOfOurOwnPresences) {
    add_account(story.store(), "facebook", "7", "maren.quist", "Maren");
    EXPECT_TRUE(matches().empty());
}

TEST_F(MarenOnTwo, IsOneFanOnceAcceptedAndProposedAgainOnceUndone) {
    const std::string before = dump(story.store());
    const std::string id = to_text(matches().front().match_id);
    const Match accepted = accept_match(story.store(), id, lea);
    EXPECT_EQ(accepted.state, "accepted");
    EXPECT_EQ(accepted.profile.fan_id, accepted.other_profile.fan_id);
    EXPECT_TRUE(matches().empty());
    EXPECT_THROW(reject_match(story.store(), id, lea), Error);
    EXPECT_THROW(accept_match(story.store(), id, lea), Error);
    undo_merge(story.store(), to_text(accepted.merge_id), lea);
    EXPECT_EQ(matches().size(), 1U);
    EXPECT_EQ(dump(story.store()), before);
}

TEST_F(MarenOnTwo, IsTwoPeopleUntilThatIsForgotten) {
    const std::string before = dump(story.store());
    const std::string id = to_text(matches().front().match_id);
    EXPECT_THROW(forget_match(story.store(), id, lea), Error);
    EXPECT_EQ(reject_match(story.store(), id, lea).state, "rejected");
    EXPECT_TRUE(matches().empty());
    EXPECT_THROW(merge_fans(story.store(), "x:marenquist", "maren.quist", lea), Error);
    ASSERT_EQ(list_separations(story.store(), 10).size(), 1U);
    EXPECT_EQ(list_separations(story.store(), 10).front().reason, "rejected");
    ASSERT_EQ(forget_match(story.store(), id, lea).size(), 1U);
    EXPECT_EQ(matches().size(), 1U);
    EXPECT_EQ(dump(story.store()), before);
}

TEST_F(MarenOnTwo, CanBeForgottenToBeTwoPeopleAlsoWhenTheyMatchNoMore) {
    const std::string id = to_text(matches().front().match_id);
    reject_match(story.store(), id, lea);
    story.tell(R"({"network":"x","kind":"comment","remote_id":"late","occurred_at":"2026-12-01T10:00:00Z",)"
               R"("profile_remote_id":"1","handle":"oyster_lover","display_name":"Ozzy","text":"?"})"
               "\n");
    EXPECT_THROW(view_match(story.store(), id), Error);
    ASSERT_EQ(count_separations(story.store()), 1);
    EXPECT_EQ(to_text(list_separations(story.store(), 10).front().match_id), id);
    forget_match(story.store(), id, lea);
    EXPECT_EQ(count_separations(story.store()), 0);
    EXPECT_THROW(forget_match(story.store(), id, lea), Error);
}

/// Two fans are asked about once, however many of their profiles match, and what is said holds for the two.
TEST_F(MarenOnTwo, IsAskedAboutOnceForEachTwoFans) {
    story.tell(said(5, "mastodon", "9", "quistmaren", "Maren Quist"));
    ASSERT_EQ(matches().size(), 3U);
    for (const Match& match : matches()) {
        if (match.profile.network != "facebook" && match.other_profile.network != "facebook") {
            accept_match(story.store(), to_text(match.match_id), lea);
        }
    }
    const std::string before = dump(story.store());
    const MatchList asked = list_matches(story.store(), 100, 0.0);
    ASSERT_EQ(asked.matches_count, 1);
    std::string id = to_text(asked.matches.front().match_id), other_id;
    auto all = story.store().database().prepare("SELECT match_id FROM matches");
    while (all.step()) {
        const Match match = view_match(story.store(), all.text(0));
        if (match.state == "repeated") {
            other_id = all.text(0);
            EXPECT_LE(match.total_millibits, asked.matches.front().total_millibits);
        }
    }
    ASSERT_NE(other_id, "");
    EXPECT_EQ(accept_matches(story.store(), 0.5, std::nullopt).matches_count, 1);

    reject_match(story.store(), other_id, lea);
    EXPECT_EQ(list_matches(story.store(), 100, 0.0).matches_count, 0);
    EXPECT_EQ(view_match(story.store(), id).state, "rejected");
    EXPECT_THROW(accept_match(story.store(), id, lea), Error);
    EXPECT_THROW(reject_match(story.store(), id, lea), Error);
    forget_match(story.store(), id, lea);
    EXPECT_EQ(dump(story.store()), before);
    accept_match(story.store(), other_id, lea);
    EXPECT_EQ(view_match(story.store(), id).state, "accepted");
}

/// What is looked up for one match is what comes out when all are ranked.
TEST(Matches, AreRankedAloneAsAmongAll) {
    Story story;
    std::mt19937 random(25);
    const std::vector<std::string> lines = crowd(random, 30);
    story.tell(std::accumulate(lines.begin(), lines.end(), std::string()));
    std::size_t states = 0;
    for (int round = 0; round < 12; ++round) {
        const MatchList list = list_matches(story.store(), 1000, 0.0);
        ASSERT_GT(list.matches_count, 5);
        std::set<MatchId> listed;
        for (const Match& match : list.matches) {
            const Match alone = view_match(story.store(), to_text(match.match_id));
            ASSERT_EQ(alone.state, "proposed");
            ASSERT_EQ(alone.total_millibits, match.total_millibits);
            ASSERT_EQ(alone.probability, match.probability);
            ASSERT_EQ(alone.value, match.value);
            listed.insert(match.match_id);
        }
        std::set<std::string> seen;
        auto all = story.store().database().prepare("SELECT match_id FROM matches");
        while (all.step()) {
            const Match match = view_match(story.store(), all.text(0));
            seen.insert(match.state);
            ASSERT_EQ(match.state == "proposed", listed.contains(match.match_id)) << match.state;
        }
        states = std::max(states, seen.size());
        const std::string id = to_text(list.matches[random() % list.matches.size()].match_id);
        round % 3 == 2 ? reject_match(story.store(), id, lea) : accept_match(story.store(), id, lea);
    }
    EXPECT_EQ(states, 5U);
}

TEST_F(MarenOnTwo, HasHerDecisionsLoggedWithModelAndEvidence) {
    const std::string id = to_text(matches().front().match_id);
    accept_match(story.store(), id, {"Léa", "Same voice", lea.at});
    auto log = story.store().database().prepare(
        "SELECT l.act, l.model_id, s.evidence FROM decision_log l JOIN decision_subjects s USING (decision_id)");
    ASSERT_TRUE(log.step());
    EXPECT_EQ(log.text(0), "accept");
    EXPECT_EQ(log.integer(1), 1);
    EXPECT_NE(log.text(2).find("Same voice | handle="), std::string_view::npos) << log.text(2);
    EXPECT_FALSE(check_decisions(story.store()).broken_at);
}

/// Who is one fan with a profile on a network is not proposed another there.
TEST_F(MarenOnTwo, IsNotProposedASecondProfileOnANetwork) {
    const double alone = matches().front().probability;
    story.tell(said(5, "facebook", "9", "quistmaren", "Maren Quist"));
    ASSERT_EQ(list_matches(story.store(), 100, 0.01).matches.size(), 2U);
    EXPECT_LT(list_matches(story.store(), 100, 0.01).matches.front().probability, alone - 0.01);
    accept_match(story.store(), to_text(list_matches(story.store(), 1, 0.01).matches.front().match_id), lea);
    EXPECT_TRUE(list_matches(story.store(), 100, 0.01).matches.empty());
}

TEST_F(MarenOnTwo, IsAcceptedWithAllOthersOnlyWhenThatIsAsked) {
    story.tell(said(5, "mastodon", "9", "quistmaren", "Maren Quist") + said(6, "x", "3", "ilse", "Ilse Castelnau") +
               said(7, "facebook", "9", "ilse.castelnau", "Ilse Castelnau"));
    const AcceptedMatches preview = accept_matches(story.store(), 0.9, std::nullopt);
    EXPECT_EQ(preview.matches_count, 3);  // of Maren's three pairs two make her one
    EXPECT_FALSE(preview.accepted);
    EXPECT_GT(preview.wrong_expected_count, 0);
    EXPECT_LT(preview.wrong_expected_count, 0.3);
    EXPECT_EQ(count_merges(story.store()), 0);
    EXPECT_THROW(accept_matches(story.store(), 0.9, lea, "another digest"), Error);
    EXPECT_EQ(count_merges(story.store()), 0);
    EXPECT_TRUE(accept_matches(story.store(), 0.9, lea, preview.digest).accepted);
    EXPECT_EQ(count_merges(story.store()), 3);
    EXPECT_EQ(view_fan(story.store(), "quistmaren").profiles.size(), 3U);
    EXPECT_EQ(check_decisions(story.store()).decisions_count, 3);
    EXPECT_TRUE(matches().empty());
}

TEST_F(MarenOnTwo, IsNotAcceptedWithAllOthersAgainstWhatPeopleSaid) {
    story.tell(said(5, "mastodon", "9", "quistmaren", "Maren Quist") + said(6, "x", "3", "ilse", "Ilse Castelnau") +
               said(7, "facebook", "9", "ilse.castelnau", "Ilse Castelnau"));
    const auto between = [&](std::string_view one, std::string_view other) {
        for (const Match& match : matches()) {
            if (std::set<std::string_view>{match.profile.network, match.other_profile.network} ==
                    std::set<std::string_view>{one, other} &&
                match.profile.display_name.find("Quist") != std::string::npos) {
                return to_text(match.match_id);
            }
        }
        return std::string();
    };
    const std::string repeated = between("x", "facebook"), rejected = between("mastodon", "facebook");
    accept_match(story.store(), between("x", "mastodon"), lea);
    reject_match(story.store(), rejected, lea);
    const AcceptedMatches accepted = accept_matches(story.store(), 0.9, lea);
    EXPECT_EQ(accepted.matches_count, 1);  // Ilse's alone
    EXPECT_EQ(view_fan(story.store(), "quistmaren").profiles.size(), 2U);
    EXPECT_EQ(accept_matches(story.store(), 0.5, std::nullopt).matches_count, 0);
    EXPECT_THROW(accept_matches(story.store(), 0.4, std::nullopt), Error);
    EXPECT_THROW(accept_match(story.store(), repeated, lea), Error);
}

TEST_F(MarenOnTwo, IsNotJoinedToASecondProfileOnANetworkByAMatch) {
    story.tell(said(5, "facebook", "9", "quistmaren", "Maren Quist"));
    const auto both = list_matches(story.store(), 100, 0.01).matches;
    ASSERT_EQ(both.size(), 2U);
    accept_match(story.store(), to_text(both[0].match_id), lea);
    EXPECT_EQ(view_match(story.store(), to_text(both[1].match_id)).state, "closed");
    EXPECT_THROW(accept_match(story.store(), to_text(both[1].match_id), lea), Error);
}

TEST(Matches, LeaveFiftyNamesakesApart) {
    Story story;
    std::mt19937 random(24);
    std::string payload;
    for (int i = 0; i < 100; ++i) {
        const std::string handle = (i % 2 == 0 ? "jm" : "martin.") + std::to_string(random() % 100'000);
        payload += said(i, i % 2 == 0 ? "x" : "facebook", std::to_string(i), handle, "Jean Martin");
    }
    story.tell(payload);
    EXPECT_TRUE(list_matches(story.store(), 100, std::nullopt).matches.empty());
}

TEST(Matches, AreBelievedAsFarAsPeopleBoreThemOut) {
    Story story;
    const std::string family[] = {"Quist", "Veldt", "Bruyere", "Okonjo", "Castelnau", "Ferreol", "Zabel", "Wrzos"};
    std::string payload;
    for (int i = 0; i < 8; ++i) {
        const std::string id = std::to_string(i);
        payload += said(2 * i, "x", id, "", "Ilse " + family[i]);
        payload += said(2 * i + 1, "facebook", id, "", "Ilse " + family[i]);
    }
    story.tell(payload);
    const auto matches = list_matches(story.store(), 100, std::nullopt).matches;
    ASSERT_EQ(matches.size(), 8U);
    for (std::size_t i = 0; i < 6; ++i) {
        reject_match(story.store(), to_text(matches[i].match_id), lea);
    }
    const Match left = view_match(story.store(), to_text(matches[7].match_id));
    EXPECT_EQ(left.model_probability, matches[7].model_probability);
    EXPECT_LT(left.probability, matches[7].probability - 0.03);
    EXPECT_EQ(left.decisions_count, 6);
    forget_match(story.store(), to_text(matches[0].match_id), lea);
    accept_matches(story.store(), 0.5, lea);  // what nobody looked at bears nothing out
    EXPECT_EQ(view_match(story.store(), to_text(matches[7].match_id)).decisions_count, 5);
}

}  // namespace
}  // namespace fanal::app
