#include "crm/storage/conversation_rows.hpp"

namespace fanal::storage {
namespace {

constexpr std::string_view entry_columns =
    "SELECT i.interaction_id, i.profile_id, i.kind, i.occurred_at, i.text, i.url, i.removed_at IS NOT NULL, "
    "EXISTS (SELECT 1 FROM accounts a WHERE a.account_id = i.profile_id) FROM interactions i ";

ConversationEntry read_entry(const Statement& statement) {
    ConversationEntry entry;
    entry.interaction_id = {statement.integer(0)};
    entry.profile_id = {statement.integer(1)};
    entry.kind = parse_interaction_kind(statement.text(2)).value_or(InteractionKind::comment);
    entry.occurred_at = {statement.integer(3)};
    entry.text = statement.text(4);
    entry.url = statement.text(5);
    entry.removed = statement.integer(6) != 0;
    entry.ours = statement.integer(7) != 0;
    return entry;
}

}  // namespace

std::optional<ConversationEntry> find_entry(Store& store, InteractionId id) {
    Statement find = store.database().prepare(std::string(entry_columns) + "WHERE i.interaction_id = $1");
    if (!find.bind(1, id.value).step()) {
        return std::nullopt;
    }
    return read_entry(find);
}

std::vector<ConversationEntry> entries_of(Store& store, ConversationId id) {
    // An unknown person's interaction is a conversation of its own, whose thread is the interaction.
    const std::string said = id.profile_id
                                 ? "SELECT interaction_id FROM interactions WHERE thread_id = $1 AND profile_id = $2"
                                 : "SELECT interaction_id FROM interactions WHERE interaction_id = $1";
    Statement find = store.database().prepare(
        std::string(entry_columns) +
        "WHERE i.kind IN ('post', 'comment', 'mention', 'message', 'quote') AND (i.interaction_id IN (" + said +
        ") OR (i.profile_id IN (SELECT account_id FROM accounts) AND (i.in_reply_to_id IN (" + said +
        ") OR (i.thread_id = $1 AND i.kind = 'message')))) ORDER BY i.occurred_at, i.interaction_id LIMIT 500");
    std::vector<ConversationEntry> entries;
    find.bind(1, id.thread_id.value).bind(2, id.profile_id.value);
    while (find.step()) {
        entries.push_back(read_entry(find));
    }
    return entries;
}

EntryOrigin origin_of(Store& store, InteractionId id) {
    Statement find = store.database().prepare("SELECT network, language FROM interactions WHERE interaction_id = $1");
    if (!find.bind(1, id.value).step()) {
        return {};
    }
    return {std::string(find.text(0)), std::string(find.text(1))};
}

}  // namespace fanal::storage
