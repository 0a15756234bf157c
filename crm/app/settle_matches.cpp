#include "crm/app/settle_matches.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <memory>
#include <mutex>
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
    const auto traits =
        identity::make_traits({profile.place, profile.bio, profile.url, profile.avatar_url, profile.links});
    return {profile.profile_id,         profile.network, naming.core, written(naming.tokens),
            written(naming.lookalikes), written(traits)};
}

Naming naming_of(const MatchNamingRow& row) {
    return {row.core, words_of(row.name), words_of(row.lookalikes), words_of(row.traits)};
}

bool says_something(const MatchNamingRow& row) {
    return !row.core.empty() || !row.name.empty() || !row.lookalikes.empty() || !row.traits.empty();
}

/// Keeps the match of two profiles when there is enough evidence.
void put_match(storage::MatchTable& table, const MatchModel& model, ProfileId one_id, const MatchProfile& one,
               ProfileId other_id, const MatchProfile& other) {
    const identity::NetworkEvidence evidence = model.weigh(one, other);
    if (evidence.sum() < identity::keep_millibits) {
        return;
    }
    std::vector<MatchPart> parts = {{"handle", evidence.handle}, {"name", evidence.name}};
    const identity::TraitEvidence& traits = evidence.traits;
    for (const auto& [name, millibits] :
         {std::pair("link", traits.link), std::pair("site", traits.site), std::pair("email", traits.email),
          std::pair("avatar", traits.avatar), std::pair("place", traits.place), std::pair("bio", traits.bio)}) {
        if (millibits != 0) {
            parts.push_back({name, millibits});
        }
    }
    parts.push_back({"prior", evidence.prior});
    table.put({storage::match_id(one_id, other_id), std::min(one_id, other_id), std::max(one_id, other_id),
               model.model_id, std::move(parts)});
}

/// Matches single profiles against the keys in the database. Which pairs are looked at hangs on how many profiles have
/// each of their common keys, and on nothing else: so what is kept hangs on what there is, not on when it came. When a
/// key comes to have too many, matches among these are asked whether they still stand; when it comes to have few
/// enough, which is rare, these profiles are matched anew.
class MatchSettler {
  public:
    explicit MatchSettler(storage::Store& store)
        : table_(store), kept_model_(active_model(store)), model_(*kept_model_) {}

    /// Brings the keys of a profile up to what it is called now.
    void rename(const std::optional<MatchNamingRow>& before, const MatchNamingRow& after) {
        if (before) {
            for (const std::uint64_t key : model_.keys(naming_of(*before))) {
                table_.remove_key(key, before->profile_id);
                note_fewer(key);
            }
        }
        if (says_something(after)) {
            table_.put_naming(after);
            for (const std::uint64_t key : model_.keys(naming_of(after))) {
                table_.add_key(key, after.profile_id);
                note_more(key);
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
        for (const std::uint64_t key : fuller_keys_) {
            ask_again(key);
        }
    }

  private:
    std::size_t count_with(std::uint64_t key) { return table_.with_key(key, identity::profiles_of_key_max + 2).size(); }

    /// The key has a profile less.
    void note_fewer(std::uint64_t key) {
        const auto profiles = table_.with_key(key, identity::profiles_of_key_max + 1);
        if (identity::weight_of_key(profiles.size()) != identity::weight_of_key(profiles.size() + 1)) {
            touched_.insert(profiles.begin(), profiles.end());
        }
    }

    /// The key has a profile more.
    void note_more(std::uint64_t key) {
        const std::size_t count = count_with(key);
        if (identity::weight_of_key(count) != identity::weight_of_key(count - 1)) {
            fuller_keys_.insert(key);
        }
    }

    /// Takes away the matches among the profiles of a key that is worth less now, where it was that key.
    void ask_again(std::uint64_t key) {
        const auto profiles = table_.with_key(key, std::numeric_limits<std::int64_t>::max());
        for (const ProfileId id : profiles) {
            for (const ProfileId other : table_.matched_with(id)) {
                if (id < other && std::binary_search(profiles.begin(), profiles.end(), other) &&
                    !is_looked_at(id, other)) {
                    table_.remove(storage::match_id(id, other));
                }
            }
        }
    }

    bool is_looked_at(ProfileId one, ProfileId other) {
        const auto keys = model_.keys(naming_of(*table_.naming(one)));
        const auto others = model_.keys(naming_of(*table_.naming(other)));
        std::vector<std::uint64_t> common;
        std::set_intersection(keys.begin(), keys.end(), others.begin(), others.end(), std::back_inserter(common));
        std::size_t weight = 0;
        for (const std::uint64_t key : common) {
            weight += identity::weight_of_key(count_with(key));
        }
        return weight >= identity::looked_at_weight;
    }

    void match(ProfileId id) {
        const MatchProfile* profile = prepared(id);
        if (profile == nullptr) {
            return;
        }
        std::vector<ProfileId> candidates;
        for (const std::uint64_t key : model_.keys(naming_of(*table_.naming(id)))) {
            const auto with_key = table_.with_key(key, identity::profiles_of_key_max + 1);
            for (std::size_t weight = identity::weight_of_key(with_key.size()); weight > 0; --weight) {
                candidates.insert(candidates.end(), with_key.begin(), with_key.end());
            }
        }
        identity::keep_looked_at(candidates);
        for (const ProfileId other_id : candidates) {
            const bool done = other_id < id && touched_.contains(other_id);
            const MatchProfile* const other = done ? nullptr : prepared(other_id, profile->network);
            if (other != nullptr && other->network != profile->network) {
                put_match(table_, model_, id, *profile, other_id, *other);
            }
        }
    }

    /// nullptr when the profile says nothing, or is of the network that is not asked for.
    const MatchProfile* prepared(ProfileId id, std::string_view not_of_network = {}) {
        const auto found = prepared_.find(id);
        if (found != prepared_.end()) {
            return &found->second;
        }
        const auto row = table_.naming(id);
        return !row || row->network == not_of_network
                   ? nullptr
                   : &prepared_.emplace(id, model_.prepare(row->network, naming_of(*row))).first->second;
    }

    storage::MatchTable table_;
    std::shared_ptr<const MatchModel> kept_model_;
    const MatchModel& model_;
    std::set<ProfileId> touched_;
    std::set<std::uint64_t> fuller_keys_;
    std::unordered_map<ProfileId, MatchProfile> prepared_;
};

MatchModel read_active_model(storage::Store& store) {
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

std::shared_ptr<const MatchModel> active_model(storage::Store& store) {
    static std::mutex mutex;
    static std::shared_ptr<const MatchModel> kept;
    static std::string kept_mark = "none";
    const std::string mark = storage::active_model_mark(store);
    const std::lock_guard lock(mutex);
    if (mark != kept_mark) {
        kept = std::make_shared<const MatchModel>(read_active_model(store));
        kept_mark = mark;
    }
    return kept;
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
    const auto kept_model = active_model(store);
    const MatchModel& model = *kept_model;
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
