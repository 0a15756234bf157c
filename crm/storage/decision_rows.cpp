#include "crm/storage/decision_rows.hpp"

#include "models/digest.hpp"

namespace fanal::storage {
namespace {

/// Texts one after the other, each with its length before it, so that no two lists read alike.
class Listed {
  public:
    Listed& add(std::string_view text) {
        text_ += std::to_string(text.size()) + ":" + std::string(text) + ",";
        return *this;
    }
    Listed& add(std::int64_t number) { return add(std::to_string(number)); }

    std::string digest() const { return sha256(text_); }

  private:
    std::string text_;
};

std::string last_digest(Database& database) {
    Statement last = database.prepare("SELECT digest FROM decision_log ORDER BY decision_id DESC LIMIT 1");
    return last.step() ? std::string(last.text(0)) : std::string();
}

}  // namespace

void append_decision(Store& store, const DecisionEntry& entry) {
    Database& database = store.database();
    const std::int64_t id = 1 + database.integer("SELECT coalesce(max(decision_id), 0) FROM decision_log");
    const std::string previous = last_digest(database);
    std::string salt;
    {
        Statement random = database.prepare("SELECT lower(hex(randomblob(16)))");
        random.step();
        salt = random.text(0);
    }
    const std::string subject = Listed()
                                    .add(salt)
                                    .add(entry.merge_id.value)
                                    .add(entry.profile_id.value)
                                    .add(entry.other_profile_id.value)
                                    .add(entry.evidence)
                                    .digest();
    const std::string digest = Listed()
                                   .add(id)
                                   .add(entry.decided_at.ms)
                                   .add(entry.decided_by)
                                   .add(entry.act)
                                   .add(entry.model_id)
                                   .add(subject)
                                   .add(previous)
                                   .digest();
    database
        .prepare(
            "INSERT INTO decision_log (decision_id, decided_at, decided_by, act, model_id, subject_digest, "
            "previous_digest, digest) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)")
        .bind(1, id)
        .bind(2, entry.decided_at.ms)
        .bind(3, entry.decided_by)
        .bind(4, entry.act)
        .bind(5, entry.model_id)
        .bind(6, subject)
        .bind(7, previous)
        .bind(8, digest)
        .run();
    database
        .prepare(
            "INSERT INTO decision_subjects (decision_id, salt, merge_id, profile_id, other_profile_id, evidence) "
            "VALUES ($1,$2,$3,$4,$5,$6)")
        .bind(1, id)
        .bind(2, salt)
        .bind(3, entry.merge_id.value)
        .bind(4, entry.profile_id.value)
        .bind(5, entry.other_profile_id.value)
        .bind(6, entry.evidence)
        .run();
}

DecisionLogCheck check_decisions(Store& store) {
    DecisionLogCheck check;
    Statement all = store.database().prepare(
        "SELECT l.decision_id, l.decided_at, l.decided_by, l.act, l.model_id, l.subject_digest, l.previous_digest, "
        "l.digest, s.salt, s.merge_id, s.profile_id, s.other_profile_id, s.evidence FROM decision_log l "
        "LEFT JOIN decision_subjects s ON s.decision_id = l.decision_id ORDER BY l.decision_id");
    while (all.step()) {
        Listed subject, entry;
        subject.add(all.text(8)).add(all.integer(9)).add(all.integer(10)).add(all.integer(11)).add(all.text(12));
        entry.add(all.integer(0)).add(all.integer(1)).add(all.text(2)).add(all.text(3));
        entry.add(all.integer(4)).add(all.text(5)).add(all.text(6));
        const bool erased = all.is_null(8);
        const bool agrees = all.integer(0) == check.decisions_count + 1 && all.text(6) == check.last_digest &&
                            all.text(7) == entry.digest() && (erased || all.text(5) == subject.digest());
        if (!agrees && !check.broken_at) {
            check.broken_at = check.decisions_count + 1;
        }
        ++check.decisions_count;
        check.last_digest = all.text(7);
    }
    return check;
}

}  // namespace fanal::storage
