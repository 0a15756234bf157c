#include "crm/storage/decision_rows.hpp"

#include <map>
#include <set>
#include <utility>

#include "models/digest.hpp"
#include "models/error.hpp"

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

/// How the log ends.
struct End {
    std::int64_t decisions_count = 0;
    std::string digest;

    bool operator==(const End&) const = default;
};

End read_end(Database& database, std::string_view sql) {
    Statement last = database.prepare(sql);
    return last.step() ? End{last.integer(0), std::string(last.text(1))} : End{};
}

End end_of_log(Database& database) {
    return read_end(database, "SELECT decision_id, digest FROM decision_log ORDER BY decision_id DESC LIMIT 1");
}

End noted_end(Database& database) {
    return read_end(database, "SELECT decisions_count, digest FROM decision_head");
}

/// What the log says last of a merge, and of two profiles that are two people.
struct LastActs {
    std::map<std::int64_t, std::string> of_merge;
    std::map<std::pair<std::int64_t, std::int64_t>, std::string> of_pair;

    void note(std::string_view act, std::int64_t merge, std::pair<std::int64_t, std::int64_t> pair) {
        if (merge != 0) {
            of_merge[merge] = act;
        } else if (act == "reject" || act == "forget") {
            of_pair[pair] = act;
        }
    }
};

/// How many merges and rejections of people stand that the log does not tell of.
std::int64_t count_untold(Database& database, const LastActs& last) {
    std::int64_t count = 0;
    Statement merges = database.prepare("SELECT merge_id FROM merges WHERE decided_by = 'person'");
    while (merges.step()) {
        const auto told = last.of_merge.find(merges.integer(0));
        count += told == last.of_merge.end() || told->second == "undo" ? 1 : 0;
    }
    Statement apart =
        database.prepare("SELECT profile_id, other_profile_id FROM separations WHERE reason = 'rejected'");
    while (apart.step()) {
        const auto told = last.of_pair.find({apart.integer(0), apart.integer(1)});
        count += told == last.of_pair.end() || told->second == "forget" ? 1 : 0;
    }
    return count;
}

/// What is wrong with a log whose entries agree among themselves, if anything is.
std::string problem_of_whole(Database& database, const DecisionLogCheck& check, const LastActs& last) {
    const std::int64_t written =
        std::max(noted_end(database).decisions_count,
                 database.integer("SELECT coalesce(max(decision_id), 0) FROM decision_subjects"));
    if (written > check.decisions_count) {
        return "The decision log was cut: " + std::to_string(written) + " entries were written, and " +
               std::to_string(check.decisions_count) + " are there.";
    }
    if (noted_end(database) != End{check.decisions_count, check.last_digest}) {
        return "The decision log was rewritten: it does not end with the entry that was written last.";
    }
    const std::int64_t untold = count_untold(database, last);
    return untold <= check.erased_count
               ? std::string()
               : "The decision log was rewritten: it does not tell of " + std::to_string(untold - check.erased_count) +
                     " of the merges and rejections that stand.";
}

}  // namespace

void append_decision(Store& store, const DecisionEntry& entry) {
    Database& database = store.database();
    const End end = end_of_log(database);
    if (end != noted_end(database)) {
        throw Error(ErrorKind::conflict,
                    "The decision log does not end as it was written, so nothing is decided before a copy of the "
                    "database from earlier is put back; `fanal merges --verify` says what is missing.");
    }
    const std::int64_t id = end.decisions_count + 1;
    const std::string& previous = end.digest;
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
    database.prepare("UPDATE decision_head SET decisions_count = $1, digest = $2").bind(1, id).bind(2, digest).run();
}

DecisionLogCheck check_decisions(Store& store) {
    DecisionLogCheck check;
    LastActs last;
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
        if (erased) {
            ++check.erased_count;
        } else {
            last.note(all.text(3), all.integer(9), std::minmax(all.integer(10), all.integer(11)));
        }
        ++check.decisions_count;
        check.last_digest = all.text(7);
    }
    check.problem = check.broken_at ? "The decision log was rewritten: its entry " + std::to_string(*check.broken_at) +
                                          " is not as it was written."
                                    : problem_of_whole(store.database(), check, last);
    return check;
}

}  // namespace fanal::storage
