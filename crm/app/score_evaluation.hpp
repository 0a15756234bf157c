#pragma once
#include <functional>
#include <span>
#include <vector>

#include "crm/graph/ties.hpp"
#include "models/score_evaluation.hpp"

namespace fanal::app {

/// Holds every score against what came next: computed from the first 60, 70, 80 and 90 % of the acts, against the acts
/// of the tenth that follows. Nodes whose `is_ours` is set are left out: nobody asks how influential we are. None when
/// there are fewer than 500 acts towards others. Sorts the acts by time. `on_split` is called before each split.
std::vector<ScoreEvaluation> evaluate_forward(std::span<graph::Act> acts, const std::vector<bool>& is_ours,
                                              const std::function<void()>& on_split);

}  // namespace fanal::app
