#include "crm/storage/batch_writer.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>

#include "crm/storage/derived.hpp"
#include "crm/storage/field_rows.hpp"
#include "models/extra.hpp"

namespace fanal::storage {
namespace {

/// More than a batch of ImportBatch holds, so that a batch is all or nothing.
constexpr std::size_t rows_per_transaction = 1'000'000;

constexpr std::string_view interaction_columns =
    "interaction_id, network, kind, remote_id, occurred_at, profile_id, post_id, in_reply_to_id, to_profile_id, "
    "removed_at, "
    "version_at, text, language, language_confidence, reaction, url, extra";

void bind_row(Statement& statement, const InteractionRow& row) {
    statement.bind(1, row.interaction_id)
        .bind(2, row.network)
        .bind(3, to_text(row.kind))
        .bind(4, row.remote_id)
        .bind(5, row.occurred_at)
        .bind_id(6, row.profile_id)
        .bind_id(7, row.post_id)
        .bind_id(8, row.in_reply_to_id)
        .bind_id(9, row.to_profile_id)
        .bind_id(10, row.removed_at)
        .bind(11, row.version_at)
        .bind(12, row.text)
        .bind(13, row.language.empty() ? row.detected_language : row.language)
        .bind(15, row.reaction)
        .bind(16, row.url)
        .bind(17, row.extra);
    if (row.detected_language.empty()) {
        statement.bind_null(14);
    } else {
        statement.bind(14, row.language_confidence);
    }
}

InteractionRow read_row(const Statement& statement) {
    InteractionRow row;
    row.interaction_id = statement.integer(0);
    row.network = statement.text(1);
    row.kind = parse_interaction_kind(statement.text(2)).value_or(InteractionKind::comment);
    row.remote_id = statement.text(3);
    row.occurred_at = statement.integer(4);
    row.profile_id = statement.integer(5);
    row.post_id = statement.integer(6);
    row.in_reply_to_id = statement.integer(7);
    row.to_profile_id = statement.integer(8);
    row.removed_at = statement.integer(9);
    row.version_at = statement.integer(10);
    row.text = statement.text(11);
    (statement.is_null(13) ? row.language : row.detected_language) = statement.text(12);
    row.language_confidence = statement.real(13);
    row.reaction = statement.text(14);
    row.url = statement.text(15);
    row.extra = statement.text(16);
    return row;
}

std::string clash(std::string_view network, std::string_view remote_id, std::string_view kept_network,
                  std::string_view kept_remote_id) {
    return "The id of " + std::string(network) + ":" + std::string(remote_id) + " is already taken by " +
           std::string(kept_network) + ":" + std::string(kept_remote_id) + ", so it cannot be kept.";
}

}  // namespace

/// One write(): its statements and its outcome.
class BatchWriter {
  public:
    BatchWriter(Store& store, PendingRows& rows) : database_(store.database()), rows_(rows) {}

    BatchOutcome write() {
        begin();
        mark_derived_stale(database_);
        write_accounts();
        write_aliases();
        write_removals();
        write_interactions();
        write_profiles();
        write_facts();
        write_threads();
        write_positions();
        transaction_->commit();
        return std::move(outcome_);
    }

  private:
    BatchCounts& counts(std::uint32_t file) {
        if (outcome_.files.size() <= file) {
            outcome_.files.resize(file + 1);
        }
        return outcome_.files[file];
    }

    void count(std::uint32_t file, bool changed) {
        ++(changed ? counts(file).accepted_count : counts(file).repeated_count);
    }

    void mark_changed(std::int64_t id) {
        if (outcome_.changed.size() < changed_limit) {
            outcome_.changed.push_back({id});
        } else {
            outcome_.changed_is_complete = false;
        }
    }

    void mark_changed_profile(std::int64_t id) {
        if (outcome_.changed_profiles.size() < changed_limit) {
            outcome_.changed_profiles.push_back({id});
        } else {
            outcome_.changed_is_complete = false;
        }
    }

    /// Facts come sorted by profile.
    void mark_named_profile(std::int64_t id) {
        if (!outcome_.named_profiles.empty() && outcome_.named_profiles.back().value == id) {
            return;
        }
        if (outcome_.named_profiles.size() < changed_limit) {
            outcome_.named_profiles.push_back({id});
        } else {
            outcome_.named_is_complete = false;
        }
    }

    /// What is dropped is read inside the transaction: nobody can drop a field between this and the rows' commit.
    void begin() {
        transaction_.emplace(database_);
        rows_in_transaction_ = 0;
        dropped_ = dropped_field_names(database_);
    }

