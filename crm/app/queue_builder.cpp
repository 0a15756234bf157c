#include "crm/app/queue_builder.hpp"

#include "crm/queue/order.hpp"
#include "crm/storage/account_rows.hpp"
#include "crm/text/understand.hpp"

namespace fanal::app {

QueueBuilder::QueueBuilder(storage::Store& store) : table_(store) {
    for (const Account& account : storage::all_accounts(store)) {
        accounts_.insert(account.account_id);
    }
}

std::optional<bool> QueueBuilder::ours(ProfileId id) const {
    return id ? std::optional<bool>(accounts_.contains(id)) : std::nullopt;
}

std::optional<bool> QueueBuilder::post_is_ours(ThreadId id) {
    if (thread_ != id) {
        thread_ = id;
        post_is_ours_ = ours(table_.thread_author(id));
    }
    return post_is_ours_;
}

void QueueBuilder::hear(const storage::WaitingRow& row) {
    queue::Heard heard;
    heard.interaction_id = row.interaction_id;
    heard.kind = row.kind;
    heard.occurred_at = row.occurred_at;
    heard.answered_at = row.answered_at;
    heard.target_is_ours = ours(row.to_profile_id);
    heard.parent_is_ours = ours(row.parent_profile_id);
    heard.removed = row.removed;
    heard.understanding = text::understand(row.text);
    heard_.push_back(heard);
}

std::optional<queue::WaitingFacts> QueueBuilder::settle_heard(ConversationId id, InteractionId& oldest) {
    const bool messages = !heard_.empty() && heard_.front().kind == InteractionKind::message;
    const auto spoke_at = messages ? table_.last_message_by_account(id.thread_id) : std::nullopt;
    const auto waiting = queue::waiting(heard_, post_is_ours(id.thread_id), spoke_at);
    heard_.clear();
    if (!waiting) {
        return std::nullopt;
    }
    oldest = waiting->interaction_id;
    const storage::ProfileStanding standing = table_.standing(id.profile_id);
    queue::WaitingFacts facts;
    facts.kind = waiting->kind;
    facts.waiting_since = waiting->waiting_since;
    facts.waiting_count = waiting->waiting_count;
    facts.understanding = waiting->understanding;
    facts.followers_count = standing.followers_count;
    facts.engagement_received = standing.engagement_received;
    return facts;
}

void QueueBuilder::finish(ConversationId id, bool is_new) {
    storage::QueueRow row;
    const auto facts = settle_heard(id, row.interaction_id);
    if (facts) {
        const queue::SignalValues values = queue::signal_values(*facts);
        row.conversation_id = id;
        row.waiting_since = facts->waiting_since;
        row.waiting_count = facts->waiting_count;
        row.order_key_ms = queue::order_key_ms(facts->waiting_since, values);
        row.signals = queue::encode(values);
        table_.put(row);
    } else if (!is_new) {
        table_.remove(id);
    }
}

void QueueBuilder::build_all() {
    table_.clear();
    ConversationId current;
    bool ours_now = false;
    const auto finish_current = [&] {
        if (!ours_now && !heard_.empty()) {
            finish(current, true);
        }
        heard_.clear();
    };
    table_.each_row([&](const storage::WaitingRow& row) {
        if (row.conversation_id != current) {
            finish_current();
            current = row.conversation_id;
            ours_now = accounts_.contains(current.profile_id);
        }
        if (!ours_now) {
            hear(row);
        }
    });
    finish_current();
}

void QueueBuilder::build(ConversationId id) {
    if (accounts_.contains(id.profile_id)) {
        table_.remove(id);
        return;
    }
    std::vector<ConversationId> alone;  // unknown people's, each a conversation
    std::vector<queue::Heard> heard;
    table_.each_row_of(id, [&](const storage::WaitingRow& row) {
        heard_.clear();
        hear(row);
        heard.push_back(heard_.front());
        alone.push_back(row.conversation_id);
    });
    if (id.profile_id) {
        heard_ = std::move(heard);
        finish(id, false);
        return;
    }
    for (std::size_t i = 0; i < alone.size(); ++i) {
        heard_.assign(1, heard[i]);
        finish(alone[i], false);
    }
}

std::optional<queue::WaitingFacts> QueueBuilder::facts(ConversationId id) {
    heard_.clear();
    table_.each_row_of(id, [&](const storage::WaitingRow& row) { hear(row); });
    InteractionId oldest;
    return settle_heard(id, oldest);
}

}  // namespace fanal::app
