#include "crm/app/match_ranking.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "crm/app/match_states.hpp"
#include "crm/identity/match_settings.hpp"
#include "crm/identity/network_matches.hpp"
#include "crm/identity/network_model.hpp"
#include "crm/storage/merge_rows.hpp"
#include "crm/storage/separation_rows.hpp"

namespace fanal::app {
namespace {

using Ranked = MatchRanking::Ranked;
using storage::MatchBits;

std::vector<Ranked> unranked(std::vector<MatchBits> matches) {
    std::vector<Ranked> ranked;
    ranked.reserve(matches.size());
    for (const MatchBits& match : matches) {
        ranked.push_back({match, MatchState::proposed, 0, {}});
    }
    return ranked;
}

bool is_open(const Ranked& match) {
    return match.state == MatchState::proposed || match.state == MatchState::repeated;
}

/// Sets the totals of these matches, which compete with each other and with no other. Those of a profile compete that
/// lead to one network.
template <class Competes>
void weigh(std::vector<Ranked>& all, Competes competes) {
    std::size_t places = 0, networks = 0;
    for (const Ranked& match : all) {
        places = std::max<std::size_t>({places, match.bits.place + 1U, match.bits.other_place + 1U});
        networks = std::max<std::size_t>({networks, match.bits.network + 1U, match.bits.other_network + 1U});
    }
    std::vector<double> sums(places * networks);  // of the odds of a place towards a network
    const auto towards = [&](std::uint32_t place, std::uint16_t network) -> double& {
        return sums[place * networks + network];
    };
    for (const Ranked& match : all) {
        if (competes(match)) {
            const double odds = identity::odds_of(match.bits.millibits / 1000.0);
            towards(match.bits.place, match.bits.other_network) += odds;
            towards(match.bits.other_place, match.bits.network) += odds;
        }
    }
    for (Ranked& match : all) {
        if (competes(match)) {
            const MatchBits& bits = match.bits;
            const double probability = identity::probability_among(identity::odds_of(bits.millibits / 1000.0),
                                                                   towards(bits.place, bits.other_network),
                                                                   towards(bits.other_place, bits.network));
            match.total = std::min(bits.millibits, identity::log_odds_millibits(probability));
        }
    }
}

/// Of the open matches of each two fans, leaves one proposed: the strongest, of equal ones the first.
void mark_repeated(std::vector<Ranked>& ranked, const MatchStates& states) {
    std::map<std::pair<FanId, FanId>, Ranked*> asking;
    for (Ranked& match : ranked) {
        if (match.state == MatchState::proposed && states.is_joined(match.bits)) {
            Ranked*& strongest = asking[std::minmax(match.bits.fan_id, match.bits.other_fan_id)];
            Ranked* weaker = &match;
            if (strongest == nullptr || match.total > strongest->total) {
                std::swap(strongest, weaker);
            }
            if (weaker != nullptr) {
                weaker->state = MatchState::repeated;
            }
        }
    }
}

/// What people said of two profiles.
struct Said {
    ProfileId profile_id;
    ProfileId other_profile_id;
    bool accepted = false;
    Instant at;
};

/// The newest of what people said looking at two profiles, as many as a calibration takes.
std::vector<Said> newest_said(storage::Store& store) {
    std::vector<Said> said;
    for (const storage::MergeRow& merge : storage::newest_single_merges(store, identity::calibration_decisions_max)) {
        said.push_back({merge.profile_id, merge.other_profile_id, true, merge.merged_at});
    }
    for (const storage::Separation& separation : storage::all_separations(store)) {
        if (separation.reason == storage::SeparationReason::rejected) {
            said.push_back({separation.profile_id, separation.other_profile_id, false, separation.decided_at});
        }
    }
    std::sort(said.begin(), said.end(), [](const Said& a, const Said& b) {
        return std::tuple(b.at, a.profile_id, a.other_profile_id) < std::tuple(a.at, b.profile_id, b.other_profile_id);
    });
    said.resize(std::min(said.size(), static_cast<std::size_t>(identity::calibration_decisions_max)));
    return said;
}

const Ranked* find(const std::vector<Ranked>& ranked, MatchId id) {
    const auto found = std::lower_bound(ranked.begin(), ranked.end(), id, [](const Ranked& match, MatchId wanted) {
        return match.bits.match_id < wanted;
    });
    return found == ranked.end() || found->bits.match_id != id ? nullptr : &*found;
}

/// How far people bore the model out. What they decided is weighed beside all matches, decided or not.
identity::Calibration calibrate(storage::Store& store, storage::MatchReader& reader, MatchStates& states) {
    const std::vector<Said> all_said = newest_said(store);
    std::vector<ProfileId> profiles;
    for (const Said& said : all_said) {
        profiles.insert(profiles.end(), {said.profile_id, said.other_profile_id});
    }
    std::vector<Ranked> near = unranked(reader.of(profiles));
    std::erase_if(near, [&](const Ranked& match) { return states.is_hidden(match.bits); });
    weigh(near, [](const Ranked&) { return true; });
    identity::Calibration calibration;
    for (const Said& said : all_said) {
        if (const Ranked* match = find(near, storage::match_id(said.profile_id, said.other_profile_id))) {
            calibration.add(match->total, said.accepted);
        }
    }
    calibration.settle();
    return calibration;
}

}  // namespace

MatchRanking::MatchRanking(storage::Store& store) {
    storage::MatchReader reader(store);
    ranked_ = unranked(reader.all());
    MatchStates states(store, reader);
    states.expect_all();
    for (Ranked& match : ranked_) {
        match.state = states.of(match.bits);
    }
    weigh(ranked_, is_open);
    mark_repeated(ranked_, states);
    const identity::Calibration calibration = calibrate(store, reader, states);
    for (Ranked& match : ranked_) {
        if (is_open(match)) {
            match.probability = calibration.at(match.total);
        }
    }
}

std::optional<Ranked> MatchRanking::of(storage::Store& store, MatchId id) {
    storage::MatchReader reader(store);
    const auto row = reader.find(id);
    if (!row) {
        return std::nullopt;
    }
    std::vector<ProfileId> profiles;
    for (const ProfileId profile : {row->profile_id, row->other_profile_id}) {
        const auto same = reader.profiles_of(reader.fan_of(profile));
        profiles.insert(profiles.end(), same.begin(), same.end());
    }
    std::vector<Ranked> ranked = unranked(reader.of(profiles));
    MatchStates states(store, reader);
    for (Ranked& match : ranked) {
        match.state = states.of(match.bits);
    }
    const Ranked* const match = find(ranked, id);
    if (is_open(*match)) {
        weigh(ranked, is_open);
        mark_repeated(ranked, states);
    } else {
        weigh(ranked, [](const Ranked& one) { return one.state != MatchState::hidden; });
    }
    Ranked found = *match;
    found.probability = calibrate(store, reader, states).at(found.total);
    return found;
}

std::string_view to_text(MatchState state) {
    constexpr std::string_view texts[] = {"proposed", "repeated", "accepted", "rejected", "closed", "hidden"};
    return texts[static_cast<std::size_t>(state)];
}

}  // namespace fanal::app