    /// Called before each row: a transaction of any length would need as much room on the disk again.
    void begin_row() {
        if (++rows_in_transaction_ > rows_per_transaction) {
            transaction_->commit();
            begin();
        }
    }

    void write_accounts();
    void write_aliases();
    void write_removals();
    void write_interactions();
    void write_profiles();
    void write_facts();
    void write_threads();
    void write_positions();
    void apply_removal(std::int64_t interaction_id, std::int64_t removed_at);
    const PendingInteraction& without_dropped(const PendingInteraction& pending);
    bool merge_into_kept(const PendingInteraction& pending);
    std::int64_t removed_at(std::int64_t interaction_id);

    Database& database_;
    PendingRows& rows_;
    std::optional<Transaction> transaction_;
    std::size_t rows_in_transaction_ = 0;
    BatchOutcome outcome_;
    bool any_removals_ = false;
    std::vector<std::string> dropped_;  ///< the unknown fields that are left out
    PendingInteraction stripped_;       ///< the row at hand without these, and what is left of its `extra`
    std::string stripped_extra_;
    // A removal under an alias is a removal.
    Statement find_removal_{database_.prepare(
        "SELECT max(removed_at) FROM (SELECT removed_at FROM removals WHERE interaction_id = $1 UNION ALL "
        "SELECT r.removed_at FROM aliases a JOIN removals r ON r.interaction_id = a.alias_id "
        "WHERE a.interaction_id = $1)")};
    Statement find_{database_.prepare("SELECT " + std::string(interaction_columns) +
                                      " FROM interactions WHERE interaction_id = $1")};
    Statement insert_{database_.prepare("INSERT INTO interactions (" + std::string(interaction_columns) +
                                        ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17) "
                                        "ON CONFLICT DO NOTHING")};
    Statement update_{database_.prepare(
        "UPDATE interactions SET (" + std::string(interaction_columns) +
        ") = ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17) WHERE interaction_id = $1")};
};

BatchOutcome write(Store& store, PendingRows& rows) {
    return BatchWriter(store, rows).write();
}

void BatchWriter::write_accounts() {
    // What a person declared stands above what payloads say; among payloads the larger name, so that order does not
    // matter.
    Statement upsert = database_.prepare(
        "INSERT INTO accounts (account_id, network, remote_id, handle, display_name, declared) VALUES "
        "($1,$2,$3,$4,$5,$6) "
        "ON CONFLICT (account_id) DO UPDATE SET "
        "handle = CASE WHEN excluded.handle = '' THEN handle WHEN excluded.declared = 1 THEN excluded.handle "
        "WHEN declared = 1 AND handle <> '' THEN handle ELSE max(handle, excluded.handle) END, "
        "display_name = CASE WHEN excluded.display_name = '' THEN display_name WHEN excluded.declared = 1 "
        "THEN excluded.display_name WHEN declared = 1 AND display_name <> '' THEN display_name "
        "ELSE max(display_name, excluded.display_name) END, "
        "declared = max(declared, excluded.declared) "
        "WHERE excluded.declared = 1 OR ((declared = 0 OR handle = '' OR display_name = '') AND "
        "(excluded.handle > handle OR excluded.display_name > display_name))");
    Statement known = database_.prepare("SELECT 1 FROM accounts WHERE account_id = $1");
    for (const auto& [sighting, declared] : rows_.accounts()) {
        const std::int64_t id = profile_id(sighting.network, sighting.remote_id).value;
        if (!known.bind(1, id).step()) {
            outcome_.changed_is_complete = false;  // what this presence wrote or received becomes ours
        }
        known.reset();
        upsert.bind(1, id)
            .bind(2, sighting.network)
            .bind(3, sighting.remote_id)
            .bind(4, sighting.handle)
            .bind(5, sighting.display_name)
            .bind(6, std::int64_t{declared})
            .run();
    }
}

void BatchWriter::write_aliases() {
    Statement insert =
        database_.prepare("INSERT INTO aliases (interaction_id, alias_id) VALUES ($1,$2) ON CONFLICT DO NOTHING");
    const auto aliases = rows_.aliases();
    while (const PendingAlias* alias = aliases->next()) {
        begin_row();
        insert.bind(1, alias->interaction_id).bind(2, alias->alias_id).run();
    }
}

std::int64_t BatchWriter::removed_at(std::int64_t interaction_id) {
    if (!any_removals_) {
        return 0;
    }
    const std::int64_t at = find_removal_.bind(1, interaction_id).step() ? find_removal_.integer(0) : 0;
    find_removal_.reset();
    return at;
}

