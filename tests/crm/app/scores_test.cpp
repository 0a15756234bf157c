#include <gmock/gmock.h>

#include <random>

#include "models/error.hpp"
#include "tests/support/store_dump.hpp"
#include "tests/support/store_story.hpp"

namespace fanal::app {
namespace {

using test::Story;
using testing::UnorderedElementsAre;

const Instant as_of = *parse_instant("2026-11-20T00:00:00Z");

/// Comments of drawn people to drawn people, minute after minute; the first few are answered most.
std::string talk(std::size_t comments_count) {
    std::mt19937_64 random(5);
    std::string lines;
    for (std::size_t i = 0; i < comments_count; ++i) {
        const std::uint64_t to = random() % 40 * (random() % 40) / 40;
        const Instant at{as_of.ms - static_cast<std::int64_t>(comments_count - i) * 60'000};
        lines += R"({"network":"x","kind":"comment","remote_id":"c)" + std::to_string(i) + R"(","occurred_at":")" +
                 to_text(at) + R"(","profile_remote_id":"p)" + std::to_string(random() % 40) +
                 R"(","to_profile_remote_id":"p)" + std::to_string(to) + "\"}\n";
    }
    return lines;
}

TEST(Scores, AreAsTheyWereWhenARefreshIsStopped) {
    Story story;
    story.tell(talk(300));
    refresh_scores(story.store(), {as_of.ms - 3 * ms_per_hour});
    const std::string before = test::dump(story.store());
    for (const double from : {0.0, 0.7, 1.0}) {
        EXPECT_THROW(refresh_scores(story.store(), as_of, [from](double done) { return done < from; }), Error);
        EXPECT_EQ(test::dump(story.store()), before);
    }
    refresh_scores(story.store(), as_of, [](double) { return true; });
    EXPECT_NE(test::dump(story.store()), before);
}

TEST(Scores, AreTestedOnWhatCameNext) {
    Story story;
    story.tell(talk(1'000));
    refresh_scores(story.store(), as_of);
    std::vector<std::string> names;
    for (const ScoreEvaluation& one : evaluate_scores(story.store())) {
        names.push_back(one.score);
        EXPECT_EQ(one.splits_count, 4);
        EXPECT_GT(one.received_count, 300);
        EXPECT_LT(one.received_count, 400);
        EXPECT_GT(one.ndcg_at_100, 0.6) << one.score << " should see who was answered most";
        EXPECT_LT(one.ndcg_at_100, 1) << one.score;
        EXPECT_NEAR(one.capture_at_100, 1, 1e-12) << "there are but forty fans";
    }
    EXPECT_THAT(names, UnorderedElementsAre("influence", "interactions_received", "pagerank", "core_number"));
}

TEST(Scores, ClaimNothingFromTooLittle) {
    Story story;
    story.tell(talk(300));
    refresh_scores(story.store(), as_of);
    EXPECT_TRUE(evaluate_scores(story.store()).empty());
}

TEST(Scores, LeaveOurOwnPresencesOutOfTheirTest) {
    Story story;
    story.tell(talk(1'000));
    refresh_scores(story.store(), as_of);
    const std::int64_t with_all = evaluate_scores(story.store()).front().received_count;
    add_account(story.store(), "x", "p0", "p0", "Us");
    refresh_scores(story.store(), as_of);
    EXPECT_LT(evaluate_scores(story.store()).front().received_count, with_all);
}

TEST(Scores, GiveAnIntervalFromFiveFansOn) {
    for (const std::size_t actors_count : {4U, 5U}) {
        Story story;
        for (std::size_t i = 0; i < actors_count; ++i) {
            story.tell(
                R"({"network":"x","kind":"reshare","occurred_at":"2026-11-19T10:00:00Z","profile_remote_id":"a)" +
                std::to_string(i) + R"(","to_profile_remote_id":"star"})");
        }
        refresh_scores(story.store(), as_of);
        const Scores scores = list_fans(story.store(), "influence", 1).front().scores.value();
        EXPECT_EQ(scores.in_degree, static_cast<std::int64_t>(actors_count));
        EXPECT_GT(scores.influence, 0);
        EXPECT_EQ(scores.influence_low.has_value(), actors_count == 5);
        EXPECT_EQ(scores.influence_high.has_value(), actors_count == 5);
    }
}

}  // namespace
}  // namespace fanal::app
