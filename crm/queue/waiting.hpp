#pragma once
#include <cstdint>
#include <optional>
#include <span>

#include "models/ids.hpp"
#include "models/instant.hpp"
#include "models/interaction.hpp"
#include "models/understanding.hpp"

namespace fanal::queue {

/// One thing that somebody else than us said, with whom it was said to as far as that is known.
struct Heard {
    InteractionId interaction_id;
    InteractionKind kind = InteractionKind::comment;
    Instant occurred_at;
    std::optional<Instant> answered_at;  ///< our newest answer to it
    std::optional<bool> target_is_ours;  ///< the profile that it names as acted upon
    std::optional<bool> parent_is_ours;  ///< the author of what it answers
    bool removed = false;
    Understanding understanding;
};

/// What waits for us in one conversation.
struct Waiting {
    InteractionId interaction_id;  ///< the unanswered one that weighs most, the oldest of equals
    InteractionKind kind = InteractionKind::comment;
    Instant waiting_since;
    std::int64_t waiting_count = 0;
    Understanding understanding;  ///< of all the unanswered ones together
};

/// Whether it is said to us in words: a message or mention that names nobody else; a post that names us; a comment or
/// quote that answers us, or stands under a post of ours or under one whose author nobody told (`post_is_ours` empty:
/// we were handed it as ours).
bool wants_answer(const Heard& heard, std::optional<bool> post_is_ours);

/// What waits in a conversation, whose interactions come oldest first. An answer of ours settles what it answers and
/// all that the profile said before it; `spoke_at` is when we last wrote in it without answering anything in
/// particular, as one does in messages. Nullopt when it is settled.
std::optional<Waiting> waiting(std::span<const Heard> conversation, std::optional<bool> post_is_ours,
                               std::optional<Instant> spoke_at);

}  // namespace fanal::queue
