#include "crm/graph/core_number.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <unordered_map>

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
    /// Who goes is in no order of memory, so rows are asked for some turns before they are walked, and where they
    /// start before that.
    void prefetch_starts(std::uint32_t place) const {
        __builtin_prefetch(out_.starts.data() + place);
        __builtin_prefetch(starts_.data() + place);
    }
    void prefetch(std::uint32_t place) const {
        const std::uint32_t* out = out_.places.data() + out_.starts[place];
        const std::uint32_t* in = in_only_.data() + starts_[place];
        __builtin_prefetch(out);
        __builtin_prefetch(out + 16);
        __builtin_prefetch(in);
        __builtin_prefetch(in + 16);
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
///
/// They are read at random, so they are kept in 16 bits: no core number is larger where there are fewer than 2^30
/// edges. The few who have more neighbours than that stand at the highest number until the rest has been counted off.
template <class Count>
class Peeling {
  public:
    explicit Peeling(const Neighbours& neighbours)
        : neighbours_(neighbours),
          left_(neighbours.place_count()),
          standing_(neighbours.place_count()),
          leaving_(std::size_t{neighbours.place_count()} + 1) {
        for (std::uint32_t place = 0; place < neighbours.place_count(); ++place) {
            const std::uint32_t degree = neighbours.degree(place);
            left_[place] = static_cast<Count>(std::min<std::uint32_t>(degree, highest));
            if (degree > highest) {
                beyond_.emplace(place, degree - highest);
            }
        }
        std::iota(standing_.begin(), standing_.end(), 0U);
    }

    const Array<Count>& run() {
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
                least = std::min<std::uint32_t>(least, left_[place]);
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
        constexpr std::uint32_t ahead = 8;
        for (std::uint32_t i = 0; i < leaving_count_; ++i) {
            if (i + 2 * ahead < leaving_count_) {
                neighbours_.prefetch_starts(leaving_[i + 2 * ahead]);
            }
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
            if (left == highest && count_off(other)) [[unlikely]] {
                continue;
            }
            left_[other] = static_cast<Count>(left - (left > level ? 1 : 0));
            leaving_[count] = other;
            count += left == level + 1 ? 1 : 0;
        }
        leaving_count_ = count;
    }

    /// Whether a neighbour was taken from those beyond the highest number.
    bool count_off(std::uint32_t place) {
        const auto found = beyond_.find(place);
        if (found == beyond_.end()) {
            return false;
        }
        if (--found->second == 0) {
            beyond_.erase(found);
        }
        return true;
    }

    static constexpr std::uint32_t highest = std::numeric_limits<Count>::max();

    const Neighbours& neighbours_;
    Array<Count> left_;  ///< neighbours not yet gone, or the level at which one went
    std::unordered_map<std::uint32_t, std::uint32_t> beyond_;  ///< what of them left_ cannot hold
    Array<std::uint32_t> standing_;
    Array<std::uint32_t> leaving_;  ///< the first leaving_count_ of it
    std::uint32_t leaving_count_ = 0;
};

}  // namespace

std::vector<std::uint32_t> core_numbers(const FanGraph& graph) {
    const Neighbours neighbours(graph);
    constexpr std::uint32_t few_edges = std::uint32_t{1} << 30;
    return graph.edge_count() < few_edges ? graph.by_node<std::uint32_t>(Peeling<std::uint16_t>(neighbours).run())
                                          : graph.by_node<std::uint32_t>(Peeling<std::uint32_t>(neighbours).run());
}

}  // namespace fanal::graph
