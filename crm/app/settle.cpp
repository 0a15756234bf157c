#include "crm/app/settle.hpp"

#include <algorithm>
#include <set>

#include "crm/app/queue_builder.hpp"
#include "crm/app/settle_matches.hpp"
#include "crm/identity/persons.hpp"
#include "crm/identity/vouching.hpp"
#include "crm/storage/derived.hpp"
#include "crm/storage/fan_rows.hpp"
#include "crm/storage/merge_rows.hpp"
#include "crm/storage/objection_rows.hpp"
#include "crm/storage/separation_rows.hpp"
#include "crm/storage/staged_import.hpp"

namespace fanal::app {
namespace {

using Pairs = std::vector<std::pair<ProfileId, ProfileId>>;

/// Writes down which profiles vouch for each other now. A link that a person took back stays out, and so does who
/// objected.
void settle_vouching(storage::Store& store) {
    Pairs apart = storage::separated_pairs(store, storage::SeparationReason::undone);
    const Pairs rejected = storage::separated_pairs(store, storage::SeparationReason::rejected);
    apart.insert(apart.end(), rejected.begin(), rejected.end());
    const std::set<std::pair<ProfileId, ProfileId>> kept_apart(apart.begin(), apart.end());
    storage::Objections objections(store);
    std::vector<storage::VouchedMerge> merges;
    for (identity::Vouching& pair : identity::vouched_pairs(storage::linking_profiles(store))) {
        if (!kept_apart.contains({pair.profile_id, pair.other_profile_id}) && !objections.holds(pair.profile_id) &&
            !objections.holds(pair.other_profile_id)) {
            merges.push_back({pair.profile_id, pair.other_profile_id, std::move(pair.evidence)});
        }
    }
    storage::replace_vouched_merges(store, merges);
}

/// Makes persons of the merges that stand, and scores of them; returns every profile of the persons that changed.
std::vector<ProfileId> settle_persons(storage::Store& store) {
    identity::PersonLinks links;
    links.said = storage::merged_pairs(store, storage::MergeDecider::person);
    links.vouched = storage::merged_pairs(store, storage::MergeDecider::networks);
    links.separated = storage::separated_pairs(store, storage::SeparationReason::rejected);
    storage::Objections objections(store);
    for (const Pairs* pairs : {&links.said, &links.vouched}) {
        for (const auto& [one, other] : *pairs) {
            for (const ProfileId profile : {one, other}) {
                if (objections.holds(profile)) {
                    links.objected.insert(profile);
                }
            }
        }
    }
    const std::vector<ProfileId> changed = storage::set_persons(store, identity::persons(links));
    if (!changed.empty() && storage::scores_as_of(store)) {
        score_fans(store);
    }
    return changed;
}

/// Builds the conversations of these profiles anew, and the listed ones.
void settle_queue(QueueBuilder& builder, std::span<const ProfileId> profiles, std::set<ConversationId> touched) {
    for (const ProfileId id : profiles) {
        const auto ids = builder.table().waiting_of(id);
        touched.insert(ids.begin(), ids.end());
    }
    for (const ConversationId id : touched) {
        builder.build(id);
    }
}

/// Once these became other persons, so did those who act towards others: everyone's influence may have changed.
void follow_scores(storage::Store& store, const std::vector<ProfileId>& changed) {
    if (!changed.empty() && storage::scores_as_of(store)) {
        value_queue(store);
    }
}

}  // namespace

void settle(storage::Store& store, const Changes& changes) {
    storage::Transaction transaction(store.database());
    std::vector<ProfileId> profiles = changes.profiles;
    if (changes.links) {
        settle_vouching(store);
        const auto joined = settle_persons(store);
        follow_scores(store, joined);
        profiles.insert(profiles.end(), joined.begin(), joined.end());
    }
    changes.named_is_complete ? settle_matches(store, changes.named, changes.new_profiles) : rebuild_matches(store);
    QueueBuilder builder(store);
    std::set<ConversationId> touched;
    for (const InteractionId id : changes.interactions) {
        const auto ids = builder.table().touched_by(id);
        touched.insert(ids.begin(), ids.end());
    }
    settle_queue(builder, profiles, std::move(touched));
    storage::mark_derived_fresh(store);
    transaction.commit();
}

void settle_merges(storage::Store& store) {
    const std::vector<ProfileId> changed = settle_persons(store);
    follow_scores(store, changed);
    QueueBuilder builder(store);
    settle_queue(builder, changed, {});
}

void settle_links(storage::Store& store) {
    settle_vouching(store);
    settle_merges(store);
}

void settle_all(storage::Store& store, const std::function<void(double)>& on_progress) {
    if (storage::StagedImport::exists(store.database())) {  // left by an import cut short
        if (auto staged = storage::StagedImport::open(store.database())) {
            staged->write_to(store);
        }
    }
    storage::Transaction transaction(store.database());
    settle_vouching(store);
    settle_persons(store);
    rebuild_matches(store);
    transaction.commit();
    rebuild_queue_and_indexes(
        store,
        [&] {
            storage::mark_derived_fresh(store);
            storage::forget_abandoned_marks(store);
        },
        on_progress);
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
