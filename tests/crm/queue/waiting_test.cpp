#include "crm/queue/waiting.hpp"

#include <gtest/gtest.h>

namespace fanal::queue {
namespace {

/// A comment said at an hour, to nobody in particular.
Heard heard(std::int64_t id, std::int64_t hour, InteractionKind kind = InteractionKind::comment) {
    Heard said;
    said.interaction_id = {id};
    said.kind = kind;
    said.occurred_at = {hour * ms_per_hour};
    return said;
}

Instant at(std::int64_t hour) {
    return {hour * ms_per_hour};
}

TEST(WantsAnswer, WhatIsSaidToUsInWords) {
    EXPECT_TRUE(wants_answer(heard(1, 1), true));
    EXPECT_FALSE(wants_answer(heard(1, 1), false));
    EXPECT_TRUE(wants_answer(heard(1, 1), std::nullopt));
    EXPECT_TRUE(wants_answer(heard(1, 1, InteractionKind::message), false));
    EXPECT_TRUE(wants_answer(heard(1, 1, InteractionKind::mention), std::nullopt));
    for (const auto kind :
         {InteractionKind::post, InteractionKind::reaction, InteractionKind::reshare, InteractionKind::follow}) {
        EXPECT_FALSE(wants_answer(heard(1, 1, kind), true)) << to_text(kind);
    }
}

TEST(WantsAnswer, NotWhatIsSaidToSomeoneElseOrGone) {
    Heard elsewhere = heard(1, 1);
    elsewhere.target_is_ours = false;
    EXPECT_FALSE(wants_answer(elsewhere, true));
    Heard answer = heard(1, 1);
    answer.parent_is_ours = true;
    EXPECT_TRUE(wants_answer(answer, false));
    answer.parent_is_ours = false;
    EXPECT_FALSE(wants_answer(answer, std::nullopt));
    Heard gone = heard(1, 1);
    gone.removed = true;
    EXPECT_FALSE(wants_answer(gone, true));
}

TEST(Waiting, WaitsSinceTheOldestAndShowsTheHeaviestUnansweredInteraction) {
    std::vector<Heard> conversation = {heard(1, 1), heard(2, 2), heard(3, 3)};
    conversation[1].understanding.question = 0.9F;
    conversation[2].understanding.complaint = 0.7F;
    conversation[0].answered_at = at(1);
    const auto found = waiting(conversation, true, std::nullopt);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->interaction_id, InteractionId{3});
    EXPECT_EQ(found->waiting_since, at(2));
    EXPECT_EQ(found->waiting_count, 2);
    EXPECT_EQ(found->understanding.question, 0.9F);
    EXPECT_EQ(found->understanding.complaint, 0.7F);
    conversation[2].understanding = conversation[1].understanding;
    EXPECT_EQ(waiting(conversation, true, std::nullopt)->interaction_id, InteractionId{2}) << "the oldest of equals";
}

TEST(Waiting, IsSettledByAnAnswerToTheLastOne) {
    std::vector<Heard> conversation = {heard(1, 1), heard(2, 2)};
    conversation[1].answered_at = at(3);
    EXPECT_FALSE(waiting(conversation, true, std::nullopt));
    conversation[1].answered_at = at(1);  // by a clock that is late
    EXPECT_FALSE(waiting(conversation, true, std::nullopt));
    EXPECT_FALSE(waiting({}, true, std::nullopt));
}

TEST(Waiting, IsSettledUpToWhenWeSpoke) {
    const std::vector<Heard> conversation = {heard(1, 1, InteractionKind::message),
                                             heard(2, 5, InteractionKind::message)};
    EXPECT_EQ(waiting(conversation, std::nullopt, at(2))->interaction_id, InteractionId{2});
    EXPECT_FALSE(waiting(conversation, std::nullopt, at(5)));
    EXPECT_EQ(waiting(conversation, std::nullopt, std::nullopt)->waiting_count, 2);
}

}  // namespace
}  // namespace fanal::queue
