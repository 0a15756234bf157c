#include "crm/app/queue_builder.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/queue/order.hpp"
#include "crm/storage/conversation_rows.hpp"
#include "crm/storage/fan_rows.hpp"
#include "models/error.hpp"

namespace fanal::app {
namespace {

/// Fills in what a person reads: who, what, and why it stands where it stands.
class Narrator {
  public:
    explicit Narrator(storage::Store& store) : store_(store), builder_(store), fans_(store) {}

    storage::QueueTable& table() { return builder_.table(); }

    QueueItem tell(const storage::QueueRow& row, Instant now) {
        QueueItem item;
        item.conversation_id = row.conversation_id;
        item.interaction_id = row.interaction_id;
        item.waiting_since = row.waiting_since;
        item.waiting_count = row.waiting_count;
        item.fan_id = table().standing(row.conversation_id.profile_id).fan_id;
        const auto name = fans_.name_of(row.conversation_id.profile_id);
        item.display_name = name.display_name;
        item.handle = name.handle;
        if (const auto entry = storage::find_entry(store_, row.interaction_id)) {
            item.kind = entry->kind;
            item.text = entry->text;
        }
        const auto origin = storage::origin_of(store_, row.interaction_id);
        item.network = origin.network;
        item.language = origin.language;
        if (const auto facts = builder_.facts(row.conversation_id)) {
            item.signals = queue::explain(*facts, queue::decode(row.signals), now);
            item.score = queue::score(item.signals);
        }
        return item;
    }

    void name(ConversationEntry& entry) { entry.display_name = fans_.name_of(entry.profile_id).display_name; }
    storage::FanReader::Name name_of(ProfileId id) { return fans_.name_of(id); }

  private:
    storage::Store& store_;
    QueueBuilder builder_;
    storage::FanReader fans_;
};

}  // namespace

std::vector<QueueItem> list_queue(storage::Store& store, std::int64_t limit, Instant now) {
    Narrator narrator(store);
    std::vector<QueueItem> items;
    for (const storage::QueueRow& row : narrator.table().first(limit)) {
        items.push_back(narrator.tell(row, now));
        items.back().rank = static_cast<std::int64_t>(items.size());
    }
    return items;
}

std::int64_t count_queue(storage::Store& store) {
    return storage::QueueTable(store).count();
}

ConversationView view_conversation(storage::Store& store, ConversationId id, Instant now) {
    Narrator narrator(store);
    ConversationView view;
    view.entries = storage::entries_of(store, id);
    if (view.entries.empty()) {
        throw Error(ErrorKind::not_found, "There is no conversation " + to_text(id) + ".");
    }
    for (ConversationEntry& entry : view.entries) {
        narrator.name(entry);
    }
    view.conversation_id = id;
    view.fan_id = narrator.table().standing(id.profile_id).fan_id;
    view.network = storage::origin_of(store, view.entries.front().interaction_id).network;
    const auto name = narrator.name_of(id.profile_id);
    view.display_name = name.display_name;
    view.handle = name.handle;
    view.post = storage::find_entry(store, {id.thread_id.value});
    if (view.post && view.post->interaction_id == view.entries.front().interaction_id) {
        view.post.reset();  // it stands alone: the entry is the post
    }
    if (view.post) {
        narrator.name(*view.post);
    }
    if (const auto row = narrator.table().find(id)) {
        view.queue_item = narrator.tell(*row, now);
    }
    return view;
}

}  // namespace fanal::app
