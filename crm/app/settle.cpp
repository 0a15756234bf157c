#include "crm/app/settle.hpp"

#include <algorithm>
#include <set>

#include "crm/app/queue_builder.hpp"
#include "crm/identity/vouching.hpp"
#include "crm/storage/derived.hpp"
#include "crm/storage/merge_rows.hpp"
#include "crm/storage/staged_import.hpp"
#include "crm/storage/understanding_rows.hpp"
#include "crm/text/understand.hpp"

namespace fanal::app {
namespace {

/// Joins the profiles that vouch for each other; returns whose person changed.
std::vector<ProfileId> settle_persons(storage::Store& store) {
    const auto profiles = storage::linking_profiles(store);
    std::vector<storage::VouchedMerge> merges;
    for (identity::Vouching& pair : identity::vouched_pairs(profiles)) {
        merges.push_back({pair.profile_id, pair.other_profile_id, std::move(pair.evidence)});
    }
    storage::replace_vouched_merges(store, merges);
    return storage::set_persons(store, identity::persons(storage::active_merges(store)));
}

}  // namespace

void settle(storage::Store& store, const Changes& changes) {
    storage::Transaction transaction(store.database());
    std::vector<ProfileId> profiles = changes.profiles;
    if (changes.links) {
        const auto joined = settle_persons(store);
        profiles.insert(profiles.end(), joined.begin(), joined.end());
    }
    QueueBuilder builder(store);
    std::set<ConversationId> touched;
    for (const InteractionId id : changes.interactions) {
        const auto ids = builder.table().touched_by(id);
        touched.insert(ids.begin(), ids.end());
    }
    for (const ProfileId id : profiles) {
        const auto ids = builder.table().waiting_of(id);
        touched.insert(ids.begin(), ids.end());
    }
    for (const ConversationId id : touched) {
        builder.build(id);
    }
    storage::mark_derived_fresh(store);
    transaction.commit();
}

void settle_all(storage::Store& store, const std::function<void(double)>& on_progress) {
    if (storage::StagedImport::exists(store.database())) {  // left by an import cut short
        if (auto staged = storage::StagedImport::open(store.database())) {
            staged->write_to(store);
        }
    }
    storage::Transaction transaction(store.database());
    settle_persons(store);
    transaction.commit();
    rebuild_queue_and_indexes(
        store,
        [&] {
            storage::mark_derived_fresh(store);
            storage::forget_abandoned_marks(store);
        },
        on_progress);
}

std::string kept_understanding(std::string_view text) {
    return packed(text::understand(text));
}

void understand_again_if_outdated(storage::Store& store) {
    if (storage::understanding_is_outdated(store, text::understanding_version())) {
        storage::understand_again(store, text::understanding_version(), kept_understanding);
        settle_if_abandoned(store);
    }
}

void settle_if_abandoned(storage::Store& store) {
    if (storage::derived_is_abandoned(store)) {
        settle_all(store);
    }
}

void value_queue(storage::Store& store) {
    rebuild_queue(store);
}

}  // namespace fanal::app
