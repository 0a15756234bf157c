#include "crm/app/settle_matches.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "crm/identity/learning.hpp"
#include "crm/identity/match_crowd.hpp"
#include "crm/identity/match_settings.hpp"
#include "crm/identity/model_statistics.hpp"
#include "crm/storage/match_rows.hpp"
#include "crm/storage/model_rows.hpp"
#include "crm/storage/objection_rows.hpp"

namespace fanal::app {
namespace {

using identity::MatchModel;
using identity::MatchProfile;
using identity::Naming;
using storage::MatchNamingRow;

/// So many changed profiles are matched one by one whatever their share is; of more, a part of all at most.
constexpr std::size_t changed_one_by_one = 500;
constexpr std::size_t all_a_changed = 16;

std::string written(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

MatchNamingRow make_row(const storage::ProfileNaming& profile) {
    const Naming naming = identity::make_naming(profile.handle, profile.display_name);
    return {profile.profile_id, profile.network, naming.core, written(naming.tokens), written(naming.lookalikes)};
}

Naming naming_of(const MatchNamingRow& row) {
    return {row.core, words_of(row.name), words_of(row.lookalikes)};
}

bool says_something(const MatchNamingRow& row) {
    return !row.core.empty() || !row.name.empty() || !row.lookalikes.empty();
}

/// Keeps the match of two profiles when there is enough evidence.
void put_match(storage::MatchTable& table, const MatchModel& model, ProfileId one_id, const MatchProfile& one,
               ProfileId other_id, const MatchProfile& other) {
    const identity::NetworkEvidence evidence = model.weigh(one, other);
    if (evidence.sum() >= identity::keep_millibits) {
        table.put({storage::match_id(one_id, other_id),
                   std::min(one_id, other_id),
                   std::max(one_id, other_id),
                   model.model_id,
                   {{"handle", evidence.handle}, {"name", evidence.name}, {"prior", evidence.prior}}});
    }
}

/// Matches single profiles against the keys in the database. A pair is kept when both have a key that few enough
/// profiles have, and the evidence is enough: so what is kept hangs on what there is, not on when it came. When a key
/// is lost or won by too many, the pairs that it brought together are looked at again.
class MatchSettler {
  public:
    explicit MatchSettler(storage::Store& store) : table_(store), model_(active_model(store)) {}

    /// Brings the keys of a profile up to what it is called now.
    void rename(const std::optional<MatchNamingRow>& before, const MatchNamingRow& after) {
        if (before) {
            for (const std::uint64_t key : model_.keys(naming_of(*before))) {
                table_.remove_key(key, before->profile_id);
                note_crossing(key, identity::profiles_of_key_max);
            }
        }
        if (says_something(after)) {
            table_.put_naming(after);
            for (const std::uint64_t key : model_.keys(naming_of(after))) {
                table_.add_key(key, after.profile_id);
                note_crossing(key, identity::profiles_of_key_max + 1);
            }
        } else {
            table_.remove_naming(after.profile_id);
        }
        touched_.insert(after.profile_id);
    }

    /// Matches everything anew that rename() touched.
    void match() {
        for (const ProfileId id : touched_) {
            table_.remove_matches_of(id);
        }
        for (const ProfileId id : touched_) {
            match(id);
        }
    }

  private:
    /// A key that has just come to `count` profiles brings together what it did not before, or no longer does.
    void note_crossing(std::uint64_t key, std::size_t count) {
        const auto profiles = table_.with_key(key, count + 1);
        if (profiles.size() == count) {
            touched_.insert(profiles.begin(), profiles.end());
        }
    }

    void match(ProfileId id) {
        const MatchProfile* profile = prepared(id);
        if (profile == nullptr) {
            return;
        }
        std::vector<ProfileId> candidates;
        for (const std::uint64_t key : model_.keys(naming_of(*table_.naming(id)))) {
            const auto with_key = table_.with_key(key, identity::profiles_of_key_max + 1);
            if (with_key.size() <= identity::profiles_of_key_max) {
                candidates.insert(candidates.end(), with_key.begin(), with_key.end());
            }
        }
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        for (const ProfileId other_id : candidates) {
            const MatchProfile* other = prepared(other_id);
            const bool done = other_id < id && touched_.contains(other_id);
            if (!done && other != nullptr && other->network != profile->network) {
                put_match(table_, model_, id, *profile, other_id, *other);
            }
        }
    }

    /// nullptr when the profile says nothing.
    const MatchProfile* prepared(ProfileId id) {
        auto found = prepared_.find(id);
        if (found == prepared_.end()) {
            const auto row = table_.naming(id);
            found =
                prepared_.emplace(id, row ? std::optional(model_.prepare(row->network, naming_of(*row))) : std::nullopt)
                    .first;
        }
        return found->second ? &*found->second : nullptr;
    }

    storage::MatchTable table_;
    MatchModel model_;
    std::set<ProfileId> touched_;
    std::unordered_map<ProfileId, std::optional<MatchProfile>> prepared_;
};

using Renamings = std::vector<std::pair<std::optional<MatchNamingRow>, MatchNamingRow>>;

/// Of the profiles seen, those that are called something else now.
Renamings renamed(storage::Store& store, storage::MatchTable& table, std::span<const ProfileId> seen) {
    Renamings found;
    for (const ProfileId id : std::set<ProfileId>(seen.begin(), seen.end())) {
        if (const auto profile = storage::profile_naming(store, id)) {
            auto before = table.naming(id);
            MatchNamingRow after = make_row(*profile);
            if (before ? *before != after : says_something(after)) {
                found.emplace_back(std::move(before), std::move(after));
            }
        }
    }
    return found;
}

}  // namespace

identity::MatchModel active_model(storage::Store& store) {
    const auto row = storage::active_model_row(store);
    if (!row) {
        return MatchModel::built_in();
    }
    MatchModel model = identity::model_with(row->statistics);
    model.model_id = row->model_id;
    for (const storage::MatchFitRow& fit : row->fits) {
        identity::NetworkModel& network = model.networks[{fit.network, fit.other_network}];
        network.match_rate = fit.match_rate;
        network.pairs_a_candidate = fit.pairs_a_candidate;
        network.expected_matches_count = fit.expected_matches_count;
        identity::rates_from_text(fit.rates, network);
    }
    return model;
}

std::vector<identity::KnownProfile> known_profiles(
    storage::Store& store, const std::function<void(const storage::ProfileNaming&)>& on_profile) {
    storage::Objections objections(store);
    std::vector<identity::KnownProfile> known;
    storage::each_profile_naming(store, [&](const storage::ProfileNaming& profile) {
        const MatchNamingRow row = make_row(profile);
        if (says_something(row) && !objections.holds(row.profile_id)) {
            known.push_back({row.network, naming_of(row)});
            if (on_profile) {
                on_profile(profile);
            }
        }
    });
    return known;
}

void settle_matches(storage::Store& store, std::span<const ProfileId> seen,
                    const std::map<std::string, std::int64_t>& new_profiles) {
    storage::MatchTable table(store);
    if (!table.is_begun()) {
        if (storage::another_network_came(store, new_profiles)) {
            rebuild_matches(store);
        }
        return;
    }
    const Renamings renamings = renamed(store, table, seen);
    if (renamings.size() > changed_one_by_one &&
        renamings.size() * all_a_changed > static_cast<std::size_t>(table.namings_count())) {
        rebuild_matches(store);
    } else if (!renamings.empty()) {
        MatchSettler settler(store);
        for (const auto& [before, after] : renamings) {
            settler.rename(before, after);
        }
        settler.match();
    }
}

void rebuild_matches(storage::Store& store) {
    storage::MatchTable table(store);
    table.clear();
    if (!storage::has_two_networks(store)) {
        return;
    }
    const MatchModel model = active_model(store);
    std::vector<ProfileId> ids;
    identity::MatchCrowd crowd(model);
    storage::each_profile_naming(store, [&](const storage::ProfileNaming& profile) {
        const MatchNamingRow row = make_row(profile);
        if (says_something(row)) {
            crowd.add({row.network, naming_of(row)});
            ids.push_back(row.profile_id);
            table.put_naming(row);
        }
    });
    crowd.each_pair([&](std::uint32_t one, std::uint32_t other) {
        put_match(table, model, ids[one], crowd.at(one), ids[other], crowd.at(other));
    });
    for (const auto& [key, profile] : crowd.postings()) {  // sorted by now, so that each page is written once
        table.add_key(key, ids[profile]);
    }
}

}  // namespace fanal::app
