#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "crm/graph/fan_graph.hpp"

namespace fanal::graph {

/// With what chance a fan's act brings in another, by whom it is acted towards.
enum class Chances {
    one_in_degree,  ///< for each edge 1 / (edges into the one whom it reaches): the weighted cascade
    weights,        ///< the edge's own weight, which must not be above 1
};

/// What drawing needs to know of each place: how many edges go in, and how far apart those lie that pass something on.
class ReverseRows {
  public:
    /// Throws Error{bad_input} when weights are to be chances and one is above 1.
    ReverseRows(const FanGraph& graph, Chances chances);

  private:
    friend class ReverseSets;

    struct Row {
        std::uint32_t degree = 0;
        float most = 0;     ///< no edge into the place has a larger chance
        double stride = 0;  ///< 1 / ln(1 - most)
    };

    InSlices in_;
    bool weighted_ = false;
    Array<Row> rows_;
};

/// Reverse-reachable sets: for a fan drawn by lot, all who would have reached that fan had they begun, each edge having
/// been kept with its chance. Of all fans together a group of fans reaches as many as the share of the sets that it is
/// in (C. Borgs, M. Brautbar, J. Chayes and B. Lucier, 2014).
///
/// Each set has its own random numbers, from the seed and its index, so that it is the same whenever it is drawn. 16
/// are drawn in turns, so that each waits for memory while the others go on; and who reaches a place is found by
/// skipping over the edges that were not kept, not by asking each (Q. Guo, S. Wang, Z. Wei and M. Chen (SUBSIM), 2020).
class ReverseSets {
  public:
    ReverseSets(const ReverseRows& rows, std::uint64_t seed);

    /// Draws until there are so many. Memory: 4 bytes a member, 8 a set, 2 a node of the graph.
    void draw_to(std::size_t sets_count);

    std::size_t count() const { return starts_.size() - 1; }
    std::span<const std::uint32_t> members() const { return members_; }  ///< places, set after set
    std::span<const std::uint32_t> of(std::size_t set) const {
        return {members_.data() + starts_[set], members_.data() + starts_[set + 1]};
    }

  private:
    /// A set that is being drawn: members before `next` have been asked who reaches them.
    struct Drawing {
        std::uint64_t random = 0;
        std::vector<std::uint32_t> members;
        std::size_t next = 0;
        std::vector<std::uint64_t> kept;  ///< slots of the edges that the one at hand is reached by
        bool is_open = false;
    };

    void begin(std::size_t lane, std::size_t set);
    void keep_edges(Drawing& drawing) const;
    void look_up(Drawing& drawing) const;
    bool add_members(std::size_t lane);

    const ReverseRows& rows_;
    std::uint64_t seed_;
    std::vector<Drawing> drawings_;
    Array<std::uint16_t> in_set_;  ///< by place: a bit for each of the sets being drawn
    std::vector<std::uint32_t> members_;
    std::vector<std::uint64_t> starts_ = {0};
};

}  // namespace fanal::graph