void BatchWriter::write_removals() {
    Statement upsert = database_.prepare(
        "INSERT INTO removals (interaction_id, network, remote_id, removed_at) VALUES ($1,$2,$3,$4) "
        "ON CONFLICT (interaction_id) DO UPDATE SET removed_at = excluded.removed_at "
        "WHERE excluded.removed_at > removed_at");
    Statement find_named = database_.prepare("SELECT $1 UNION SELECT interaction_id FROM aliases WHERE alias_id = $1");
    const auto removals = rows_.removals();
    while (const PendingRemoval* removal = removals->next()) {
        begin_row();
        const bool is_news = upsert.bind(1, removal->interaction_id)
                                 .bind(2, removal->network)
                                 .bind(3, removal->remote_id)
                                 .bind(4, removal->removed_at)
                                 .run() > 0;
        count(removal->file, is_news);
        find_named.bind(1, removal->interaction_id);
        while (is_news && find_named.step()) {
            apply_removal(find_named.integer(0), removal->removed_at);
        }
    }
    any_removals_ = database_.integer("SELECT count(*) FROM (SELECT 1 FROM removals LIMIT 1)") > 0;
}

void BatchWriter::apply_removal(std::int64_t interaction_id, std::int64_t removed_at) {
    if (!find_.bind(1, interaction_id).step()) {
        return;
    }
    const InteractionRow kept = read_row(find_);
    const InteractionRow after = with_removal(kept, std::max(removed_at, kept.removed_at));
    if (!(after == kept)) {
        bind_row(update_, after);
        update_.run();
        mark_changed(interaction_id);
    }
    find_.reset();
}

/// Here alone, because whatever is imported passes here: also what another process had staged when a field was dropped.
const PendingInteraction& BatchWriter::without_dropped(const PendingInteraction& pending) {
    if (dropped_.empty() || pending.row.extra.empty()) {
        return pending;
    }
    stripped_extra_ = without_members(pending.row.extra, dropped_);
    stripped_ = pending;
    stripped_.row.extra = stripped_extra_;
    return stripped_;
}

bool BatchWriter::merge_into_kept(const PendingInteraction& pending) {
    const InteractionRow& incoming = pending.row;
    find_.bind(1, incoming.interaction_id).step();
    const InteractionRow kept = read_row(find_);
    bool changed = false;
    if (kept.network != incoming.network || kept.remote_id != incoming.remote_id) {
        outcome_.refusals.push_back(
            {pending.file, pending.record, clash(incoming.network, incoming.remote_id, kept.network, kept.remote_id)});
    } else {
        std::string extra;
        const InteractionRow joined = with_removal(join(kept, incoming, extra), removed_at(incoming.interaction_id));
        changed = !(joined == kept);
        if (changed) {
            bind_row(update_, joined);
            update_.run();
        }
        // What moves to another conversation also changes the one that it leaves, which nobody can name afterwards.
        const auto place = [](const InteractionRow& row) {
            return std::tuple(row.profile_id, row.post_id, row.in_reply_to_id, row.to_profile_id, row.kind);
        };
        outcome_.changed_is_complete &= place(joined) == place(kept);
        count(pending.file, changed);
    }
    find_.reset();
    return changed;
}

void BatchWriter::write_interactions() {
    const auto interactions = rows_.interactions();
    while (const PendingInteraction* next = interactions->next()) {
        begin_row();
        const PendingInteraction& pending = without_dropped(*next);
        bind_row(insert_, with_removal(pending.row, removed_at(pending.row.interaction_id)));
        const bool is_new = insert_.run() > 0;
        if (is_new) {
            count(pending.file, true);
        }
        if (is_new || merge_into_kept(pending)) {
            mark_changed(pending.row.interaction_id);
        }
    }
}

