#pragma once
#include <functional>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "crm/queue/signals.hpp"
#include "crm/queue/waiting.hpp"
#include "crm/storage/waiting_rows.hpp"

namespace fanal::app {

/// Turns the interactions of a conversation into its place in the queue, or into none. Reads through one QueueTable.
class QueueBuilder {
  public:
    explicit QueueBuilder(storage::Store& store);

    /// Calls `visit` with the row of every conversation that waits, in order of profile and thread. Holds so many
    /// interactions at once, a hundred bytes each, and all of one profile's; more are taken in several passes.
    void each_waiting(const std::function<void(storage::QueueRow&&)>& visit, std::size_t held_max = 1'250'000);
    /// Builds one conversation anew: puts its row, or takes it away. For profile 0, those of a thread's unknown people.
    void build(ConversationId id);

    /// What waits in a conversation with what is known of its author, for explanations; nullopt when it is settled.
    std::optional<queue::WaitingFacts> facts(ConversationId id);

    storage::QueueTable& table() { return table_; }

  private:
    struct Said {
        ConversationId conversation_id;
        InteractionId in_reply_to_id;
        queue::Heard heard;
    };

    /// Drops the half with the larger profile ids, but no part of what one profile said; returns the id from which on
    /// all is left to a later pass.
    static std::int64_t leave_to_later(std::vector<Said>& said);
    /// Fills in what they answer, in the order of the table, so that each of its pages is read once.
    void find_parents(std::vector<Said>& said);
    void each_waiting_of(std::vector<Said>& said, const std::function<void(storage::QueueRow&&)>& visit);
    /// All of it but whose it answers.
    queue::Heard heard_of(const storage::WaitingRow& row) const;
    void hear(const storage::WaitingRow& row);
    std::optional<queue::WaitingFacts> settle_heard(ConversationId id, InteractionId& heaviest);
    /// The row of what was heard; nullopt when nothing waits.
    std::optional<storage::QueueRow> row_of_heard(ConversationId id);
    void put_heard(ConversationId id);
    std::optional<bool> ours(ProfileId id) const;
    std::optional<bool> post_is_ours(ThreadId id);

    storage::QueueTable table_;
    std::unordered_set<ProfileId> accounts_;
    ProfileId standing_of_;
    storage::ProfileStanding standing_;  ///< of standing_of_
    std::vector<queue::Heard> heard_;
    std::unordered_map<ThreadId, std::optional<bool>> posts_;  ///< whether the post at the top is ours, as last asked
};

/// Throws the queue away and builds it anew, on this connection alone, inside the caller's transaction.
void rebuild_queue(storage::Store& store);

/// The same in a transaction of its own, which also makes the indexes that are missing: while one thread reads and
/// judges, another writes. Ends with `at_the_end` inside the transaction. `on_progress`, where there is one, hears how
/// much is done, up to 1.
void rebuild_queue_and_indexes(storage::Store& store, const std::function<void()>& at_the_end,
                               const std::function<void(double)>& on_progress = {});

}  // namespace fanal::app
