#include "crm/graph/pagerank_round.hpp"

#include "crm/graph/lanes.hpp"

namespace fanal::graph {

#define FANAL_KERNEL "crm/graph/pagerank_round.inc"
#include "crm/graph/on_each_path.inc"

Moved pull([[maybe_unused]] Path path, const PullRound<float>& round, std::size_t first, std::size_t last) {
    return FANAL_ON_PATH(pull_all, Floats, round, first, last);
}

Moved pull([[maybe_unused]] Path path, const PullRound<double>& round, std::size_t first, std::size_t last) {
    return FANAL_ON_PATH(pull_all, Doubles, round, first, last);
}

}  // namespace fanal::graph
