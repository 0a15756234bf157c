#include "crm/storage/decision_rows.hpp"

#include <gtest/gtest.h>

#include "crm/storage/merge_rows.hpp"
#include "crm/storage/separation_rows.hpp"
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

/// What was decided, told by the log from beginning to end.
Store lived() {
    Store store = Store::open(":memory:");
    for (std::int64_t i = 1; i <= 4; ++i) {
        add_merge(store, {{i}, {10 * i}, {10 * i + 1}, MergeDecider::person, "Léa", {100 * i}});
        append_decision(store, {{100 * i}, "Léa", "merge", 0, {i}, {10 * i}, {10 * i + 1}, "Léa"});
    }
    remove_merge(store, {2});
    append_decision(store, {{500}, "Léa", "undo", 0, {2}, {20}, {21}, "Léa"});
    add_separation(store, {20}, {21}, SeparationReason::rejected, {600});
    append_decision(store, {{600}, "Léa", "reject", 0, {}, {20}, {21}, "Léa"});
    return store;
}

std::string problem_after(const std::string& change) {
    Store store = lived();
    EXPECT_EQ(check_decisions(store).problem, "");
    store.database().run("DROP TRIGGER decision_log_is_not_deleted; DROP TRIGGER decision_log_is_not_updated");
    store.database().run(change);
    return check_decisions(store).problem;
}

TEST(Decisions, AreMissedWhenTheyWereCutOff) {
    for (const char* const change :
         {"DELETE FROM decision_log WHERE decision_id > 4", "DELETE FROM decision_log",
          "DELETE FROM decision_log; DELETE FROM decision_subjects",
          "DELETE FROM decision_log WHERE decision_id > 4; DELETE FROM decision_head",
          "DELETE FROM decision_log WHERE decision_id > 4; DELETE FROM decision_subjects WHERE decision_id > 4"}) {
        EXPECT_NE(problem_after(change).find("6 entries were written"), std::string::npos) << change;
    }
    // Who cuts off all traces still leaves what was decided.
    EXPECT_NE(problem_after("DELETE FROM decision_log; DELETE FROM decision_subjects; UPDATE decision_head SET "
                            "decisions_count = 0, digest = ''")
                  .find("does not tell of 4 of the merges and rejections"),
              std::string::npos);
    EXPECT_NE(problem_after("UPDATE decision_head SET digest = 'ff'").find("does not end with"), std::string::npos);
}

TEST(Decisions, AreNotAddedToALogThatWasCut) {
    Store store = lived();
    store.database().run(
        "DROP TRIGGER decision_log_is_not_deleted; DELETE FROM decision_log WHERE decision_id > 4; "
        "DELETE FROM decision_subjects WHERE decision_id > 4");
    try {
        append_decision(store, {{700}, "Léa", "merge", 0, {9}, {90}, {91}, "Léa"});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::conflict);
        EXPECT_EQ(std::string_view(error.what()).find(".."), std::string_view::npos);
        EXPECT_NE(std::string_view(error.what()).find("fanal merges --verify"), std::string_view::npos);
    }
}

TEST(Decisions, AreCountedWhenTheirSubjectsAreErased) {
    Store store = lived();
    store.database().run("DELETE FROM decision_subjects WHERE profile_id = 10");
    EXPECT_EQ(check_decisions(store).problem, "") << "the merge that stands is told of by the entry that was erased";
    EXPECT_EQ(check_decisions(store).erased_count, 1);
}

TEST(Decisions, StayWholeWhenTheirSubjectIsErased) {
    Store store = logged();
    store.database().run("DELETE FROM decision_subjects WHERE decision_id = 2");
    EXPECT_EQ(check_decisions(store).broken_at, std::nullopt);
    EXPECT_EQ(check_decisions(store).decisions_count, 4);
}

}  // namespace
}  // namespace fanal::storage
