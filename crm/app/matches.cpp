#include "crm/app/matches.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "crm/app/use_cases.hpp"
#include "crm/identity/match_settings.hpp"
#include "crm/storage/fan_rows.hpp"
#include "crm/storage/merge_rows.hpp"
#include "models/error.hpp"

namespace fanal::app {
namespace {

using Ranked = MatchRanking::Ranked;

/// Beyond so many, a profile's interactions make a match no more valuable: ten bits are enough.
constexpr std::int64_t interactions_counted_max = 1000;
/// A conversation that waits counts like so many interactions.
constexpr std::int64_t interactions_a_waiting = 4;

/// As list_matches() says it.
double value_of(double probability, const storage::ProfileCounts& one, const storage::ProfileCounts& other) {
    const std::int64_t interactions =
        std::min({one.interactions_count, other.interactions_count, interactions_counted_max});
    const std::int64_t waiting = one.waiting_count + other.waiting_count;
    return probability * std::log2(static_cast<double>(2 + interactions + interactions_a_waiting * waiting));
}

std::string newest(const Profile& profile, std::string_view field) {
    const auto fact = std::find_if(profile.facts.begin(), profile.facts.end(),
                                   [field](const Fact& one) { return one.field == field; });
    return fact == profile.facts.end() ? std::string() : fact->value;
}

MatchSide side(storage::FanReader& reader, ProfileId id, const storage::ProfileCounts& counts) {
    MatchSide side;
    side.profile_id = id;
    side.fan_id = reader.fan_of(id).value();
    for (const Profile& profile : reader.profiles_of(side.fan_id)) {
        if (std::find(side.fan_networks.begin(), side.fan_networks.end(), profile.network) == side.fan_networks.end()) {
            side.fan_networks.push_back(profile.network);
        }
        if (profile.profile_id == id) {
            side.network = profile.network;
            side.remote_id = profile.remote_id;
            side.handle = newest(profile, "handle");
            side.display_name = newest(profile, "display_name");
            side.url = newest(profile, "url");
            side.avatar_url = newest(profile, "avatar_url");
            side.bio = newest(profile, "bio");
            side.place = newest(profile, "place");
            side.followers_count = profile.followers_count;
        }
    }
    side.interactions_count = counts.interactions_count;
    side.waiting_count = counts.waiting_count;
    side.first_interaction_at = counts.first_interaction_at;
    side.last_interaction_at = counts.last_interaction_at;
    return side;
}

}  // namespace

Match view(storage::Store& store, const Ranked& ranked) {
    constexpr auto all = std::numeric_limits<std::int64_t>::max();
    storage::FanReader reader(store);
    const storage::MatchRow row = storage::find_match(store, ranked.bits.match_id).value();
    const auto counts = storage::counts_of(store, row.profile_id, all);
    const auto other_counts = storage::counts_of(store, row.other_profile_id, all);
    Match match;
    match.match_id = row.match_id;
    match.state = to_text(ranked.state);
    const MergeId merge_id = storage::merge_id(storage::MergeDecider::person, row.profile_id, row.other_profile_id);
    match.merge_id = storage::find_merge(store, merge_id) ? merge_id : MergeId{};
    match.model_id = row.model_id;
    match.profile = side(reader, row.profile_id, counts);
    match.other_profile = side(reader, row.other_profile_id, other_counts);
    match.parts = row.parts;
    match.parts.push_back({"others", ranked.total - ranked.bits.millibits});
    match.total_millibits = ranked.total;
    match.model_probability = 1 / (1 + std::exp2(-ranked.total / 1000.0));
    match.probability = ranked.probability.probability;
    match.probability_low = ranked.probability.low;
    match.probability_high = ranked.probability.high;
    match.decisions_count = ranked.probability.decisions_count;
    match.value = value_of(match.probability, counts, other_counts);
    return match;
}

const Ranked& find_match(const MatchRanking& ranking, std::string_view id) {
    MatchId match_id;
    const auto [end, problem] = std::from_chars(id.data(), id.data() + id.size(), match_id.value);
    const bool is_id = problem == std::errc{} && end == id.data() + id.size();
    const Ranked* const found = is_id ? ranking.find(match_id) : nullptr;
    if (found == nullptr || found->state == MatchState::hidden) {
        throw Error(ErrorKind::not_found, "There is no match " + std::string(id) + "; `fanal matches` lists them.");
    }
    return *found;
}

MatchList list_matches(storage::Store& store, std::int64_t limit, std::optional<double> min_probability) {
    const double least = min_probability.value_or(identity::propose_probability);
    const MatchRanking ranking(store);
    std::vector<std::pair<double, const Ranked*>> valued;
    for (const Ranked& match : ranking.all()) {
        if (match.state == MatchState::proposed && match.probability.probability >= least) {
            const auto counts = [&](ProfileId id) { return storage::counts_of(store, id, interactions_counted_max); };
            valued.emplace_back(value_of(match.probability.probability, counts(match.bits.profile_id),
                                         counts(match.bits.other_profile_id)),
                                &match);
        }
    }
    std::sort(valued.begin(), valued.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second->bits.match_id < b.second->bits.match_id;
    });
    MatchList list;
    list.matches_count = static_cast<std::int64_t>(valued.size());
    valued.resize(std::min(valued.size(), static_cast<std::size_t>(limit)));
    for (const auto& [value, ranked] : valued) {
        list.matches.push_back(view(store, *ranked));
    }
    return list;
}

Match view_match(storage::Store& store, std::string_view id) {
    const MatchRanking ranking(store);
    return view(store, find_match(ranking, id));
}

}  // namespace fanal::app
