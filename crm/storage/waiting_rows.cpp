#include "crm/storage/waiting_rows.hpp"

#include <algorithm>

#include "crm/storage/migrations.hpp"

namespace fanal::storage {
namespace {

constexpr std::string_view row_columns =
    "SELECT thread_id, profile_id, interaction_id, kind, occurred_at, to_profile_id, in_reply_to_id, removed_at, text "
    "FROM interactions ";
constexpr std::string_view is_answer =
    "removed_at IS NULL AND kind IN ('comment', 'message', 'quote', 'mention', 'post')";
constexpr std::string_view queue_columns =
    "SELECT thread_id, profile_id, interaction_id, waiting_since, waiting_count, order_key_ms, signals FROM queue ";

std::optional<Instant> newest_of(const std::unordered_map<std::int64_t, Instant>& newest, std::int64_t id) {
    const auto found = newest.find(id);
    return found == newest.end() ? std::nullopt : std::optional(found->second);
}

ProfileId find_author(Statement& of, std::int64_t id) {
    const ProfileId author{of.bind(1, id).step() ? of.integer(0) : 0};
    of.reset();
    return author;
}

QueueRow read_queue_row(const Statement& statement) {
    QueueRow row;
    row.conversation_id = {{statement.integer(0)}, {statement.integer(1)}};
    row.interaction_id = {statement.integer(2)};
    row.waiting_since = {statement.integer(3)};
    row.waiting_count = statement.integer(4);
    row.order_key_ms = statement.integer(5);
    row.signals = statement.text(6);
    return row;
}

}  // namespace

QueueTable::QueueTable(Store& store)
    : database_(store.database()),
      rows_of_(database_.prepare(std::string(row_columns) +
                                 "WHERE thread_id = $1 AND profile_id IS $2 ORDER BY +occurred_at, interaction_id")),
      author_(database_.prepare("SELECT profile_id FROM interactions WHERE interaction_id = $1")),
      // A comment whose post nobody told stands at the top of its thread itself.
      post_author_(database_.prepare("SELECT profile_id FROM interactions WHERE interaction_id = $1 AND "
                                     "kind <> 'comment'")),
      answered_(database_.prepare("SELECT max(occurred_at) FROM interactions WHERE in_reply_to_id = $1 AND "
                                  "profile_id IN (SELECT account_id FROM accounts) AND " +
                                  std::string(is_answer))),
      standing_(database_.prepare("SELECT p.fan_id, p.followers_count, s.influence FROM profiles p "
                                  "LEFT JOIN fan_scores s ON s.fan_id = p.fan_id WHERE p.profile_id = $1")),
      waiting_of_(database_.prepare("SELECT thread_id FROM queue WHERE profile_id = $1")),
      // An unknown author's interaction is a conversation of its own, whatever its thread.
      touched_(database_.prepare(
          "SELECT thread_id, coalesce(profile_id, 0) FROM interactions WHERE interaction_id = $1 "
          "UNION SELECT p.thread_id, coalesce(p.profile_id, 0) FROM interactions i JOIN interactions p "
          "ON p.interaction_id = i.in_reply_to_id WHERE i.interaction_id = $1 "
          "UNION SELECT c.thread_id, coalesce(c.profile_id, 0) FROM interactions c WHERE c.in_reply_to_id = $1 "
          "UNION SELECT t.thread_id, coalesce(t.profile_id, 0) FROM interactions t WHERE t.thread_id = $1 "
          "UNION SELECT m.thread_id, coalesce(m.profile_id, 0) FROM interactions i JOIN interactions m "
          "ON m.thread_id = i.thread_id WHERE i.interaction_id = $1 AND i.kind = 'message'")),
      put_(database_.prepare(
          "INSERT INTO queue (thread_id, profile_id, interaction_id, waiting_since, waiting_count, "
          "order_key_ms, signals) VALUES ($1,$2,$3,$4,$5,$6,$7) ON CONFLICT (profile_id, thread_id) "
          "DO UPDATE SET interaction_id = excluded.interaction_id, waiting_since = excluded.waiting_since, "
          "waiting_count = excluded.waiting_count, order_key_ms = excluded.order_key_ms, "
          "signals = excluded.signals")),
      remove_(database_.prepare("DELETE FROM queue WHERE thread_id = $1 AND profile_id = $2")) {}

void QueueTable::read_rows(Statement& rows, const FindAnswer& answered_at,
                           const std::function<void(const WaitingRow&)>& visit) {
    while (rows.step()) {
        WaitingRow row;
        row.interaction_id = {rows.integer(2)};
        const bool unknown = rows.is_null(1);
        row.conversation_id = {{unknown ? row.interaction_id.value : rows.integer(0)}, {rows.integer(1)}};
        row.kind = parse_interaction_kind(rows.text(3)).value_or(InteractionKind::comment);
        row.occurred_at = {rows.integer(4)};
        row.to_profile_id = {rows.integer(5)};
        row.removed = !rows.is_null(7);
        row.text = rows.text(8);
        row.in_reply_to_id = {rows.integer(6)};
        row.answered_at = answered_at(row.interaction_id.value);
        visit(row);
    }
}

void QueueTable::learn_ours() {
    knows_ours_ = true;
    answers_.clear();
    last_messages_.clear();
    if (database_.integer("SELECT count(*) FROM accounts") == 0) {
        return;
    }
    Statement ours = database_.prepare(
        "SELECT in_reply_to_id, occurred_at, kind = 'message', thread_id FROM interactions WHERE "
        "(in_reply_to_id IS NOT NULL OR kind = 'message') AND profile_id IN (SELECT account_id FROM accounts) AND " +
        std::string(is_answer));
    while (ours.step()) {
        const Instant at{ours.integer(1)};
        if (!ours.is_null(0)) {
            Instant& newest = answers_[ours.integer(0)];
            newest = std::max(newest, at);
        }
        if (ours.integer(2) == 1) {
            Instant& newest = last_messages_[ours.integer(3)];
            newest = std::max(newest, at);
        }
    }
}

std::int64_t QueueTable::rows_count() {
    return database_.integer("SELECT count(*) FROM interactions");
}

void QueueTable::each_row_between(std::int64_t from, std::int64_t to,
                                  const std::function<void(const WaitingRow&)>& visit) {
    if (!knows_ours_) {
        learn_ours();
    }
    // The sum keeps the planner from the index on profile_id.
    Statement some = database_.prepare(std::string(row_columns) +
                                       "WHERE coalesce(profile_id, 0) + 0 >= $1 AND coalesce(profile_id, 0) + 0 < $2 "
                                       "AND kind NOT IN ('reaction', 'reshare', 'follow')");
    some.bind(1, from).bind(2, to);
    const auto answered_at = [this](std::int64_t id) { return newest_of(answers_, id); };
    read_rows(some, answered_at, visit);
}

void QueueTable::each_row_of(ConversationId id, const std::function<void(const WaitingRow&)>& visit) {
    rows_of_.bind(1, id.thread_id.value).bind_id(2, id.profile_id.value);
    const auto answered_at = [&](std::int64_t interaction_id) {
        std::optional<Instant> answer;
        if (answered_.bind(1, interaction_id).step() && !answered_.is_null(0)) {
            answer = Instant{answered_.integer(0)};
        }
        answered_.reset();
        return answer;
    };
    read_rows(rows_of_, answered_at, visit);
}

std::vector<ConversationId> QueueTable::waiting_of(ProfileId id) {
    std::vector<ConversationId> ids;
    waiting_of_.bind(1, id.value);
    while (waiting_of_.step()) {
        ids.push_back({{waiting_of_.integer(0)}, id});
    }
    return ids;
}

std::vector<ConversationId> QueueTable::touched_by(InteractionId id) {
    std::vector<ConversationId> ids;
    touched_.bind(1, id.value);
    while (touched_.step()) {
        ids.push_back({{touched_.integer(0)}, {touched_.integer(1)}});
    }
    return ids;
}

ProfileId QueueTable::author_of(InteractionId id) {
    return find_author(author_, id.value);
}

ProfileId QueueTable::post_author(ThreadId id) {
    return find_author(post_author_, id.value);
}

std::optional<Instant> QueueTable::last_message_by_account(ThreadId id) {
    if (knows_ours_) {
        return newest_of(last_messages_, id.value);
    }
    Statement last = database_.prepare(
        "SELECT max(occurred_at) FROM interactions WHERE thread_id = $1 AND kind = 'message' AND removed_at IS NULL "
        "AND "
        "profile_id IN (SELECT account_id FROM accounts)");
    if (!last.bind(1, id.value).step() || last.is_null(0)) {
        return std::nullopt;
    }
    return Instant{last.integer(0)};
}

ProfileStanding QueueTable::standing(ProfileId id) {
    ProfileStanding standing;
    standing.fan_id = {id.value};
    if (id && standing_.bind(1, id.value).step()) {
        standing.fan_id = {standing_.integer(0)};
        if (!standing_.is_null(1)) {
            standing.followers_count = standing_.integer(1);
        }
        standing.influence = standing_.real(2);
        standing_.reset();
    }
    return standing;
}

void QueueTable::put(const QueueRow& row) {
    put_.bind(1, row.conversation_id.thread_id.value)
        .bind(2, row.conversation_id.profile_id.value)
        .bind(3, row.interaction_id.value)
        .bind(4, row.waiting_since.ms)
        .bind(5, row.waiting_count)
        .bind(6, row.order_key_ms)
        .bind(7, row.signals)
        .run();
}

void QueueTable::remove(ConversationId id) {
    remove_.bind(1, id.thread_id.value).bind(2, id.profile_id.value).run();
}

void QueueTable::start_rebuild() {
    // Rows come in the table's order, so that pages are done with soon.
    cache_size_ = database_.integer("PRAGMA cache_size");
    database_.run("PRAGMA cache_size = -8192; DELETE FROM queue; DROP INDEX IF EXISTS queue_by_order");
}

void QueueTable::finish_rebuild() {
    make_indexes(database_);
    database_.run("PRAGMA cache_size = " + std::to_string(cache_size_));
}

std::vector<QueueRow> QueueTable::first(std::int64_t limit) {
    Statement next =
        database_.prepare(std::string(queue_columns) + "ORDER BY order_key_ms, profile_id, thread_id LIMIT $1");
    std::vector<QueueRow> rows;
    next.bind(1, limit);
    while (next.step()) {
        rows.push_back(read_queue_row(next));
    }
    return rows;
}

std::optional<QueueRow> QueueTable::find(ConversationId id) {
    Statement one = database_.prepare(std::string(queue_columns) + "WHERE thread_id = $1 AND profile_id = $2");
    if (!one.bind(1, id.thread_id.value).bind(2, id.profile_id.value).step()) {
        return std::nullopt;
    }
    return read_queue_row(one);
}

std::int64_t QueueTable::count() {
    return database_.integer("SELECT count(*) FROM queue");
}

}  // namespace fanal::storage
