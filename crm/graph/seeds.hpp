#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "crm/graph/fan_graph.hpp"
#include "crm/graph/machine.hpp"
#include "crm/graph/reverse_sets.hpp"

namespace fanal::graph {

struct SeedOptions {
    std::uint32_t seeds_count = 50;
    double epsilon = 0.1;        ///< in (0, 1 - 1/e)
    double chance_of_worse = 0;  ///< that the certificate is wrong, in (0, 1); 0: 1/n
    Chances chances = Chances::one_in_degree;
    std::uint64_t seed = 1;
    /// Once so many sets are drawn, the certificate is as good as it got. It takes some 100 bytes a set.
    std::size_t sets_count_max = std::size_t{1} << 26;
    Machine machine = {};  ///< never changes a bit of the result; two threads are put to use
};

/// Spreads count fans, the seeds among them.
struct Seeds {
    std::vector<std::uint32_t> nodes;  ///< in the order chosen: the first few are the seeds of a smaller budget
    double spread = 0;                 ///< how many they reach in expectation; an estimate without bias
    double spread_low = 0;             ///< that expectation is at least this …
    double spread_high = 0;            ///< … and at most this,
    double best_high = 0;              ///< and no other so many fans reach more than this in expectation
    double certified = 0;              ///< spread_low / best_high, at most 1: at least 1 - 1/e - epsilon
    std::size_t sets_count = 0;        ///< reverse-reachable sets drawn
};

/// Measures  whom to reach first: the fans from whom word spreads to most others, when whoever has heard passes it on
///           once to each of those who are tied to them, with that tie's chance (independent cascade). Word goes from
///           an edge's `from` to its `to`.
/// Formula   sets of those by whom a random fan is reached (reverse_sets.hpp); the seeds are chosen greedily to be in
///           as many as possible of one half, and judged by the other half, which knew nothing of the choice. Twice as
///           many are drawn until spread_low >= (1 - 1/e - epsilon) best_high.
/// Source    J. Tang, X. Tang, X. Xiao and J. Yuan (OPIM-C), 2018, with its tightened upper bound.
/// Cost      the sets' members: on a crowd of a million some 30,000 sets of 25; more the less anyone spreads.
/// Empty     gives no seeds. There are never more seeds than nodes.
///
/// With probability 1 - chance_of_worse all four bounds hold. The same graph and options always give the same bits.
/// Throws Error{bad_input} when an option is out of its range.
Seeds best_seeds(const FanGraph& graph, const SeedOptions& options = {});

}  // namespace fanal::graph
