#include "crm/app/scored_crowd.hpp"

#include <algorithm>
#include <unordered_map>

#include "crm/storage/score_rows.hpp"

namespace fanal::app {

ScoredCrowd scored_crowd(storage::Store& store) {
    ScoredCrowd crowd;
    const auto scored = storage::scored_profiles(store);
    for (const auto& [profile, fan] : scored) {
        crowd.profiles.push_back(profile);
        crowd.fans.push_back(fan);
    }
    std::sort(crowd.fans.begin(), crowd.fans.end());
    crowd.fans.erase(std::unique(crowd.fans.begin(), crowd.fans.end()), crowd.fans.end());
    for (const auto& [profile, fan] : scored) {
        const auto place = std::lower_bound(crowd.fans.begin(), crowd.fans.end(), fan);
        crowd.fan_of.push_back(static_cast<std::uint32_t>(place - crowd.fans.begin()));
    }
    std::unordered_map<ProfileId, std::uint32_t> nodes;
    nodes.reserve(crowd.profiles.size());
    for (const ProfileId profile : crowd.profiles) {
        nodes.emplace(profile, static_cast<std::uint32_t>(nodes.size()));
    }
    storage::each_tie(store, [&](const storage::TieRow& tie) {
        crowd.ties.push_back({nodes.at(tie.from), nodes.at(tie.to), tie.weight, tie.engagement_received});
    });
    return crowd;
}

}  // namespace fanal::app
