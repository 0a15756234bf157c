#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>

#include "crm/app/settle.hpp"
#include "crm/storage/separation_rows.hpp"
#include "models/error.hpp"
#include "tests/support/store_dump.hpp"
#include "tests/support/store_story.hpp"

namespace fanal::app {
namespace {

using test::dump;
using test::Story;
using testing::HasSubstr;
using testing::IsEmpty;

const Decision lea{"Léa", "", {1'795'608'000'000}};
constexpr Instant scored_at{1'793'800'000'000};  // 2026-11-04

std::string comment(int number, std::string_view network, int profile, int to, int day) {
    const std::string id = std::to_string(profile);
    return R"({"network":")" + std::string(network) + R"(","kind":"comment","remote_id":"f)" + std::to_string(number) +
           R"(","occurred_at":"2026-11-0)" + std::to_string(day) + R"(T10:00:00Z","profile_remote_id":"f)" + id +
           R"(","handle":"f)" + id + R"(","place":"Lyon )" + std::to_string(profile % 7) +
           R"(","to_profile_remote_id":"f)" + std::to_string(to) + R"(","text":"Vous ouvrez à )" +
           std::to_string(number % 24) + R"( h ?"})" + "\n";
}

/// A page's month, in which two profiles vouch for each other, and people who talk with each other, in some order.
std::vector<std::string> told(std::mt19937& random) {
    std::vector<std::string> lines;
    std::ifstream file(FANAL_ROOT "/tests/crm/app/month.ndjson");
    for (std::string line; std::getline(file, line);) {
        lines.push_back(line + "\n");
    }
    const auto below = [&random](int end) { return std::uniform_int_distribution<int>(0, end - 1)(random); };
    for (int number = 0; number < 150; ++number) {
        lines.push_back(comment(number, below(2) == 0 ? "x" : "mastodon", below(25), below(25), 1 + below(6)));
    }
    std::shuffle(lines.begin(), lines.end(), random);
    return lines;
}

std::string rows(Story& story, const std::string& query) {
    std::string text;
    auto statement = story.store().database().prepare(query);
    while (statement.step()) {
        text += std::string(statement.text(0)) + "\n";
    }
    return text;
}

/// Every interaction, and to whom each waiting answer goes: no merge may change any of it.
std::string said_and_waiting(Story& story) {
    return rows(story,
                "SELECT interaction_id || ' ' || coalesce(profile_id, '') || ' ' || thread_id || ' ' || text FROM "
                "interactions ORDER BY interaction_id") +
           rows(story, "SELECT profile_id || ' ' || thread_id || ' ' || interaction_id FROM queue ORDER BY 1");
}

class Merging {
  public:
    Merging(Story& story, std::mt19937& random) : story_(story), random_(random) {}

    /// Merges two profiles by lot; what is refused is counted as nothing.
    void merge() {
        const auto profiles = ids("SELECT profile_id FROM profiles");
        if (profiles.size() < 2) {
            return;
        }
        try {
            merge_fans(story_.store(), any(profiles), any(profiles), lea);
        } catch (const Error& error) {
            ASSERT_TRUE(error.kind() == ErrorKind::conflict || error.kind() == ErrorKind::bad_input) << error.what();
        }
    }

    /// Takes one back, of those that people made; false when there is none.
    bool undo() {
        const auto merges = ids("SELECT merge_id FROM merges WHERE decided_by = 'person'");
        if (merges.empty()) {
            return false;
        }
        undo_merge(story_.store(), any(merges), lea);
        return true;
    }

  private:
    std::vector<std::string> ids(const std::string& query) {
        std::vector<std::string> found;
        auto statement = story_.store().database().prepare(query);
        while (statement.step()) {
            found.emplace_back(statement.text(0));
        }
        return found;
    }
    const std::string& any(const std::vector<std::string>& some) { return some[random_() % some.size()]; }

    Story& story_;
    std::mt19937& random_;
};

/// How many merges and undos to try.
#ifdef __SANITIZE_ADDRESS__
constexpr int merges_count = 600;  // each takes ten times as long
#else
constexpr int merges_count = 10'000;
#endif

