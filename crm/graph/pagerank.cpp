#include "crm/graph/pagerank.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "models/error.hpp"

namespace fanal::graph {

namespace {

/// What is read at random, once an edge, is what each node hands out per unit of weight. While rounds still move more
/// than this, single precision is exact enough for it and halves the memory that the reads are spread over; sums are
/// always double. Below it the last rounds read doubles.
constexpr double single_precision_change = 1e-6;

void check(const PageRankOptions& options) {
    if (!(options.damping >= 0 && options.damping < 1)) {
        throw Error(ErrorKind::bad_input, "The damping of PageRank must be at least 0 and below 1.");
    }
    if (!(options.tolerance > 0)) {
        throw Error(ErrorKind::bad_input, "The tolerance of PageRank must be above 0.");
    }
    if (options.iterations_max < 1) {
        throw Error(ErrorKind::bad_input, "PageRank needs at least one iteration.");
    }
}

/// 1 / (weight out of the place), and 0 for a dangling one.
std::vector<double> inverse_out_weights(const FanGraph& graph) {
    const InSlices in = graph.in_slices();
    std::vector<double> inverse(graph.node_count(), 0.0);
    for (std::uint32_t place = 0; place < graph.node_count(); ++place) {
        each_in(in, place, [&](std::uint64_t slot) { inverse[in.places[slot]] += in.weight(slot); });
    }
    for (double& value : inverse) {
        value = value > 0 ? 1 / value : 0;
    }
    return inverse;
}

class Walk {
  public:
    Walk(const FanGraph& graph, const PageRankOptions& options)
        : graph_(graph),
          in_(graph.in_slices()),
          options_(options),
          inverse_out_(inverse_out_weights(graph)),
          pagerank_(graph.node_count(), 1.0 / graph.node_count()),
          dangling_(static_cast<double>(std::count(inverse_out_.begin(), inverse_out_.end(), 0.0)) /
                    graph.node_count()) {}

    PageRank run() {
        PageRank result;
        double change = INFINITY;
        const double coarse = std::max(options_.tolerance, single_precision_change);
        iterate<float>(coarse, result.iterations_count, change);
        iterate<double>(options_.tolerance, result.iterations_count, change);
        result.converged = change < options_.tolerance;
        const double sum = std::accumulate(pagerank_.begin(), pagerank_.end(), 0.0);
        for (double& value : pagerank_) {
            value /= sum;
        }
        result.pagerank = graph_.by_node<double>(pagerank_);
        return result;
    }

  private:
    /// Rounds with reads of type Flow until one moves less than `tolerance`.
    template <class Flow>
    void iterate(double tolerance, int& iterations_count, double& change) {
        if (change < tolerance) {
            return;
        }
        std::vector<Flow> flow(pagerank_.size());
        std::vector<Flow> next(pagerank_.size());
        for (std::size_t node = 0; node < flow.size(); ++node) {
            flow[node] = static_cast<Flow>(pagerank_[node] * inverse_out_[node]);
        }
        while (change >= tolerance && iterations_count < options_.iterations_max) {
            change = in_.is_weighted() ? round<Flow, true>(flow, next) : round<Flow, false>(flow, next);
            flow.swap(next);
            ++iterations_count;
        }
    }

    /// What comes in over the edges into a place.
    template <class Flow, bool weighted>
    double pulled(const std::vector<Flow>& flow, std::uint32_t place) const {
        double sum = 0;
        each_in(in_, place, [&](std::uint64_t slot) {
            const double handed_out = flow[in_.places[slot]];
            sum += weighted ? in_.weight(slot) * handed_out : handed_out;
        });
        return sum;
    }

    /// One round: gives the L1 distance that it moved.
    template <class Flow, bool weighted>
    double round(const std::vector<Flow>& flow, std::vector<Flow>& next) {
        const auto count = static_cast<double>(pagerank_.size());
        const double base = (1 - options_.damping + options_.damping * dangling_) / count;
        double change = 0;
        double dangling = 0;
        for (std::uint32_t node = 0; node < pagerank_.size(); ++node) {
            const double sum = pulled<Flow, weighted>(flow, node);
            const double value = base + options_.damping * sum;
            change += std::abs(value - pagerank_[node]);
            pagerank_[node] = value;
            dangling += inverse_out_[node] == 0 ? value : 0;
            next[node] = static_cast<Flow>(value * inverse_out_[node]);
        }
        dangling_ = dangling;
        return change;
    }

    const FanGraph& graph_;
    InSlices in_;
    PageRankOptions options_;
    std::vector<double> inverse_out_;
    std::vector<double> pagerank_;
    double dangling_;  ///< what those without an edge out hold together
};

}  // namespace

PageRank pagerank(const FanGraph& graph, const PageRankOptions& options) {
    check(options);
    return graph.node_count() == 0 ? PageRank{} : Walk(graph, options).run();
}

}  // namespace fanal::graph
