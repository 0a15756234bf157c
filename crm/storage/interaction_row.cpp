#include "crm/storage/interaction_row.hpp"

#include <algorithm>
#include <tuple>

#include "models/extra.hpp"

namespace fanal::storage {
namespace {

/// Where payloads disagree about the kind, the more telling one: a reply that also mentions us is a comment. Words go
/// before a toggle, so that their removal erases them whoever tells them as a toggle too.
int telling(InteractionKind kind) {
    switch (kind) {
        case InteractionKind::reaction:
        case InteractionKind::follow:
            return 0;
        case InteractionKind::post:
            return 1;
        case InteractionKind::mention:
            return 2;
        case InteractionKind::quote:
            return 3;
        case InteractionKind::comment:
            return 4;
        case InteractionKind::message:
            return 5;
        case InteractionKind::reshare:
            break;
    }
    return 6;
}

/// When it was done: what is said once, at the earliest telling; a toggle, at the latest. Told as both, it was said.
std::int64_t act_time(const InteractionRow& one, const InteractionRow& other) {
    if (is_toggle(one.kind) != is_toggle(other.kind)) {
        return is_toggle(one.kind) ? other.occurred_at : one.occurred_at;
    }
    return is_toggle(one.kind) ? std::max(one.occurred_at, other.occurred_at)
                               : std::min(one.occurred_at, other.occurred_at);
}

auto version(const InteractionRow& row) {
    return std::tuple(!row.text.empty() || !row.reaction.empty(), row.version_at, row.text, row.reaction);
}

}  // namespace

InteractionRow join(const InteractionRow& one, const InteractionRow& other, std::string& extra) {
    InteractionRow row = version(one) < version(other) ? other : one;
    row.kind =
        std::pair(telling(one.kind), one.kind) < std::pair(telling(other.kind), other.kind) ? other.kind : one.kind;
    row.occurred_at = act_time(one, other);
    row.profile_id = std::max(one.profile_id, other.profile_id);
    row.post_id = std::max(one.post_id, other.post_id);
    row.in_reply_to_id = std::max(one.in_reply_to_id, other.in_reply_to_id);
    row.to_profile_id = std::max(one.to_profile_id, other.to_profile_id);
    row.removed_at = std::max(one.removed_at, other.removed_at);
    row.language = std::max(one.language, other.language);
    if (!row.language.empty()) {
        row.detected_language = {};
        row.language_confidence = 0;
    }
    row.url = std::max(one.url, other.url);
    extra = united_members(one.extra, other.extra);
    row.extra = extra;
    return row;
}

InteractionRow with_removal(InteractionRow row, std::int64_t removed_at) {
    if (removed_at == 0) {
        return row;
    }
    if (is_toggle(row.kind)) {
        row.removed_at = removed_at >= row.occurred_at ? removed_at : 0;
        return row;
    }
    row.removed_at = removed_at;
    row.version_at = 0;
    row.text = row.language = row.detected_language = row.reaction = row.url = row.extra = {};
    row.language_confidence = 0;
    return row;
}

}  // namespace fanal::storage
