#include "crm/queue/waiting.hpp"

#include <algorithm>
#include <numeric>

#include "crm/queue/signals.hpp"

namespace fanal::queue {
namespace {

/// What one interaction would weigh if nothing else waited in its conversation.
double weight(const Heard& heard) {
    WaitingFacts alone;
    alone.kind = heard.kind;
    alone.understanding = heard.understanding;
    const SignalValues values = signal_values(alone);
    return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

bool wants_answer(const Heard& heard, std::optional<bool> post_is_ours) {
    if (heard.removed) {
        return false;
    }
    switch (heard.kind) {
        case InteractionKind::message:
        case InteractionKind::mention:
            return heard.target_is_ours.value_or(true);
        case InteractionKind::comment:
        case InteractionKind::quote:
            if (heard.target_is_ours) {
                return *heard.target_is_ours;
            }
            return heard.parent_is_ours.value_or(false) || post_is_ours.value_or(!heard.parent_is_ours.has_value());
        case InteractionKind::post:
            return heard.target_is_ours.value_or(false);
        default:
            return false;
    }
}

std::optional<Waiting> waiting(std::span<const Heard> conversation, std::optional<bool> post_is_ours,
                               std::optional<Instant> spoke_at) {
    std::optional<Instant> settled_at = spoke_at;
    for (const Heard& heard : conversation) {
        if (heard.answered_at) {
            // Clocks differ: an answer that seems older than its question still settles it.
            settled_at = std::max({settled_at.value_or(Instant{}), *heard.answered_at, heard.occurred_at});
        }
    }
    std::optional<Waiting> found;
    double heaviest = 0;
    for (const Heard& heard : conversation) {
        if ((settled_at && heard.occurred_at <= *settled_at) || !wants_answer(heard, post_is_ours)) {
            continue;
        }
        if (!found) {
            found = Waiting{heard.interaction_id, heard.kind, heard.occurred_at, 0, {}};
        }
        if (const double weighs = weight(heard); found->waiting_count == 0 || weighs > heaviest) {
            heaviest = weighs;
            found->interaction_id = heard.interaction_id;
            found->kind = heard.kind;
        }
        ++found->waiting_count;
        found->understanding = strongest(found->understanding, heard.understanding);
    }
    return found;
}

}  // namespace fanal::queue
