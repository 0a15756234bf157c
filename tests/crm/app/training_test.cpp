#include <gtest/gtest.h>

#include <random>

#include "crm/app/settle.hpp"
#include "models/error.hpp"
#include "tests/support/store_dump.hpp"
#include "tests/support/store_story.hpp"

namespace fanal::app {
namespace {

using test::dump;
using test::Story;

const Decision lea{"Léa", "", {1'795'608'000'000}};

std::string made_up_word(std::mt19937& random) {
    std::string word;
    for (std::size_t i = 0; i < 3 + random() % 2; ++i) {
        word += std::string(1, "bdfgklmnprstvz"[random() % 14]) + "aeiou"[random() % 5];
    }
    return word;
}

std::string said(const std::string& network, int person, const std::string& handle, const std::string& name) {
    const std::string id = std::to_string(person);
    return R"({"network":")" + network + R"(","kind":"comment","remote_id":"c)" + id +
           R"(","occurred_at":"2026-11-10T10:00:00Z","profile_remote_id":"p)" + id + R"(","handle":")" + handle +
           R"(","display_name":")" + name + R"(","text":"Ouvert ?"})" + "\n";
}

/// Four hundred people, of whom the first half is on both networks under handles of their own making.
std::string two_networks() {
    std::mt19937 random(8);
    std::string payload;
    for (int i = 0; i < 400; ++i) {
        const std::string given = made_up_word(random);
        const std::string family = made_up_word(random) + made_up_word(random).substr(0, 2);
        const std::string forms[] = {given + family, given.substr(0, 1) + family, family + given, family + "official"};
        if (i < 200 || i % 2 == 0) {
            payload += said("x", i, forms[random() % 4], given + " " + family);
        }
        if (i < 200 || i % 2 == 1) {
            payload += said("facebook", i, forms[random() % 4], family + " " + given);
        }
    }
    return payload;
}

TEST(Training, LearnsWithoutLabelsAndIsKept) {
    Story story;
    story.tell(two_networks());
    const IdentityTraining first = train_identity(story.store(), lea);
    EXPECT_EQ(first.model_id, 2);
    EXPECT_EQ(first.previous_model_id, 1);
    EXPECT_EQ(first.profiles_count, 600);
    ASSERT_EQ(first.fits.size(), 1U);
    EXPECT_FALSE(first.fits[0].before);
    EXPECT_NEAR(first.fits[0].now->expected_matches_count, 200, 25);
    EXPECT_EQ(first.previous_matches_count + first.came_count - first.went_count, first.matches_count);

    const auto list = list_matches(story.store(), 1000, std::nullopt);
    int right = 0;
    for (const Match& match : list.matches) {
        right += match.profile.remote_id == match.other_profile.remote_id ? 1 : 0;
        EXPECT_EQ(match.model_id, 2);
    }
    EXPECT_GE(right, 180);
    EXPECT_LE(list.matches_count - right, 4);

    const IdentityTraining second = train_identity(story.store(), lea);
    EXPECT_EQ(second.model_id, 3);
    EXPECT_EQ(second.previous_model_id, 2);
    EXPECT_EQ(second.came_count + second.went_count + second.rose_count + second.fell_count, 0);
    EXPECT_EQ(second.fits[0].before->prior_millibits, second.fits[0].now->prior_millibits);
    EXPECT_EQ(story.store().database().integer("SELECT count(*) FROM match_models"), 2);
    EXPECT_EQ(story.store().database().integer("SELECT sum(active) FROM match_models"), 1);
    EXPECT_EQ(check_decisions(story.store()).decisions_count, 2);
}

/// What comes behind a training is matched by that model, step by step as in a rebuild.
TEST(Training, ServesWhatComesLater) {
    Story story;
    story.tell(two_networks());
    train_identity(story.store(), lea);
    for (int i = 500; i < 520; ++i) {
        story.tell(said(i % 2 == 0 ? "x" : "facebook", i, "zabelwrzos" + std::to_string(i / 8), "Zabel Wrzos"));
    }
    const std::string step_by_step = dump(story.store());
    settle_all(story.store());
    EXPECT_EQ(dump(story.store()), step_by_step);
}

TEST(Training, ChangesNothingWhenStoppedOrWithoutTwoNetworks) {
    Story story;
    EXPECT_THROW(train_identity(story.store(), lea), Error);
    story.tell(two_networks());
    const std::string before = dump(story.store());
    for (const double stop : {0.0, 0.1, 0.8, 0.95}) {
        EXPECT_THROW(train_identity(story.store(), lea, [&](double done) { return done < stop; }), Error) << stop;
        EXPECT_EQ(dump(story.store()), before) << stop;
    }
}

}  // namespace
}  // namespace fanal::app
