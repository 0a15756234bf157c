#include "crm/app/matches.hpp"

#include <algorithm>
#include <cmath>

#include "crm/app/use_cases.hpp"
#include "crm/identity/match_settings.hpp"
#include "crm/storage/fan_rows.hpp"
#include "crm/storage/merge_rows.hpp"
#include "models/error.hpp"
#include "models/id_text.hpp"

namespace fanal::app {
namespace {

using Ranked = MatchRanking::Ranked;

/// Beyond so many, a profile's interactions make a match no more valuable: ten bits are enough.
constexpr std::int64_t interactions_counted_max = 1000;
/// A conversation that waits counts like so many interactions.
constexpr std::int64_t interactions_a_waiting = 4;

/// As list_matches() says it.
template <class Counts>
double value_of(double probability, const Counts& one, const Counts& other) {
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

/// What the part of this name compared of the two, as identity::weigh_handles() does: where both have a name or none
/// has, both sides with what they say, otherwise the handle of the one without with what the other says.
std::string compared(const MatchSide& one, const storage::MatchNamingRow& naming, const MatchSide& other,
                     const storage::MatchNamingRow& other_naming, std::string_view part) {
    if (part == "name") {
        return naming.name.empty() || other_naming.name.empty() ? "" : one.display_name + " ~ " + other.display_name;
    }
    if (part == "place") {
        return one.place.empty() || other.place.empty() ? "" : one.place + " ~ " + other.place;
    }
    if (part != "handle") {
        return "";
    }
    const auto said = [](const MatchSide& side, const storage::MatchNamingRow& row) {
        const std::string handle = row.core.empty() ? "" : side.handle;
        return handle + (handle.empty() || row.name.empty() ? "" : " + ") + (row.name.empty() ? "" : side.display_name);
    };
    const bool named = !naming.name.empty(), other_named = !other_naming.name.empty();
    const bool handles = !naming.core.empty() && !other_naming.core.empty();
    const bool explained = named == other_named ? handles : named ? !other_naming.core.empty() : !naming.core.empty();
    return explained ? said(one, naming) + " ~ " + said(other, other_naming) : "";
}

}  // namespace

std::vector<MatchPart> parts_of(const storage::MatchRow& row, const Ranked& ranked) {
    std::vector<MatchPart> parts = row.parts;
    parts.push_back({"others", ranked.total - ranked.bits.millibits});
    return parts;
}

Match view(storage::Store& store, const Ranked& ranked) {
    storage::FanReader reader(store);
    const storage::MatchRow row = storage::MatchReader(store).find(ranked.bits.match_id).value();
    const auto counts = storage::counts_of(store, row.profile_id);
    const auto other_counts = storage::counts_of(store, row.other_profile_id);
    Match match;
    match.match_id = row.match_id;
    match.state = to_text(ranked.state);
    const MergeId merge_id = storage::merge_id(storage::MergeDecider::person, row.profile_id, row.other_profile_id);
    match.merge_id = storage::find_merge(store, merge_id) ? merge_id : MergeId{};
    match.model_id = row.model_id;
    match.profile = side(reader, row.profile_id, counts);
    match.other_profile = side(reader, row.other_profile_id, other_counts);
    match.parts = parts_of(row, ranked);
    storage::MatchTable table(store);
    const auto naming = table.naming(row.profile_id), other_naming = table.naming(row.other_profile_id);
    for (MatchPart& part : match.parts) {
        part.compared = naming && other_naming
                            ? compared(match.profile, *naming, match.other_profile, *other_naming, part.name)
                            : "";
    }
    match.total_millibits = ranked.total;
    match.model_probability = 1 / (1 + std::exp2(-ranked.total / 1000.0));
    match.probability = ranked.probability.probability;
    match.probability_low = ranked.probability.low;
    match.probability_high = ranked.probability.high;
    match.decisions_count = ranked.probability.decisions_count;
    match.value = value_of(match.probability, counts, other_counts);
    return match;
}

MatchRanking::Ranked ranked_match(storage::Store& store, std::string_view id) {
    const auto match_id = parse_id(id);
    const auto found = match_id ? MatchRanking::of(store, {*match_id}) : std::nullopt;
    if (!found || found->state == MatchState::hidden) {
        throw Error(ErrorKind::not_found, "There is no match " + std::string(id) + "; `fanal matches` lists them.");
    }
    return *found;
}

MatchList list_matches(storage::Store& store, std::int64_t limit, std::optional<double> min_probability) {
    const double least = min_probability.value_or(identity::propose_probability);
    const MatchRanking ranking(store);
    storage::ProfileTallies tallies(store, interactions_counted_max);
    std::vector<std::pair<double, const Ranked*>> valued;
    for (const Ranked& match : ranking.all()) {
        if (match.state == MatchState::proposed && match.probability.probability >= least) {
            valued.emplace_back(value_of(match.probability.probability, tallies.of(match.bits.profile_id),
                                         tallies.of(match.bits.other_profile_id)),
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
    return view(store, ranked_match(store, id));
}

}  // namespace fanal::app
