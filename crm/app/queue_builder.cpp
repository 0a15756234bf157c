#include "crm/app/queue_builder.hpp"

#include <algorithm>
#include <future>
#include <limits>
#include <tuple>
#include <utility>

#include "crm/queue/order.hpp"
#include "crm/storage/account_rows.hpp"
#include "crm/storage/derived.hpp"
#include "crm/text/understand.hpp"

namespace fanal::app {
namespace {

constexpr std::size_t cached_posts_max = 200'000;
/// So many rows are handed from the thread that makes them to the one that writes them.
constexpr std::size_t rows_per_block = 16'384;

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
        known->second = ours(table_.post_author(id));
    }
    return known->second;
}

queue::Heard QueueBuilder::heard_of(const storage::WaitingRow& row) const {
    queue::Heard heard;
    heard.interaction_id = row.interaction_id;
    heard.kind = row.kind;
    heard.occurred_at = row.occurred_at;
    heard.answered_at = row.answered_at;
    heard.target_is_ours = ours(row.to_profile_id);
    heard.removed = row.removed;
    heard.understanding = text::understand(row.text);
    return heard;
}

void QueueBuilder::hear(const storage::WaitingRow& row) {
    heard_.push_back(heard_of(row));
    if (row.in_reply_to_id) {
        heard_.back().parent_is_ours = ours(table_.author_of(row.in_reply_to_id));
    }
}

void QueueBuilder::find_parents(std::vector<Said>& said) {
    std::vector<Said*> answers;
    for (Said& one : said) {
        if (one.in_reply_to_id) {
            answers.push_back(&one);
        }
    }
    std::sort(answers.begin(), answers.end(),
              [](const Said* a, const Said* b) { return a->in_reply_to_id < b->in_reply_to_id; });
    for (Said* answer : answers) {
        answer->heard.parent_is_ours = ours(table_.author_of(answer->in_reply_to_id));
    }
}

std::optional<queue::WaitingFacts> QueueBuilder::settle_heard(ConversationId id, InteractionId& heaviest) {
    const bool messages = !heard_.empty() && heard_.front().kind == InteractionKind::message;
    const auto spoke_at = messages ? table_.last_message_by_account(id.thread_id) : std::nullopt;
    const auto waiting = queue::waiting(heard_, post_is_ours(id.thread_id), spoke_at);
    heard_.clear();
    if (!waiting) {
        return std::nullopt;
    }
    heaviest = waiting->interaction_id;
    if (standing_of_ != id.profile_id) {  // a rebuild comes with all of one profile's conversations together
        standing_of_ = id.profile_id;
        standing_ = table_.standing(id.profile_id);
    }
    queue::WaitingFacts facts;
    facts.kind = waiting->kind;
    facts.waiting_since = waiting->waiting_since;
    facts.waiting_count = waiting->waiting_count;
    facts.understanding = waiting->understanding;
    facts.followers_count = standing_.followers_count;
    facts.influence = standing_.influence;
    return facts;
}

std::optional<storage::QueueRow> QueueBuilder::row_of_heard(ConversationId id) {
    storage::QueueRow row;
    const auto facts = settle_heard(id, row.interaction_id);
    if (!facts) {
        return std::nullopt;
    }
    const queue::SignalValues values = queue::signal_values(*facts);
    row.conversation_id = id;
    row.waiting_since = facts->waiting_since;
    row.waiting_count = facts->waiting_count;
    row.order_key_ms = queue::order_key_ms(facts->waiting_since, values);
    row.signals = queue::encode(values);
    return row;
}

void QueueBuilder::put_heard(ConversationId id) {
    if (const auto row = row_of_heard(id)) {
        table_.put(*row);
    } else {
        table_.remove(id);
    }
}

void QueueBuilder::each_waiting(const std::function<void(storage::QueueRow&&)>& visit, std::size_t held_max) {
    constexpr std::int64_t end = std::numeric_limits<std::int64_t>::max();
    // Profile ids are hashes, so that equal ranges of them hold about equally many interactions.
    const auto rows_count = static_cast<std::size_t>(table_.rows_count());
    const std::int64_t width = end / static_cast<std::int64_t>(1 + rows_count / (held_max - held_max / 16));
    std::vector<Said> said;
    said.reserve(std::min(rows_count, held_max));
    for (std::int64_t from = 0, to = 0; from < end; from = to) {
        to = from < end - width ? from + width : end;
        said.clear();
        table_.each_row_between(from, to, [&](const storage::WaitingRow& row) {
            if (said.size() == held_max) {
                to = leave_to_later(said);
            }
            const ProfileId author = row.conversation_id.profile_id;
            if (author.value < to && !accounts_.contains(author)) {
                said.push_back({row.conversation_id, row.in_reply_to_id, heard_of(row)});
            }
        });
        find_parents(said);
        each_waiting_of(said, visit);
    }
}

