#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/ids.hpp"
#include "models/instant.hpp"
#include "models/interaction.hpp"
#include "models/signal.hpp"

namespace fanal {

/// Interactions that want one answer: a thread with one profile. Written "THREAD-PROFILE" outside C++ and SQL.
struct ConversationId {
    ThreadId thread_id;
    ProfileId profile_id;

    auto operator<=>(const ConversationId&) const = default;
};

std::string to_text(ConversationId id);
std::optional<ConversationId> parse_conversation_id(std::string_view text);

/// One place in the queue: what to answer next, and why.
struct QueueItem {
    std::int64_t rank = 0;  ///< 1 is next
    ConversationId conversation_id;
    FanId fan_id;
    std::string network;
    std::string display_name;
    std::string handle;
    InteractionId interaction_id;  ///< the unanswered one that weighs most: what to answer first
    InteractionKind kind = InteractionKind::comment;
    std::string text;
    std::string language;
    Instant waiting_since;
    std::int64_t waiting_count = 0;  ///< unanswered interactions in the conversation
    double score = 0;                ///< hours; the sum of the signals' values, in their order
    std::vector<Signal> signals;
};

/// One line of a conversation, whoever wrote it.
struct ConversationEntry {
    InteractionId interaction_id;
    ProfileId profile_id;
    std::string display_name;
    InteractionKind kind = InteractionKind::comment;
    Instant occurred_at;
    std::string text;
    std::string url;
    bool ours = false;
    bool removed = false;  ///< gone on the network; its text is gone here too
};

struct ConversationView {
    ConversationId conversation_id;
    FanId fan_id;
    std::string network;
    std::string display_name;
    std::string handle;
    std::optional<ConversationEntry> post;   ///< the post at the top of the thread, when we have it
    std::vector<ConversationEntry> entries;  ///< oldest first
    std::optional<QueueItem> queue_item;     ///< its place among those that wait; none when it is settled. rank is 0
};

}  // namespace fanal
