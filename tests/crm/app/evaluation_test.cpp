#include <gtest/gtest.h>

#include <random>

#include "crm/app/use_cases.hpp"
#include "tests/support/store_dump.hpp"
#include "tests/support/store_story.hpp"

namespace fanal::app {
namespace {

using test::Story;

std::string made_up_word(std::mt19937& random) {
    std::string word;
    for (std::size_t i = 0; i < 3 + random() % 2; ++i) {
        word += std::string(1, "bdfgklmnprstvz"[random() % 14]) + "aeiou"[random() % 5];
    }
    return word;
}

/// Two hundred people on two networks under handles of their own making, one family name in four given to many.
struct Crowd {
    std::string payload;
    std::vector<LabelledProfile> labels;
};

Crowd two_networks() {
    std::mt19937 random(31);
    Crowd crowd;
    for (int i = 0; i < 200; ++i) {
        const std::string given = made_up_word(random);
        const std::string family = i % 4 == 0 ? "martin" : made_up_word(random);
        const std::string forms[] = {given + family, given.substr(0, 1) + family, family + given, family + "official"};
        for (const std::string network : {"x", "facebook"}) {
            const std::string id = "p" + std::to_string(i);
            crowd.payload += R"({"network":")" + network + R"(","kind":"comment","remote_id":"c)" + std::to_string(i) +
                             R"(","occurred_at":"2026-11-10T10:00:00Z","profile_remote_id":")" + id +
                             R"(","handle":")" + forms[random() % 4] + R"(","display_name":")" +
                             (random() % 3 == 0 ? "" : given + " " + family) + R"(","text":"Ouvert ?"})" + "\n";
            crowd.labels.push_back({network, id, id});
        }
    }
    return crowd;
}

/// What is said to be right is what a person sees in the queue: no other matcher and no other model.
void expect_as_in_the_queue(Story& story, const std::vector<LabelledProfile>& labels) {
    const IdentityEvaluation found = evaluate_identity(story.store(), labels);
    const MatchList list = list_matches(story.store(), 1'000'000, 0.5);
    double right = 0;
    double best = 0;
    for (const Match& match : list.matches) {
        right += match.profile.remote_id == match.other_profile.remote_id ? 1 : 0;
        best += 1;
    }
    EXPECT_DOUBLE_EQ(found.pairs.recall, right / 200);
    EXPECT_DOUBLE_EQ(found.pairs.precision, right / best);
    EXPECT_GT(found.pairs.recall, 0.4);
    EXPECT_LE(found.pairs.recall, found.blocking_recall);
}

TEST(Evaluation, MeasuresWhatTheQueueShows) {
    Story story;
    const Crowd crowd = two_networks();
    story.tell(crowd.payload);
    expect_as_in_the_queue(story, crowd.labels);
    const double untrained = evaluate_identity(story.store(), crowd.labels).pairs.recall;
    train_identity(story.store(), {"Léa", "", {1'795'608'000'000}});
    expect_as_in_the_queue(story, crowd.labels);
    EXPECT_NE(evaluate_identity(story.store(), crowd.labels).pairs.recall, untrained);
}

TEST(Evaluation, SetsAsideWhatPeopleDecided) {
    Story story;
    const Crowd crowd = two_networks();
    story.tell(crowd.payload);
    const IdentityEvaluation before = evaluate_identity(story.store(), crowd.labels);
    for (const Match& match : list_matches(story.store(), 20, 0.5).matches) {
        reject_match(story.store(), to_text(match.match_id), {"Léa", "", {1'795'608'000'000}});
    }
    const IdentityEvaluation after = evaluate_identity(story.store(), crowd.labels);
    EXPECT_EQ(after.pairs.recall, before.pairs.recall);
    EXPECT_EQ(after.pairs.precision, before.pairs.precision);
}

}  // namespace
}  // namespace fanal::app
