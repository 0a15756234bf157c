#include "crm/app/queue_builder.hpp"

#include <algorithm>

#include "crm/queue/order.hpp"
#include "crm/storage/account_rows.hpp"
#include "crm/text/understand.hpp"

namespace fanal::app {
namespace {

constexpr std::size_t cached_posts_max = 200'000;

}  // namespace

QueueBuilder::QueueBuilder(storage::Store& store) : table_(store) {
    for (const Account& account : storage::all_accounts(store)) {
        accounts_.insert(account.account_id);
    }
}

std::optional<bool> QueueBuilder::ours(ProfileId id) const {
    return id ? std::optional<bool>(accounts_.contains(id)) : std::nullopt;
}

std::optional<bool> QueueBuilder::post_is_ours(ThreadId id) {
    if (posts_.size() > cached_posts_max) {
        posts_.clear();
    }
    const auto [known, is_new] = posts_.try_emplace(id);
    if (is_new) {
        known->second = ours(table_.thread_author(id));
    }
    return known->second;
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
    table_.start_rebuild();
    ProfileId current;
    std::vector<Said> said;  // by one profile
    const auto finish_profile = [&] {
        std::stable_sort(said.begin(), said.end(),
                         [](const Said& a, const Said& b) { return a.thread_id < b.thread_id; });
        for (std::size_t i = 0; i < said.size();) {
            const ThreadId thread = said[i].thread_id;
            for (heard_.clear(); i < said.size() && said[i].thread_id == thread; ++i) {
                heard_.push_back(said[i].heard);
            }
            finish({thread, current}, true);
        }
        said.clear();
    };
    table_.each_row([&](const storage::WaitingRow& row) {
        const auto [thread, profile] = row.conversation_id;
        if (profile != current || !profile) {  // unknown people have nothing to do with each other
            finish_profile();
            current = profile;
        }
        hear(row);
        said.push_back({thread, heard_.back()});
        heard_.clear();
    });
    finish_profile();
    table_.finish_rebuild();
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
