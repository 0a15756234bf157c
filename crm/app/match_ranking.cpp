#include "crm/app/match_ranking.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "crm/identity/network_matches.hpp"
#include "crm/identity/network_model.hpp"
#include "crm/storage/account_rows.hpp"
#include "crm/storage/merge_rows.hpp"
#include "crm/storage/objection_rows.hpp"
#include "crm/storage/separation_rows.hpp"

namespace fanal::app {
namespace {

using Ranked = MatchRanking::Ranked;
using PairSet = std::set<std::pair<ProfileId, ProfileId>>;

PairSet as_set(const std::vector<std::pair<ProfileId, ProfileId>>& pairs) {
    return {pairs.begin(), pairs.end()};
}

/// What people said and what the networks are, as far as it decides which matches are shown.
class MatchStates {
  public:
    explicit MatchStates(storage::Store& store)
        : objections_(store),
          rejected_(as_set(storage::separated_pairs(store, storage::SeparationReason::rejected))),
          undone_(as_set(storage::separated_pairs(store, storage::SeparationReason::undone))),
          merged_(as_set(storage::merged_pairs(store, storage::MergeDecider::person))),
          networks_(storage::networks_of_joined(store)) {
        for (const Account& account : storage::all_accounts(store)) {
            ours_.insert(account.account_id);
        }
    }

    MatchState of(const storage::MatchBits& match) {
        for (const ProfileId id : {match.profile_id, match.other_profile_id}) {
            if (ours_.contains(id) || objections_.holds(id)) {
                return MatchState::hidden;
            }
        }
        const std::pair pair(match.profile_id, match.other_profile_id);
        if (match.fan_id == match.other_fan_id) {
            return MatchState::accepted;
        }
        if (rejected_.contains(pair) || undone_.contains(pair)) {
            return MatchState::rejected;
        }
        return meet_on_a_network(match) ? MatchState::closed : MatchState::proposed;
    }

    /// What people decided of a match; nullptr when nobody did.
    const bool* decided(const storage::MatchBits& match) const {
        static constexpr bool yes = true, no = false;
        const std::pair pair(match.profile_id, match.other_profile_id);
        return merged_.contains(pair) ? &yes : rejected_.contains(pair) ? &no : nullptr;
    }

  private:
    /// Whether the two persons have profiles on one network.
    bool meet_on_a_network(const storage::MatchBits& match) const {
        const auto one = networks_.find(match.fan_id);
        const auto other = networks_.find(match.other_fan_id);
        if (one == networks_.end() && other == networks_.end()) {
            return false;
        }
        const std::set<std::string> alone = {one == networks_.end() ? match.network : match.other_network};
        const auto& some = one == networks_.end() ? alone : one->second;
        const auto& others = other == networks_.end() ? alone : other->second;
        return std::any_of(some.begin(), some.end(),
                           [&](const std::string& network) { return others.contains(network); });
    }

    storage::Objections objections_;
    PairSet rejected_;
    PairSet undone_;
    PairSet merged_;
    std::map<FanId, std::set<std::string>> networks_;
    std::unordered_set<ProfileId> ours_;
};

/// Matches between two networks.
struct Between {
    std::vector<Ranked*> matches;
    std::vector<identity::NetworkCandidate> candidates;
    std::vector<double> bits;
    std::unordered_map<ProfileId, std::uint32_t> numbers;

    std::uint32_t number(ProfileId id) {
        return numbers.try_emplace(id, static_cast<std::uint32_t>(numbers.size())).first->second;
    }
};

/// Sets the totals of these matches, which compete with each other and with no other.
template <class Competes>
void weigh(std::vector<Ranked>& all, Competes competes) {
    std::map<std::pair<std::string, std::string>, Between> networks;
    for (Ranked& match : all) {
        if (competes(match)) {
            const bool in_order = match.bits.network < match.bits.other_network;
            const ProfileId one = in_order ? match.bits.profile_id : match.bits.other_profile_id;
            const ProfileId other = in_order ? match.bits.other_profile_id : match.bits.profile_id;
            Between& between = networks[std::minmax(match.bits.network, match.bits.other_network)];
            between.matches.push_back(&match);
            between.candidates.push_back({between.number(one), between.number(other)});
            between.bits.push_back(match.bits.millibits / 1000.0);
        }
    }
    for (auto& [names, between] : networks) {
        const auto probabilities = identity::probabilities(between.candidates, between.bits);
        for (std::size_t i = 0; i < probabilities.size(); ++i) {
            Ranked& match = *between.matches[i];
            match.total = std::min(match.bits.millibits, identity::log_odds_millibits(probabilities[i]));
        }
    }
}

}  // namespace

MatchRanking::MatchRanking(storage::Store& store) {
    MatchStates states(store);
    bool all_proposed = true;
    for (storage::MatchBits& bits : storage::all_matches(store)) {
        ranked_.push_back({std::move(bits), MatchState::proposed, 0, {}});
        ranked_.back().state = states.of(ranked_.back().bits);
        all_proposed &= ranked_.back().state == MatchState::proposed;
    }
    identity::Calibration calibration;
    if (!all_proposed) {
        weigh(ranked_, [](const Ranked& match) { return match.state != MatchState::hidden; });
        for (const Ranked& match : ranked_) {
            if (const bool* const accepted = states.decided(match.bits);
                accepted != nullptr && match.state != MatchState::hidden) {
                calibration.add(match.total, *accepted);
            }
        }
        calibration.settle();
    }
    weigh(ranked_, [](const Ranked& match) { return match.state == MatchState::proposed; });
    for (Ranked& match : ranked_) {
        match.probability = calibration.at(match.total);
    }
}

const MatchRanking::Ranked* MatchRanking::find(MatchId id) const {
    const auto found = std::lower_bound(ranked_.begin(), ranked_.end(), id, [](const Ranked& match, MatchId wanted) {
        return match.bits.match_id < wanted;
    });
    return found == ranked_.end() || found->bits.match_id != id ? nullptr : &*found;
}

std::string_view to_text(MatchState state) {
    constexpr std::string_view texts[] = {"proposed", "accepted", "rejected", "closed", "hidden"};
    return texts[static_cast<std::size_t>(state)];
}

}  // namespace fanal::app
