#include "crm/app/merges.hpp"

#include <algorithm>
#include <set>

#include "crm/app/find_fan.hpp"
#include "crm/app/settle.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/storage/account_rows.hpp"
#include "crm/storage/decision_rows.hpp"
#include "crm/storage/merge_rows.hpp"
#include "crm/storage/objection_rows.hpp"
#include "crm/storage/separation_rows.hpp"
#include "models/error.hpp"
#include "models/id_text.hpp"

namespace fanal::app {
namespace {

constexpr std::size_t by_bytes_max = 200;
constexpr std::size_t why_bytes_max = 2000;

MergeView view(storage::FanReader& reader, const storage::MergeRow& row) {
    MergeView view;
    view.merge_id = row.merge_id;
    view.fan_id = reader.fan_of(row.profile_id).value_or(FanId{row.profile_id.value});
    view.profile = named(reader, row.profile_id);
    view.other_profile = named(reader, row.other_profile_id);
    view.decided_by = storage::to_text(row.decider);
    view.evidence = row.evidence;
    view.merged_at = row.merged_at;
    return view;
}

void log(storage::Store& store, const storage::MergeRow& row, std::string_view act, const Decision& decision) {
    storage::append_decision(store, {decision.at, decision.by, act, 0, row.merge_id, row.profile_id,
                                     row.other_profile_id, decision.why.empty() ? row.evidence : decision.why});
}

void check_mergeable(storage::Store& store, storage::FanReader& reader, ProfileId one, ProfileId other) {
    if (one == other) {
        throw Error(ErrorKind::bad_input, "Both name the same profile, " + to_text(one) + ".");
    }
    for (const Account& account : storage::all_accounts(store)) {
        if (account.account_id == one || account.account_id == other) {
            throw Error(ErrorKind::conflict,
                        to_text(account.account_id) + " is one of our own presences, which are nobody's profiles.");
        }
    }
    storage::Objections objections(store);
    for (const ProfileId id : {one, other}) {
        if (objections.holds(id)) {
            throw Error(ErrorKind::conflict, "The profile " + to_text(id) + " is marked as never to be linked.");
        }
    }
    if (storage::find_merge(store, storage::merge_id(storage::MergeDecider::person, one, other))) {
        throw Error(ErrorKind::conflict, "A person merged these two profiles before.");
    }
    const auto profiles_of = [&](ProfileId id) { return reader.profiles_of(reader.fan_of(id).value()); };
    const auto others = profiles_of(other);
    for (const Profile& a : profiles_of(one)) {
        for (const Profile& b : others) {
            if (const auto since = storage::rejected_at(store, a.profile_id, b.profile_id)) {
                throw Error(ErrorKind::conflict, "It was said on " + to_text(*since) + " that the profiles " +
                                                     to_text(a.profile_id) + " and " + to_text(b.profile_id) +
                                                     " are two people.");
            }
        }
    }
}

}  // namespace

MergedProfile named(storage::FanReader& reader, ProfileId id) {
    const auto name = reader.name_of(id);
    return {id, reader.network_of(id), name.handle, name.display_name};
}

void check(const Decision& decision) {
    if (decision.by.empty() || decision.by.size() > by_bytes_max || decision.why.size() > why_bytes_max) {
        throw Error(ErrorKind::bad_input,
                    "Say who decides, in at most 200 bytes, and why, if you wish, in at most 2,000.");
    }
}

storage::MergeRow add_merge(storage::Store& store, ProfileId one, ProfileId other, const Decision& decision,
                            const MergeGrounds& grounds) {
    storage::FanReader reader(store);
    check_mergeable(store, reader, one, other);
    storage::MergeRow row;
    row.merge_id = storage::merge_id(storage::MergeDecider::person, one, other);
    row.profile_id = std::min(one, other);
    row.other_profile_id = std::max(one, other);
    row.evidence = decision.why.empty() ? decision.by : decision.by + ": " + decision.why;
    row.merged_at = decision.at;
    row.in_bulk = grounds.in_bulk;
    storage::add_merge(store, row);
    const std::string& why = decision.why.empty() ? row.evidence : decision.why;
    storage::append_decision(store,
                             {decision.at, decision.by, grounds.act, grounds.model_id, row.merge_id, row.profile_id,
                              row.other_profile_id, grounds.evidence.empty() ? why : grounds.evidence});
    return row;
}

std::vector<MergeView> merges_among(storage::Store& store, const std::vector<Profile>& profiles) {
    storage::FanReader reader(store);
    std::vector<MergeView> views;
    std::set<MergeId> known;
    for (const Profile& profile : profiles) {
        for (const storage::MergeRow& row : storage::merges_of(store, profile.profile_id)) {
            if (known.insert(row.merge_id).second) {
                views.push_back(view(reader, row));
            }
        }
    }
    std::sort(views.begin(), views.end(),
              [](const MergeView& a, const MergeView& b) { return a.merge_id < b.merge_id; });
    return views;
}

std::vector<MergeView> list_merges(storage::Store& store, std::int64_t limit) {
    storage::FanReader reader(store);
    std::vector<MergeView> views;
    for (const storage::MergeRow& row : storage::newest_merges(store, limit)) {
        views.push_back(view(reader, row));
    }
    return views;
}

DecisionLogCheck check_decisions(storage::Store& store) {
    return storage::check_decisions(store);
}

std::int64_t count_merges(storage::Store& store) {
    return storage::count_merges(store);
}

MergeView merge_fans(storage::Store& store, std::string_view key, std::string_view other_key,
                     const Decision& decision) {
    check(decision);
    storage::Transaction transaction(store.database());
    storage::FanReader reader(store);
    const ProfileId one = find_profile(reader, key);
    const ProfileId other = find_profile(reader, other_key);
    const storage::MergeRow row = add_merge(store, one, other, decision);
    settle_merges(store);
    transaction.commit();
    return view(reader, row);
}

MergeView undo_merge(storage::Store& store, std::string_view id, const Decision& decision) {
    check(decision);
    storage::Transaction transaction(store.database());
    const auto merge_id = parse_id(id);
    const auto row = merge_id ? storage::find_merge(store, {*merge_id}) : std::nullopt;
    if (!row) {
        throw Error(ErrorKind::not_found, "There is no merge " + std::string(id) + "; `fanal merges` lists them.");
    }
    storage::remove_merge(store, row->merge_id);
    log(store, *row, "undo", decision);
    if (row->decider == storage::MergeDecider::networks) {
        storage::add_separation(store, row->profile_id, row->other_profile_id, storage::SeparationReason::undone,
                                decision.at);
    }
    settle_merges(store);
    transaction.commit();
    storage::FanReader reader(store);
    return view(reader, *row);
}

std::vector<FanId> object_to_linking(storage::Store& store, std::string_view key, const Decision& decision) {
    check(decision);
    storage::Transaction transaction(store.database());
    storage::FanReader reader(store);
    const FanId fan = reader.fan_of(find_profile(reader, key)).value();
    storage::Objections objections(store);
    std::vector<FanId> fans;
    for (const Profile& profile : reader.profiles_of(fan)) {
        for (const storage::MergeRow& row : storage::merges_of(store, profile.profile_id)) {
            storage::remove_merge(store, row.merge_id);
            log(store, row, "undo", decision);
        }
        objections.add(profile.profile_id, decision.at);
        storage::append_decision(store,
                                 {decision.at, decision.by, "object", 0, {}, profile.profile_id, {}, decision.why});
        fans.push_back({profile.profile_id.value});
    }
    settle_merges(store);
    transaction.commit();
    return fans;
}

}  // namespace fanal::app
