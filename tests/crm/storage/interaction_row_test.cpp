#include "crm/storage/interaction_row.hpp"

#include <gtest/gtest.h>

#include <array>
#include <list>
#include <random>
#include <string>

namespace fanal::storage {
namespace {

/// A telling of one and the same interaction, made of few values so that they often agree and often clash.
InteractionRow telling(std::mt19937& random) {
    constexpr std::array<std::string_view, 4> words = {"", "a", "b", "c"};
    const auto pick = [&](int n) { return static_cast<std::int64_t>(random() % static_cast<unsigned>(n)); };
    const auto word = [&] { return words[static_cast<std::size_t>(pick(4))]; };
    InteractionRow row;
    row.interaction_id = 7;
    row.network = "x";
    row.remote_id = "7";
    row.kind = static_cast<InteractionKind>(pick(8));
    row.occurred_at = 100 + pick(3);
    row.version_at = 100 + pick(4);
    row.profile_id = pick(3);
    row.post_id = pick(3);
    row.in_reply_to_id = pick(3);
    row.to_profile_id = pick(3);
    row.text = word();
    // Of one text, always the same: detection is a function of it.
    row.language = word();
    if (row.language.empty() && !row.text.empty()) {
        row.detected_language = row.text;
        row.language_confidence = 0.5;
    }
    row.reaction = word();
    row.url = word();
    constexpr std::array<std::string_view, 4> extras = {"", R"({"a":1})", R"({"a":2,"b":1})", R"({"c":[1],"b":1})"};
    row.extra = extras[static_cast<std::size_t>(pick(4))];
    return row;
}

/// Rows joined, with what their `extra` looks at.
class Joined {
  public:
    InteractionRow operator()(const InteractionRow& one, const InteractionRow& other) {
        return storage::join(one, other, extras_.emplace_back());
    }

  private:
    std::list<std::string> extras_;
};

TEST(InteractionJoin, IsCommutativeAssociativeAndIdempotent) {
    std::mt19937 random(11);
    for (int round = 0; round < 200'000; ++round) {
        const InteractionRow a = telling(random);
        const InteractionRow b = telling(random);
        const InteractionRow c = telling(random);
        Joined join;
        ASSERT_EQ(join(a, a), a);
        ASSERT_EQ(join(a, b), join(b, a));
        ASSERT_EQ(join(join(a, b), c), join(a, join(b, c)));
    }
}

TEST(InteractionJoin, KeepsWhatARemovalClearedCleared) {
    std::mt19937 random(12);
    for (const std::int64_t removed_at : {500, 101}) {
        for (int round = 0; round < 50'000; ++round) {
            const InteractionRow a = telling(random);
            const InteractionRow b = telling(random);
            Joined join;
            ASSERT_EQ(with_removal(join(with_removal(a, removed_at), b), removed_at),
                      with_removal(join(a, b), removed_at));
        }
    }
}

TEST(InteractionJoin, TakesTheNewestVersionAndTheEarliestAct) {
    InteractionRow old_version;
    old_version.kind = InteractionKind::comment;
    old_version.occurred_at = 100;
    old_version.version_at = 100;
    old_version.text = "zut";
    InteractionRow new_version = old_version;
    new_version.occurred_at = 200;  // some webhooks date an edit instead of the comment
    new_version.version_at = 200;
    new_version.text = "edited";
    new_version.extra = R"({"b":1})";
    old_version.extra = R"({"a":2,"b":0})";
    std::string extra;
    const InteractionRow joined = join(new_version, old_version, extra);
    EXPECT_EQ(joined.extra, R"({"a":2,"b":1})");
    EXPECT_EQ(joined.text, "edited");
    EXPECT_EQ(joined.occurred_at, 100);
}

TEST(InteractionRemoval, LetsAToggleComeBackAndNothingElse) {
    InteractionRow reaction;
    reaction.kind = InteractionKind::reaction;
    reaction.occurred_at = 100;
    EXPECT_EQ(with_removal(reaction, 150).removed_at, 150);
    reaction.occurred_at = 200;
    EXPECT_EQ(with_removal(reaction, 150).removed_at, 0);

    InteractionRow comment;
    comment.kind = InteractionKind::comment;
    comment.occurred_at = 200;
    comment.text = "gone";
    EXPECT_EQ(with_removal(comment, 150).removed_at, 150);
    EXPECT_EQ(with_removal(comment, 150).text, "");
}

}  // namespace
}  // namespace fanal::storage