std::int64_t QueueBuilder::leave_to_later(std::vector<Said>& said) {
    const auto before = [](const Said& a, const Said& b) {
        return a.conversation_id.profile_id < b.conversation_id.profile_id;
    };
    const auto middle = said.begin() + static_cast<std::ptrdiff_t>(said.size() / 2);
    std::nth_element(said.begin(), middle, said.end(), before);
    std::int64_t end = middle->conversation_id.profile_id.value;
    if (std::min_element(said.begin(), middle, before)->conversation_id.profile_id.value == end) {
        ++end;  // half of it is said by one, who is held whole
    }
    std::erase_if(said, [end](const Said& one) { return one.conversation_id.profile_id.value >= end; });
    return end;
}

void QueueBuilder::each_waiting_of(std::vector<Said>& said, const std::function<void(storage::QueueRow&&)>& visit) {
    std::sort(said.begin(), said.end(), [](const Said& a, const Said& b) {
        const auto key = [](const Said& one) {
            return std::tuple(one.conversation_id.profile_id, one.conversation_id.thread_id, one.heard.occurred_at,
                              one.heard.interaction_id);
        };
        return key(a) < key(b);
    });
    for (std::size_t i = 0; i < said.size();) {
        const ConversationId id = said[i].conversation_id;
        for (heard_.clear(); i < said.size() && said[i].conversation_id == id; ++i) {
            heard_.push_back(said[i].heard);
        }
        if (auto row = row_of_heard(id)) {
            visit(std::move(*row));
        }
    }
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
        put_heard(id);
        return;
    }
    for (std::size_t i = 0; i < alone.size(); ++i) {
        heard_.assign(1, heard[i]);
        put_heard(alone[i]);
    }
}

std::optional<queue::WaitingFacts> QueueBuilder::facts(ConversationId id) {
    heard_.clear();
    table_.each_row_of(id, [&](const storage::WaitingRow& row) { hear(row); });
    InteractionId heaviest;
    return settle_heard(id, heaviest);
}

void rebuild_queue(storage::Store& store) {
    QueueBuilder builder(store);
    builder.table().start_rebuild();
    builder.each_waiting([&](storage::QueueRow&& row) { builder.table().put(row); });
    builder.table().finish_rebuild();
}

void rebuild_queue_and_indexes(storage::Store& store, const std::function<void()>& at_the_end,
                               const std::function<void(double)>& on_progress) {
    // Tells whether another program has written since, which the reader does not see.
    const auto version = [&store] { return store.database().integer("PRAGMA data_version"); };
    const std::int64_t version_read = version();
    std::optional<storage::Store> reader = store.open_reader();
    if (!reader) {
        storage::restore_indexes(store);
        storage::Transaction transaction(store.database());
        rebuild_queue(store);
        at_the_end();
        transaction.commit();
        return;
    }
    storage::QueueTable table(store);
    std::optional<storage::Transaction> transaction;
    bool overtaken = false;
    std::vector<storage::QueueRow> block, in_writing;
    std::future<void> writer = std::async(std::launch::async, [&] {
        storage::restore_indexes(store);
        transaction.emplace(store.database());
        overtaken = version() != version_read;
        table.start_rebuild();
    });
    const auto write_block = [&] {
        writer.get();
        in_writing.swap(block);
        block.clear();
        writer = std::async(std::launch::async, [&] {
            for (const storage::QueueRow& row : in_writing) {
                table.put(row);
            }
        });
    };
    QueueBuilder(*reader).each_waiting([&](storage::QueueRow&& row) {
        block.push_back(std::move(row));
        if (block.size() == rows_per_block) {
            if (on_progress) {  // they come in the order of ids, which are spread evenly
                on_progress(static_cast<double>(block.back().conversation_id.profile_id.value) /
                            static_cast<double>(std::numeric_limits<std::int64_t>::max()));
            }
            write_block();
        }
    });
    write_block();
    writer.get();
    overtaken ? rebuild_queue(store) : table.finish_rebuild();
    at_the_end();
    transaction->commit();
}

}  // namespace fanal::app