TEST(Merges, UndoneInAnyOrderAmongImportsLeaveWhatNeverMerged) {
    std::mt19937 random(17);
    const auto lines = told(random);
    constexpr int pieces = 40;
    Story story, twin;  // the twin hears the same and is scored at the same moments, but never merges
    for (Story* one : {&story, &twin}) {
        add_account(one->store(), "x", "bar", "labar", "Le bar");
    }
    Merging merging(story, random);
    std::size_t told_count = 0;
    for (int step = 0; step < merges_count; ++step) {
        if (step % (merges_count / pieces) == 0) {
            for (int i = 0; i < 5 && told_count < lines.size(); ++i, ++told_count) {
                story.tell(lines[told_count]);
                twin.tell(lines[told_count]);
            }
        }
        if (step == merges_count / 3 || step == merges_count / 2) {
            refresh_scores(story.store(), scored_at);
            refresh_scores(twin.store(), scored_at);
        }
        const bool look = step % 50 == 0;
        const std::string before = look ? said_and_waiting(story) : std::string();
        if (random() % 2 == 0 || !merging.undo()) {
            merging.merge();
        }
        if (look) {
            ASSERT_EQ(said_and_waiting(story), before) << "step " << step;
            const std::string step_by_step = dump(story.store());
            settle_all(story.store());
            ASSERT_EQ(dump(story.store()), step_by_step) << "step " << step;
        }
    }
    ASSERT_NE(dump(story.store()), dump(twin.store()));
    while (merging.undo()) {
    }
    EXPECT_EQ(dump(story.store()), dump(twin.store()));
    const DecisionLogCheck check = check_decisions(story.store());
    EXPECT_EQ(check.broken_at, std::nullopt);
    EXPECT_GE(check.decisions_count, merges_count / 2);
}

TEST(Merges, MakeOneFanWhoseScoresHoldForTheSameInstant) {
    Story story;
    story.tell(comment(1, "x", 1, 3, 1) + comment(2, "x", 2, 3, 1) + comment(3, "x", 1, 2, 1) +
               comment(5, "x", 3, 9, 1));
    refresh_scores(story.store(), scored_at);
    const FanView third = view_fan(story.store(), "f3");
    story.tell(comment(4, "x", 4, 3, 1));  // not seen by the refresh
    const MergeView merge = merge_fans(story.store(), "x:f1", "@f2", {"Léa", "She told us", lea.at});
    EXPECT_EQ(merge.evidence, "Léa: She told us");

    const FanView fan = view_fan(story.store(), "f2");
    ASSERT_EQ(fan.profiles.size(), 2U);
    EXPECT_EQ(fan.summary.fan_id, merge.fan_id);
    ASSERT_EQ(fan.merges.size(), 1U);
    EXPECT_EQ(fan.merges[0].merge_id, merge.merge_id);
    EXPECT_EQ(fan.scores_as_of, scored_at);
    EXPECT_EQ(fan.summary.scores.value().out_degree, 1);
    EXPECT_EQ(fan.summary.scores.value().influence, 0) << "what one says to oneself counts for nothing";
    const FanView now = view_fan(story.store(), "f3");
    EXPECT_EQ(now.summary.scores.value().in_degree, 1);
    EXPECT_LT(now.summary.scores.value().influence, third.summary.scores.value().influence)
        << "one person who acts twice sets less in motion than two people";
}

TEST(Merges, ShowWhatTheProfilesDoNotAgreeOn) {
    Story story;
    story.tell(comment(1, "x", 1, 3, 1) + comment(2, "x", 8, 3, 1) + comment(3, "x", 2, 3, 1));
    merge_fans(story.store(), "f1", "f8", lea);  // both of Lyon 1
    EXPECT_THAT(view_fan(story.store(), "f1").disagreements, IsEmpty());
    merge_fans(story.store(), "f1", "f2", lea);
    const auto places = view_fan(story.store(), "f1").disagreements;
    ASSERT_EQ(places.size(), 3U);
    EXPECT_EQ(places[0].fact.field, "place");
    EXPECT_EQ(places[0].fact.source, "canonical");
}

template <class Act>
std::string refusal(ErrorKind kind, const Act& act) {
    try {
        act();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), kind) << error.what();
        return error.what();
    }
    ADD_FAILURE() << "nothing was refused";
    return {};
}

