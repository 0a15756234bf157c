#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/conversation.hpp"
#include "models/ids.hpp"

namespace fanal::storage {

/// One interaction on its way into the queue, with what decides whether it waits for us.
struct WaitingRow {
    ConversationId conversation_id;  ///< profile 0: unknown; such an interaction is a conversation of its own
    InteractionId interaction_id;
    InteractionKind kind = InteractionKind::comment;
    Instant occurred_at;
    ProfileId to_profile_id;
    InteractionId in_reply_to_id;        ///< what it answers; 0 unknown
    std::optional<Instant> answered_at;  ///< our newest answer to it
    bool removed = false;
    std::string_view text;  ///< lives during the call
};

/// A row of `queue`.
struct QueueRow {
    ConversationId conversation_id;
    InteractionId interaction_id;
    Instant waiting_since;
    std::int64_t waiting_count = 0;
    std::int64_t order_key_ms = 0;
    std::string signals;
};

/// What the queue needs to know about a profile.
struct ProfileStanding {
    FanId fan_id;
    std::optional<std::int64_t> followers_count;
    double influence = 0;  ///< of the fan; 0 before the first refresh of scores
};

/// Reads and writes the queue. Holds prepared statements: make one per use case.
class QueueTable {
  public:
    explicit QueueTable(Store& store);

    /// How many interactions there are.
    std::int64_t rows_count();
    /// Every interaction in words of the profiles with `from` <= id < `to`, in no particular order; unknown people's
    /// come with id 0. One pass over the table from its beginning to its end, which is ten times faster than to follow
    /// an index.
    void each_row_between(std::int64_t from, std::int64_t to, const std::function<void(const WaitingRow&)>& visit);
    /// The interactions of one conversation, or of a thread's unknown people (profile 0), by time.
    void each_row_of(ConversationId id, const std::function<void(const WaitingRow&)>& visit);
    /// The conversations on which a changed interaction bears: its own, those of what it answers and of what answers
    /// it, and those below it.
    std::vector<ConversationId> touched_by(InteractionId id);

    /// The conversations of a profile that wait.
    std::vector<ConversationId> waiting_of(ProfileId id);

    /// Who wrote it; 0 when that, or the interaction, is not known.
    ProfileId author_of(InteractionId id);
    /// Who wrote the post at the top of a thread; 0 when that is not known, or when no post is.
    ProfileId post_author(ThreadId id);
    /// When one of `accounts` last wrote a message in a thread of messages.
    std::optional<Instant> last_message_by_account(ThreadId id);
    ProfileStanding standing(ProfileId id);

    void put(const QueueRow& row);
    void remove(ConversationId id);
    /// Empties the queue, to be filled by put() in order of profile and thread, and then finish_rebuild().
    void start_rebuild();
    void finish_rebuild();

    std::vector<QueueRow> first(std::int64_t limit);
    std::optional<QueueRow> find(ConversationId id);
    std::int64_t count();

  private:
    using FindAnswer = std::function<std::optional<Instant>(std::int64_t interaction_id)>;

    void read_rows(Statement& rows, const FindAnswer& answered_at, const std::function<void(const WaitingRow&)>& visit);
    /// What each of the accounts' own interactions says, for a rebuild: one pass instead of a search for every row.
    void learn_ours();

    Database& database_;
    bool knows_ours_ = false;                                  ///< whether the next two are complete
    std::int64_t cache_size_ = 0;                              ///< outside a rebuild
    std::unordered_map<std::int64_t, Instant> answers_;        ///< our newest, by what it answers
    std::unordered_map<std::int64_t, Instant> last_messages_;  ///< our newest, by thread
    Statement rows_of_;
    Statement author_;
    Statement post_author_;
    Statement answered_;
    Statement standing_;
    Statement waiting_of_;
    Statement touched_;
    Statement put_;
    Statement remove_;
};

}  // namespace fanal::storage
