#pragma once
#include <string_view>
#include <vector>

#include "crm/app/match_ranking.hpp"
#include "crm/storage/store.hpp"
#include "models/match.hpp"

namespace fanal::app {

/// The match with this id, as a person writes it. Throws not_found.
MatchRanking::Ranked ranked_match(storage::Store& store, std::string_view id);

/// What the match rests on: the row's parts, and what other matches take off it.
std::vector<MatchPart> parts_of(const storage::MatchRow& row, const MatchRanking::Ranked& ranked);

/// All that is shown of a match.
Match view(storage::Store& store, const MatchRanking::Ranked& ranked);

}  // namespace fanal::app