void BatchWriter::write_profiles() {
    Statement insert = database_.prepare(
        "INSERT INTO profiles (profile_id, network, remote_id, fan_id) VALUES ($1,$2,$3,$1) ON CONFLICT DO NOTHING");
    Statement follow = database_.prepare(
        "UPDATE profiles SET followers_count = $2, followers_count_at = $3 WHERE profile_id = $1 AND "
        "(followers_count_at IS NULL OR followers_count_at < $3 OR (followers_count_at = $3 AND followers_count < "
        "$2))");
    const std::string* new_network = nullptr;  // of the last new profile
    std::int64_t* new_of_network = nullptr;
    const auto profiles = rows_.profiles();
    const PendingProfile* profile = profiles->next();
    while (profile != nullptr) {
        begin_row();
        const std::int64_t id = profile->profile_id;
        bool changed = insert.bind(1, id).bind(2, profile->network).bind(3, profile->remote_id).run() > 0;
        if (changed) {
            if (new_of_network == nullptr || *new_network != profile->network) {
                const auto found = outcome_.new_profiles.try_emplace(std::string(profile->network)).first;
                new_network = &found->first;
                new_of_network = &found->second;
            }
            ++*new_of_network;
        }
        bool counted = false;
        std::vector<std::uint32_t> sightings_of_files;
        for (; profile != nullptr && profile->profile_id == id; profile = profiles->next()) {
            if (!counted && profile->followers_count >= 0) {
                counted = true;
                const bool follows =
                    follow.bind(1, id).bind(2, profile->followers_count).bind(3, profile->observed_at).run() > 0;
                if (follows && !changed) {
                    mark_changed_profile(id);
                }
                changed |= follows;
            }
            if (profile->sighting_of_file > 0) {
                sightings_of_files.push_back(profile->sighting_of_file);
            }
        }
        for (const std::uint32_t file : sightings_of_files) {
            count(file - 1, changed);
            changed = false;
        }
    }
}

void BatchWriter::write_facts() {
    Statement upsert = database_.prepare(
        "INSERT INTO profile_facts (profile_id, field, value, source, first_observed_at, last_observed_at) "
        "VALUES ($1,$2,$3,$4,$5,$6) ON CONFLICT DO UPDATE SET "
        "first_observed_at = min(first_observed_at, excluded.first_observed_at), "
        "last_observed_at = max(last_observed_at, excluded.last_observed_at) "
        "WHERE excluded.first_observed_at < first_observed_at OR excluded.last_observed_at > last_observed_at");
    const auto facts = rows_.facts();
    std::string field, value, source;  // of the fact at hand, whose repetitions follow it
    const PendingFact* next = facts->next();
    while (next != nullptr) {
        begin_row();
        PendingFact fact = *next;
        fact.field = field = fact.field;
        fact.value = value = fact.value;
        fact.source = source = fact.source;
        while ((next = facts->next()) != nullptr && order(*next) == order(fact)) {
            fact.first_observed_at = std::min(fact.first_observed_at, next->first_observed_at);
            fact.last_observed_at = std::max(fact.last_observed_at, next->last_observed_at);
        }
        outcome_.links_changed |= fact.field == "link" || fact.field == "url" ||
                                  (fact.field == "bio" && fact.value.find("http") != fact.value.npos);
        const bool is_news = upsert.bind(1, fact.profile_id)
                                 .bind(2, fact.field)
                                 .bind(3, fact.value)
                                 .bind(4, fact.source)
                                 .bind(5, fact.first_observed_at)
                                 .bind(6, fact.last_observed_at)
                                 .run() > 0;
        if (is_news) {
            mark_named_profile(fact.profile_id);
        }
    }
}

void BatchWriter::write_threads() {
    Statement insert = database_.prepare(
        "INSERT INTO threads (thread_id, network, remote_id) VALUES ($1,$2,$3) ON CONFLICT DO NOTHING");
    const auto threads = rows_.threads();
    std::int64_t last = 0;
    while (const PendingThread* thread = threads->next()) {
        begin_row();
        if (thread->thread_id != last) {
            insert.bind(1, thread->thread_id).bind(2, thread->network).bind(3, thread->remote_id).run();
            last = thread->thread_id;
        }
    }
}

void BatchWriter::write_positions() {
    Statement finish = database_.prepare("DELETE FROM import_progress WHERE source = $1");
    Statement advance = database_.prepare(
        "INSERT INTO import_progress (source, fingerprint, bytes_done, lines_done, network) VALUES ($1,$2,$3,$4,$5) "
        "ON CONFLICT (source) DO UPDATE SET fingerprint = excluded.fingerprint, bytes_done = excluded.bytes_done, "
        "lines_done = excluded.lines_done, network = excluded.network");
    for (const ImportPosition& position : rows_.positions()) {
        if (position.finished) {
            finish.bind(1, position.source).run();
        } else {
            advance.bind(1, position.source)
                .bind(2, position.fingerprint)
                .bind(3, position.bytes_done)
                .bind(4, position.lines_done)
                .bind(5, position.so_far.network)
                .run();
        }
    }
}

}  // namespace fanal::storage
