#include "crm/graph/core_number.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

namespace fanal::graph {

namespace {

/// Who touches whom, whichever way: each pair of neighbours stands once in either row.
struct Neighbours {
    std::vector<std::size_t> starts;
    std::vector<std::uint32_t> nodes;
};

Neighbours undirected(const FanGraph& graph) {
    const OutRows out = graph.out_rows();
    const InSlices in = graph.in_slices();
    Neighbours all;
    all.starts.reserve(std::size_t{graph.node_count()} + 1);
    all.starts.push_back(0);
    all.nodes.reserve(std::size_t{graph.edge_count()} * 2);
    std::vector<std::uint32_t> in_row;
    for (std::uint32_t place = 0; place < graph.node_count(); ++place) {
        const auto out_row = out.of(place);
        in_row.clear();
        each_in(in, place, [&](std::uint64_t slot) { in_row.push_back(in.places[slot]); });
        std::set_union(out_row.begin(), out_row.end(), in_row.begin(), in_row.end(), std::back_inserter(all.nodes));
        all.starts.push_back(all.nodes.size());
    }
    return all;
}

/// Peels level by level. Each level looks once at those still standing, so that all looks together are the sum of the
/// core numbers, which is at most twice the number of edges: linear, and without the bucket positions of the textbook.
class Peeling {
  public:
    explicit Peeling(const Neighbours& neighbours)
        : neighbours_(neighbours),
          left_(neighbours.starts.size() - 1),
          core_(left_.size(), 0),
          standing_(left_.size()) {
        for (std::size_t node = 0; node < left_.size(); ++node) {
            left_[node] = static_cast<std::uint32_t>(neighbours.starts[node + 1] - neighbours.starts[node]);
        }
        std::iota(standing_.begin(), standing_.end(), 0U);
    }

    std::vector<std::uint32_t> run() {
        std::uint32_t level = 0;
        while (!standing_.empty()) {
            const std::uint32_t least = take_leaving(level);
            if (leaving_.empty()) {
                level = least;
                continue;
            }
            peel(level);
            ++level;
        }
        return std::move(core_);
    }

  private:
    static constexpr std::uint32_t gone = std::numeric_limits<std::uint32_t>::max();

    /// Moves everyone with at most `level` neighbours left from standing_ to leaving_; gives the least that the others
    /// have.
    std::uint32_t take_leaving(std::uint32_t level) {
        leaving_.clear();
        std::uint32_t least = gone;
        std::erase_if(standing_, [&](std::uint32_t node) {
            if (left_[node] == gone) {
                return true;
            }
            if (left_[node] <= level) {
                leaving_.push_back(node);
                return true;
            }
            least = std::min(least, left_[node]);
            return false;
        });
        for (const std::uint32_t node : leaving_) {
            left_[node] = gone;
        }
        return least;
    }

    /// Lets leaving_ go, and with them everyone who thereby sinks to `level`. leaving_ grows while it is walked.
    void peel(std::uint32_t level) {
        for (std::size_t i = 0; i < leaving_.size(); ++i) {
            const std::uint32_t node = leaving_[i];
            core_[node] = level;
            for (std::size_t k = neighbours_.starts[node]; k < neighbours_.starts[node + 1]; ++k) {
                const std::uint32_t other = neighbours_.nodes[k];
                if (left_[other] != gone && --left_[other] == level) {
                    left_[other] = gone;
                    leaving_.push_back(other);
                }
            }
        }
    }

    const Neighbours& neighbours_;
    std::vector<std::uint32_t> left_;  ///< neighbours not yet gone, or `gone`
    std::vector<std::uint32_t> core_;
    std::vector<std::uint32_t> standing_;
    std::vector<std::uint32_t> leaving_;
};

}  // namespace

std::vector<std::uint32_t> core_numbers(const FanGraph& graph) {
    const Neighbours neighbours = undirected(graph);
    return graph.by_node<std::uint32_t>(Peeling(neighbours).run());
}

}  // namespace fanal::graph
