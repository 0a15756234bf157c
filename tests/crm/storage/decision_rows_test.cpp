#include "crm/storage/decision_rows.hpp"

#include <gtest/gtest.h>

#include "models/error.hpp"

namespace fanal::storage {
namespace {

Store logged() {
    Store store = Store::open(":memory:");
    for (std::int64_t i = 1; i <= 4; ++i) {
        append_decision(store, {{100 * i}, "Léa", i % 2 == 0 ? "undo" : "merge", 0, {7}, {10}, {20}, "Léa: told us"});
    }
    return store;
}

TEST(Decisions, AgreeAsTheyWereWritten) {
    Store empty = Store::open(":memory:");
    EXPECT_EQ(check_decisions(empty).decisions_count, 0);
    Store store = logged();
    const DecisionLogCheck check = check_decisions(store);
    EXPECT_EQ(check.decisions_count, 4);
    EXPECT_EQ(check.last_digest.size(), 64U);
    EXPECT_EQ(check.broken_at, std::nullopt);
    Store other = logged();
    EXPECT_NE(check_decisions(other).last_digest, check.last_digest) << "the salt tells the same subjects apart";
}

TEST(Decisions, CannotBeRewritten) {
    Store store = logged();
    for (const char* const change :
         {"UPDATE decision_log SET decided_by = 'Ben'", "DELETE FROM decision_log WHERE decision_id = 4",
          "UPDATE decision_subjects SET evidence = ''",
          "INSERT OR REPLACE INTO decision_log SELECT decision_id, 0, "
          "decided_by, act, model_id, subject_digest, previous_digest, digest FROM decision_log"}) {
        EXPECT_THROW(store.database().run(change), Error) << change;
    }
    EXPECT_EQ(check_decisions(store).broken_at, std::nullopt);
}

TEST(Decisions, ShowWhereTheyWereRewrittenAllTheSame) {
    for (const char* const change : {"UPDATE decision_log SET decided_by = 'Ben' WHERE decision_id = 2",
                                     "UPDATE decision_subjects SET profile_id = 11 WHERE decision_id = 2",
                                     "DELETE FROM decision_log WHERE decision_id = 2"}) {
        Store store = logged();
        store.database().run(
            "DROP TRIGGER decision_log_is_not_updated; DROP TRIGGER decision_log_is_not_deleted; "
            "DROP TRIGGER decision_subjects_are_not_updated");
        store.database().run(change);
        EXPECT_EQ(check_decisions(store).broken_at, 2) << change;
    }
}

TEST(Decisions, StayWholeWhenTheirSubjectIsErased) {
    Store store = logged();
    store.database().run("DELETE FROM decision_subjects WHERE decision_id = 2");
    EXPECT_EQ(check_decisions(store).broken_at, std::nullopt);
    EXPECT_EQ(check_decisions(store).decisions_count, 4);
}

}  // namespace
}  // namespace fanal::storage
