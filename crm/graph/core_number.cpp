#include "crm/graph/core_number.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>

namespace fanal::graph {

namespace {

/// Whom each place touches, whichever way, each once: the graph's own out-rows, and beside them the in-edges that no
/// out-edge of the same place repeats.
class Neighbours {
  public:
    explicit Neighbours(const FanGraph& graph) : out_(graph.out_rows()), starts_(std::size_t{graph.node_count()} + 1) {
        const InSlices in = graph.in_slices();
        in_only_.resize(std::size_t{graph.edge_count()} + 1);
        std::vector<std::uint8_t> is_out(graph.node_count(), 0);  // whom the place at hand acts towards
        std::uint32_t kept = 0;
        for (std::uint32_t place = 0; place < graph.node_count(); ++place) {
            starts_[place] = kept;
            for (const std::uint32_t other : out_.of(place)) {
                is_out[other] = 1;
            }
            // Whether an edge is answered cannot be foretold, so each is written and those answered written over.
            each_in(in, place, [&](std::uint64_t slot) {
                in_only_[kept] = in.places[slot];
                kept += 1U - is_out[in.places[slot]];
            });
            for (const std::uint32_t other : out_.of(place)) {
                is_out[other] = 0;
            }
        }
        starts_.back() = kept;
    }

    std::uint32_t place_count() const { return static_cast<std::uint32_t>(starts_.size() - 1); }
    std::span<const std::uint32_t> acted_towards(std::uint32_t place) const { return out_.of(place); }
    std::span<const std::uint32_t> only_acted_by(std::uint32_t place) const {
        return {in_only_.data() + starts_[place], starts_[place + 1] - starts_[place]};
    }
    std::uint32_t degree(std::uint32_t place) const { return out_.degree(place) + starts_[place + 1] - starts_[place]; }
    void prefetch(std::uint32_t place) const {
        __builtin_prefetch(out_.places.data() + out_.starts[place]);
        __builtin_prefetch(in_only_.data() + starts_[place]);
    }

  private:
    OutRows out_;
    Array<std::uint32_t> starts_;
    Array<std::uint32_t> in_only_;
};

/// Peels level by level. Each level looks once at those still standing, so that all looks together are the sum of the
/// core numbers, which is at most twice the number of edges: linear, and without the bucket positions of the textbook.
///
/// Whoever goes keeps the number of neighbours left at that moment, which is the level; whoever stands has more. So
/// these numbers are all the state there is, and at the end they are the core numbers.
class Peeling {
  public:
    explicit Peeling(const Neighbours& neighbours)
        : neighbours_(neighbours),
          left_(neighbours.place_count()),
          standing_(neighbours.place_count()),
          leaving_(std::size_t{neighbours.place_count()} + 1) {
        for (std::uint32_t place = 0; place < neighbours.place_count(); ++place) {
            left_[place] = neighbours.degree(place);
        }
        std::iota(standing_.begin(), standing_.end(), 0U);
    }

    const Array<std::uint32_t>& run() {
        std::uint32_t level = 0;
        while (!standing_.empty()) {
            const std::uint32_t least = take_leaving(level);
            if (leaving_count_ == 0) {
                level = least;
                continue;
            }
            peel(level);
            ++level;
        }
        return left_;
    }

  private:
    /// Moves everyone with `level` neighbours left from standing_ to leaving_, and drops those who went since the last
    /// look; gives the least that the others have.
    std::uint32_t take_leaving(std::uint32_t level) {
        leaving_count_ = 0;
        std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
        std::erase_if(standing_, [&](std::uint32_t place) {
            if (left_[place] > level) {
                least = std::min(least, left_[place]);
                return false;
            }
            if (left_[place] == level) {
                leaving_[leaving_count_++] = place;
            }
            return true;
        });
        return least;
    }

    /// Lets leaving_ go, and with them everyone who thereby sinks to `level`. leaving_ grows while it is walked.
    void peel(std::uint32_t level) {
        constexpr std::uint32_t ahead = 4;
        for (std::uint32_t i = 0; i < leaving_count_; ++i) {
            if (i + ahead < leaving_count_) {
                neighbours_.prefetch(leaving_[i + ahead]);
            }
            const std::uint32_t place = leaving_[i];
            take_from(neighbours_.acted_towards(place), level);
            take_from(neighbours_.only_acted_by(place), level);
        }
    }

    /// One neighbour less for each. Who has already gone cannot be foretold, so there is no branch on it.
    void take_from(std::span<const std::uint32_t> others, std::uint32_t level) {
        std::uint32_t count = leaving_count_;
        for (const std::uint32_t other : others) {
            const std::uint32_t left = left_[other];
            left_[other] = left - (left > level ? 1 : 0);
            leaving_[count] = other;
            count += left == level + 1 ? 1 : 0;
        }
        leaving_count_ = count;
    }

    const Neighbours& neighbours_;
    Array<std::uint32_t> left_;  ///< neighbours not yet gone, or the level at which one went
    Array<std::uint32_t> standing_;
    Array<std::uint32_t> leaving_;  ///< the first leaving_count_ of it
    std::uint32_t leaving_count_ = 0;
};

}  // namespace

std::vector<std::uint32_t> core_numbers(const FanGraph& graph) {
    const Neighbours neighbours(graph);
    return graph.by_node<std::uint32_t>(Peeling(neighbours).run());
}

}  // namespace fanal::graph
