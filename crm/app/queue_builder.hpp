#pragma once
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

    /// Builds the queue of every conversation there is.
    void build_all();
    /// Builds one conversation anew: puts its row, or takes it away. For profile 0, those of a thread's unknown people.
    void build(ConversationId id);

    /// What waits in a conversation with what is known of its author, for explanations; nullopt when it is settled.
    std::optional<queue::WaitingFacts> facts(ConversationId id);

    storage::QueueTable& table() { return table_; }

  private:
    struct Said {
        ConversationId conversation_id;
        queue::Heard heard;
    };

    void build_between(std::int64_t from, std::int64_t to, std::int64_t rows_expected);
    void hear(const storage::WaitingRow& row);
    std::optional<queue::WaitingFacts> settle_heard(ConversationId id, InteractionId& heaviest);
    void finish(ConversationId id, bool is_new);
    std::optional<bool> ours(ProfileId id) const;
    std::optional<bool> post_is_ours(ThreadId id);

    storage::QueueTable table_;
    std::unordered_set<ProfileId> accounts_;
    ProfileId standing_of_;
    storage::ProfileStanding standing_;  ///< of standing_of_
    std::vector<queue::Heard> heard_;
    std::unordered_map<ThreadId, std::optional<bool>> posts_;  ///< whether the post at the top is ours, as last asked
};

}  // namespace fanal::app
