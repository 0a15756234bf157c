#include <algorithm>
#include <tuple>

#include "crm/storage/derived.hpp"
#include "crm/storage/import_batch.hpp"

namespace fanal::storage {
namespace {

constexpr std::string_view interaction_columns =
    "interaction_id, network, kind, remote_id, occurred_at, profile_id, post_id, in_reply_to_id, to_profile_id, "
    "removed_at, "
    "version_at, text, language, reaction, url, extra";

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
        .bind(13, row.language)
        .bind(14, row.reaction)
        .bind(15, row.url)
        .bind(16, row.extra);
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
    row.language = statement.text(12);
    row.reaction = statement.text(13);
    row.url = statement.text(14);
    row.extra = statement.text(15);
    return row;
}

std::string clash(std::string_view network, std::string_view remote_id, std::string_view kept_network,
                  std::string_view kept_remote_id) {
    return "The id of " + std::string(network) + ":" + std::string(remote_id) + " is already taken by " +
           std::string(kept_network) + ":" + std::string(kept_remote_id) + ", so it cannot be kept.";
}

}  // namespace

/// One write(): its statements and its outcome. Rows go in sorted by key, so that each page of a table is visited once.
class BatchWriter {
  public:
    BatchWriter(Store& store, ImportBatch& batch) : database_(store.database()), batch_(batch) {}

    BatchOutcome write() {
        Transaction transaction(database_);
        write_accounts();
        write_removals();
        write_interactions();
        write_profiles();
        write_facts();
        write_threads();
        write_positions();
        mark_derived_stale(database_);
        transaction.commit();
        batch_.clear();
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

    void write_accounts();
    void write_removals();
    void write_interactions();
    void write_profiles();
    void write_facts();
    void write_threads();
    void write_positions();
    void apply_removal(const ImportBatch::PendingRemoval& removal);
    bool merge_into_kept(const InteractionRow& incoming, const ImportBatch::PendingInteraction& pending);
    std::int64_t removed_at(std::int64_t interaction_id);

    Database& database_;
    ImportBatch& batch_;
    BatchOutcome outcome_;
    bool any_removals_ = false;
    Statement find_removal_{database_.prepare("SELECT removed_at FROM removals WHERE interaction_id = $1")};
    Statement find_{database_.prepare("SELECT " + std::string(interaction_columns) +
                                      " FROM interactions WHERE interaction_id = $1")};
    Statement insert_{database_.prepare("INSERT INTO interactions (" + std::string(interaction_columns) +
                                        ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16) "
                                        "ON CONFLICT DO NOTHING")};
    Statement update_{
        database_.prepare("UPDATE interactions SET (" + std::string(interaction_columns) +
                          ") = ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16) WHERE interaction_id = $1")};
};

BatchOutcome write(Store& store, ImportBatch& batch) {
    return BatchWriter(store, batch).write();
}

