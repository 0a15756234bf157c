#pragma once
#include <cstddef>
#include <cstdint>

#include "crm/graph/machine.hpp"
#include "crm/graph/packing.hpp"

namespace fanal::graph {

/// What a round of PageRank reads and writes, by place. Value is float or double. The arrays are as long as all slices
/// and one more, and `flow` is 0 where there is no node.
template <class Value>
struct PullRound {
    InSlices in;
    const Value* flow;          ///< what each place hands out per unit of weight
    const Value* inverse;       ///< 1 / weight out, 0 for those who hand out nothing
    Value* ranks;               ///< replaced
    Value* next_flow;           ///< written
    double base;                ///< what everyone gets
    double damping;             ///< of what comes in along edges
    std::uint32_t place_count;  ///< nodes; the last slice may be fuller
};

/// What a round moved in some slices.
struct Moved {
    double change = 0;    ///< sum of |new - old|
    double dangling = 0;  ///< what those who hand out nothing now hold
};

/// Rounds the slices [first, last): rank = base + damping * (sum over in-edges of weight * flow).
///
/// A row's sum has one association on every path: four partial sums, entry k in number k mod 4, added as
/// (0 + 1) + (2 + 3) after every 256 entries, in double from there on, so that single precision never adds up more than
/// 64 values. |new - old| and what dangles are added up lane by lane, lanes then in order. The path must be one that
/// the processor has, and but for scalar there must be fewer than 2^31 nodes.
Moved pull(Path path, const PullRound<float>& round, std::size_t first, std::size_t last);
/// The same in double precision throughout.
Moved pull(Path path, const PullRound<double>& round, std::size_t first, std::size_t last);

}  // namespace fanal::graph