TEST(Merges, RefuseWhatMakesNoSense) {
    Story story;
    story.tell(comment(1, "x", 1, 3, 1) + comment(2, "x", 2, 3, 1));
    add_account(story.store(), "x", "f3", "f3", "Le bar");
    storage::Store& store = story.store();
    refusal(ErrorKind::not_found, [&] { merge_fans(store, "f1", "nobody", lea); });
    refusal(ErrorKind::bad_input, [&] { merge_fans(store, "f1", "x:@f1", lea); });
    refusal(ErrorKind::bad_input, [&] { merge_fans(store, "f1", "f2", {"", "", lea.at}); });
    EXPECT_THAT(refusal(ErrorKind::conflict, [&] { merge_fans(store, "f1", to_text(profile_id("x", "f3")), lea); }),
                HasSubstr("our own"));
    const MergeView merge = merge_fans(store, "f1", "f2", lea);
    refusal(ErrorKind::conflict, [&] { merge_fans(store, "f2", "f1", lea); });
    undo_merge(store, to_text(merge.merge_id), lea);
    refusal(ErrorKind::not_found, [&] { undo_merge(store, to_text(merge.merge_id), lea); });
    refusal(ErrorKind::not_found, [&] { undo_merge(store, "f1", lea); });

    storage::add_separation(store, merge.profile.profile_id, merge.other_profile.profile_id,
                            storage::SeparationReason::rejected, {0});
    EXPECT_THAT(refusal(ErrorKind::conflict, [&] { merge_fans(store, "f2", "f1", lea); }),
                HasSubstr("1970-01-01T00:00:00Z"));
}

TEST(Merges, OfTheNetworksStayUndoneThroughImportsUntilAPersonSaysOtherwise) {
    Story story;
    std::mt19937 random(1);
    const auto lines = told(random);
    for (const std::string& line : lines) {
        story.tell(line);
    }
    const std::string fay = "mastodon:@fay@mast.example";
    const FanView before = view_fan(story.store(), fay);
    ASSERT_EQ(before.profiles.size(), 2U);
    ASSERT_EQ(before.merges.size(), 1U);
    EXPECT_EQ(before.merges[0].decided_by, "networks");
    const std::string whole = dump(story.store());

    undo_merge(story.store(), to_text(before.merges[0].merge_id), lea);
    EXPECT_EQ(view_fan(story.store(), fay).profiles.size(), 1U);
    for (const std::string& line : lines) {
        story.tell(line);
    }
    settle_all(story.store());
    EXPECT_EQ(view_fan(story.store(), fay).profiles.size(), 1U);

    const MergeView said = merge_fans(story.store(), fay, "x:@fay", lea);
    EXPECT_EQ(view_fan(story.store(), fay).profiles.size(), 2U);
    undo_merge(story.store(), to_text(said.merge_id), lea);
    EXPECT_EQ(view_fan(story.store(), fay).profiles.size(), 1U);

    const auto apart = list_separations(story.store(), 10);
    ASSERT_EQ(apart.size(), 1U);
    EXPECT_EQ(apart[0].reason, "undone");
    forget_match(story.store(), to_text(apart[0].match_id), lea);
    EXPECT_EQ(view_fan(story.store(), fay).profiles.size(), 2U) << "the networks still vouch for it";
    EXPECT_EQ(dump(story.store()), whole);
}

TEST(Merges, NeverTakeInWhoObjectedNeitherAfterErasureAndAnotherImport) {
    Story story;
    std::mt19937 random(2);
    const auto lines = told(random);
    const auto tell_all = [&] {
        for (const std::string& line : lines) {
            story.tell(line);
        }
    };
    tell_all();
    refresh_scores(story.store(), scored_at);
    const std::string fay = "mastodon:@fay@mast.example";
    merge_fans(story.store(), fay, "x:@f1", lea);
    ASSERT_EQ(view_fan(story.store(), fay).profiles.size(), 3U);

    EXPECT_EQ(object_to_linking(story.store(), fay, lea).size(), 3U);
    EXPECT_EQ(count_merges(story.store()), 0);
    const auto is_alone = [&] {
        return view_fan(story.store(), fay).profiles.size() == 1 &&
               view_fan(story.store(), "x:@fay").profiles.size() == 1;
    };
    EXPECT_TRUE(is_alone());
    EXPECT_THAT(refusal(ErrorKind::conflict, [&] { merge_fans(story.store(), fay, "x:@f2", lea); }),
                HasSubstr("never to be linked"));
    EXPECT_EQ(story.store().database().integer("SELECT count(*) FROM objections"), 3);

    story.store().database().run(
        "DELETE FROM interactions; DELETE FROM profiles; DELETE FROM profile_facts; DELETE FROM threads; "
        "DELETE FROM decision_subjects; DELETE FROM scored_ties; DELETE FROM scored_profiles; DELETE FROM queue");
    tell_all();
    EXPECT_TRUE(is_alone());
    settle_all(story.store());
    EXPECT_TRUE(is_alone());
    EXPECT_EQ(count_merges(story.store()), 0);
    refusal(ErrorKind::conflict, [&] { merge_fans(story.store(), "x:@fay", "x:@f2", lea); });
    EXPECT_EQ(check_decisions(story.store()).broken_at, std::nullopt);
}

}  // namespace
}  // namespace fanal::app
