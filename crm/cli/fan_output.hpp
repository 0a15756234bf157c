#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "crm/cli/terminal.hpp"
#include "models/fan.hpp"
#include "models/scores_report.hpp"

namespace fanal::cli {

/// A fan on a page: profiles with their facts, counts, scores, history.
std::string fan_text(const Terminal& terminal, const FanView& view, std::int64_t history_max);

/// What a refresh of the scores did, in one line.
std::string scores_text(const ScoresReport& report);

/// All kinds together.
std::int64_t total(const KindCounts& counts);

/// "x @ana"; the profile's name or id where it has no handle.
std::string merged_profile_text(const MergedProfile& profile);

/// Merges as a table, indented.
std::string merges_text(const Terminal& terminal, const std::vector<MergeView>& merges, std::size_t indent);

}  // namespace fanal::cli