void BatchWriter::write_accounts() {
    // What a person declared stands above what payloads say; among payloads the larger name, so that order does not
    // matter.
    Statement upsert = database_.prepare(
        "INSERT INTO accounts (account_id, network, remote_id, handle, display_name, declared) VALUES "
        "($1,$2,$3,$4,$5,$6) "
        "ON CONFLICT (account_id) DO UPDATE SET "
        "handle = CASE WHEN excluded.declared = 1 THEN excluded.handle WHEN declared = 1 THEN handle "
        "ELSE max(handle, excluded.handle) END, "
        "display_name = CASE WHEN excluded.declared = 1 THEN excluded.display_name WHEN declared = 1 THEN display_name "
        "ELSE max(display_name, excluded.display_name) END, "
        "declared = max(declared, excluded.declared) "
        "WHERE excluded.declared = 1 OR (declared = 0 AND (excluded.handle > handle OR excluded.display_name > "
        "display_name))");
    Statement known = database_.prepare("SELECT 1 FROM accounts WHERE account_id = $1");
    for (const auto& [sighting, declared] : batch_.accounts_) {
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
    for (const auto& removal : batch_.removals_) {
        const bool is_news = upsert.bind(1, removal.interaction_id)
                                 .bind(2, removal.network)
                                 .bind(3, removal.remote_id)
                                 .bind(4, removal.removed_at)
                                 .run() > 0;
        count(removal.file, is_news);
        if (is_news) {
            apply_removal(removal);
        }
    }
    any_removals_ = database_.integer("SELECT count(*) FROM (SELECT 1 FROM removals LIMIT 1)") > 0;
}

void BatchWriter::apply_removal(const ImportBatch::PendingRemoval& removal) {
    if (!find_.bind(1, removal.interaction_id).step()) {
        return;
    }
    const InteractionRow kept = read_row(find_);
    const InteractionRow after = with_removal(kept, removal.removed_at);
    if (!(after == kept)) {
        bind_row(update_, after);
        update_.run();
        mark_changed(removal.interaction_id);
    }
    find_.reset();
}

bool BatchWriter::merge_into_kept(const InteractionRow& incoming, const ImportBatch::PendingInteraction& pending) {
    find_.bind(1, incoming.interaction_id).step();
    const InteractionRow kept = read_row(find_);
    bool changed = false;
    if (kept.network != incoming.network || kept.remote_id != incoming.remote_id) {
        outcome_.refusals.push_back(
            {pending.file, pending.record, clash(incoming.network, incoming.remote_id, kept.network, kept.remote_id)});
    } else {
        const InteractionRow joined = with_removal(join(kept, incoming), removed_at(incoming.interaction_id));
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
    // What is sorted is small; the rows stay where they are. Among rows with one id, the order in which they came.
    const auto& pending = batch_.interactions_;
    std::vector<std::pair<std::int64_t, std::uint32_t>> order(pending.size());
    for (std::uint32_t i = 0; i < pending.size(); ++i) {
        order[i] = {pending[i].row.interaction_id, i};
    }
    std::sort(order.begin(), order.end());
    for (const auto& [id, index] : order) {
        const auto& item = pending[index];
        const InteractionRow row = with_removal(item.row, removed_at(item.row.interaction_id));
        bind_row(insert_, row);
        if (insert_.run() > 0) {
            count(item.file, true);
            mark_changed(id);
        } else if (merge_into_kept(item.row, item)) {
            mark_changed(id);
        }
    }
}

void BatchWriter::write_profiles() {
    auto& pending = batch_.profiles_;
    const auto newest_first = [](const auto& a, const auto& b) {
        return std::tuple(a.profile_id, b.observed_at, b.followers_count, a.sighting_of_file) <
               std::tuple(b.profile_id, a.observed_at, a.followers_count, b.sighting_of_file);
    };
    std::sort(pending.begin(), pending.end(), newest_first);
    Statement insert = database_.prepare(
        "INSERT INTO profiles (profile_id, network, remote_id, fan_id) VALUES ($1,$2,$3,$1) ON CONFLICT DO NOTHING");
    Statement follow = database_.prepare(
        "UPDATE profiles SET followers_count = $2, followers_count_at = $3 WHERE profile_id = $1 AND "
        "(followers_count_at IS NULL OR followers_count_at < $3 OR (followers_count_at = $3 AND followers_count < "
        "$2))");
    for (std::size_t i = 0; i < pending.size();) {
        const auto& first = pending[i];
        bool changed = insert.bind(1, first.profile_id).bind(2, first.network).bind(3, first.remote_id).run() > 0;
        bool counted = false;
        const std::size_t begin = i;
        for (; i < pending.size() && pending[i].profile_id == first.profile_id; ++i) {
            if (!counted && pending[i].followers_count >= 0) {
                counted = true;
                const bool follows = follow.bind(1, first.profile_id)
                                         .bind(2, pending[i].followers_count)
                                         .bind(3, pending[i].observed_at)
                                         .run() > 0;
                if (follows && !changed) {
                    mark_changed_profile(first.profile_id);
                }
                changed |= follows;
            }
        }
        for (std::size_t k = begin; k < i; ++k) {
            if (pending[k].sighting_of_file > 0) {
                count(pending[k].sighting_of_file - 1, changed);
                changed = false;
            }
        }
    }
}

void BatchWriter::write_facts() {
    auto& pending = batch_.facts_;
    const auto key = [](const auto& fact) { return std::tie(fact.profile_id, fact.field, fact.value, fact.source); };
    std::sort(pending.begin(), pending.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    Statement upsert = database_.prepare(
        "INSERT INTO profile_facts (profile_id, field, value, source, first_observed_at, last_observed_at) "
        "VALUES ($1,$2,$3,$4,$5,$6) ON CONFLICT DO UPDATE SET "
        "first_observed_at = min(first_observed_at, excluded.first_observed_at), "
        "last_observed_at = max(last_observed_at, excluded.last_observed_at) "
        "WHERE excluded.first_observed_at < first_observed_at OR excluded.last_observed_at > last_observed_at");
    for (std::size_t i = 0; i < pending.size();) {
        auto fact = pending[i];
        for (++i; i < pending.size() && key(pending[i]) == key(fact); ++i) {
            fact.first_observed_at = std::min(fact.first_observed_at, pending[i].first_observed_at);
            fact.last_observed_at = std::max(fact.last_observed_at, pending[i].last_observed_at);
        }
        outcome_.links_changed |= fact.field == "link" || fact.field == "url" ||
                                  (fact.field == "bio" && fact.value.find("http") != fact.value.npos);
        upsert.bind(1, fact.profile_id)
            .bind(2, fact.field)
            .bind(3, fact.value)
            .bind(4, fact.source)
            .bind(5, fact.first_observed_at)
            .bind(6, fact.last_observed_at)
            .run();
    }
}

void BatchWriter::write_threads() {
    auto& pending = batch_.threads_;
    std::sort(pending.begin(), pending.end(), [](const auto& a, const auto& b) { return a.thread_id < b.thread_id; });
    Statement insert = database_.prepare(
        "INSERT INTO threads (thread_id, network, remote_id) VALUES ($1,$2,$3) ON CONFLICT DO NOTHING");
    std::int64_t last = 0;
    for (const auto& thread : pending) {
        if (thread.thread_id != last) {
            insert.bind(1, thread.thread_id).bind(2, thread.network).bind(3, thread.remote_id).run();
            last = thread.thread_id;
        }
    }
}

void BatchWriter::write_positions() {
    Statement finish = database_.prepare("DELETE FROM import_progress WHERE source = $1");
    Statement advance = database_.prepare(
        "INSERT INTO import_progress (source, fingerprint, bytes_done, lines_done) VALUES ($1,$2,$3,$4) "
        "ON CONFLICT (source) DO UPDATE SET fingerprint = excluded.fingerprint, bytes_done = excluded.bytes_done, "
        "lines_done = excluded.lines_done");
    for (const ImportPosition& position : batch_.positions_) {
        if (position.finished) {
            finish.bind(1, position.source).run();
        } else {
            advance.bind(1, position.source)
                .bind(2, position.fingerprint)
                .bind(3, position.bytes_done)
                .bind(4, position.lines_done)
                .run();
        }
    }
}

}  // namespace fanal::storage
