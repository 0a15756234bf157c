#include "crm/app/scored_crowd.hpp"

#include <algorithm>
#include <unordered_map>

#include "crm/storage/fan_rows.hpp"
#include "crm/storage/score_rows.hpp"
#include "models/error.hpp"

namespace fanal::app {

std::vector<Edge> ScoredCrowd::edges() const {
    std::vector<Edge> edges;
    for (const influence::Tie& tie : ledger.ties()) {
        edges.push_back({tie.from, tie.to, static_cast<float>(influence::tie_strength(tie.worth))});
    }
    return edges;
}

ScoredCrowd scored_crowd(storage::Store& store) {
    const auto as_of = storage::scores_as_of(store);
    if (!as_of) {
        throw Error(ErrorKind::not_found, "No ties are known yet: `fanal scores refresh` finds them.");
    }
    std::vector<ProfileId> profiles;
    std::vector<FanId> fans;
    const auto scored = storage::scored_profiles(store);
    for (const auto& [profile, fan] : scored) {
        profiles.push_back(profile);
        fans.push_back(fan);
    }
    std::sort(fans.begin(), fans.end());
    fans.erase(std::unique(fans.begin(), fans.end()), fans.end());
    std::vector<std::uint32_t> fan_of;
    std::unordered_map<ProfileId, std::uint32_t> fan_of_id;
    fan_of_id.reserve(profiles.size());
    for (const auto& [profile, fan] : scored) {
        fan_of.push_back(static_cast<std::uint32_t>(std::lower_bound(fans.begin(), fans.end(), fan) - fans.begin()));
        fan_of_id.emplace(profile, fan_of.back());
    }
    influence::Ledger ledger(*as_of, static_cast<std::uint32_t>(fans.size()));
    storage::each_tie(store, [&](const storage::TieRow& tie) {
        ledger.add({fan_of_id.at(tie.from), fan_of_id.at(tie.to), {tie.fast, tie.slow}});
    });
    return {*as_of, std::move(profiles), std::move(fans), std::move(fan_of), std::move(ledger)};
}

}  // namespace fanal::app
