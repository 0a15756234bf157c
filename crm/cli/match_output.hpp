#pragma once
#include <string>
#include <vector>

#include "crm/cli/terminal.hpp"
#include "models/match.hpp"

namespace fanal::cli {

/// "x @ana"
std::string match_side_text(const MatchSide& side);

/// A table of matches, a line each.
std::string matches_text(const Terminal& terminal, const std::vector<Match>& matches);

/// What people keep apart, a line each.
std::string separations_text(const Terminal& terminal, const std::vector<SeparationView>& separations);

/// Two profiles side by side, and the evidence.
std::string match_text(const Terminal& terminal, const Match& match);

/// How many were accepted, or would be, and the least certain of them.
std::string accepted_matches_text(const Terminal& terminal, const AcceptedMatches& accepted);

}  // namespace fanal::cli
