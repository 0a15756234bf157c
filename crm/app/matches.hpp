#pragma once
#include <string_view>

#include "crm/app/match_ranking.hpp"
#include "crm/storage/store.hpp"
#include "models/match.hpp"

namespace fanal::app {

/// The match with this id, as a person writes it. Throws not_found.
const MatchRanking::Ranked& find_match(const MatchRanking& ranking, std::string_view id);

/// All that is shown of a match.
Match view(storage::Store& store, const MatchRanking::Ranked& ranked);

}  // namespace fanal::app
