#include "crm/graph/pagerank.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "crm/graph/pagerank_round.hpp"
#include "models/error.hpp"

namespace fanal::graph {

namespace {

/// What is read at random, once an edge, is what each node hands out per unit of weight. While rounds still move more
/// than this, single precision is exact enough for it and halves the memory that the reads are spread over. Below it
/// the last rounds are all double.
constexpr double single_precision_change = 1e-6;

void check(const PageRankOptions& options, std::uint32_t node_count) {
    if (!(options.damping >= 0 && options.damping < 1)) {
        throw Error(ErrorKind::bad_input, "The damping of PageRank must be at least 0 and below 1.");
    }
    if (!(options.tolerance > 0)) {
        throw Error(ErrorKind::bad_input, "The tolerance of PageRank must be above 0.");
    }
    if (options.iterations_max < 1) {
        throw Error(ErrorKind::bad_input, "PageRank needs at least one iteration.");
    }
    if (!options.start.empty() &&
        (options.start.size() != node_count || !std::all_of(options.start.begin(), options.start.end(),
                                                            [](double v) { return v > 0 && std::isfinite(v); }))) {
        throw Error(ErrorKind::bad_input, "PageRank starts from one value above 0 for each node, or from none.");
    }
}

/// 1 / (weight out of the place), and 0 for a dangling one and where there is none.
std::vector<double> inverse_out_weights(const FanGraph& graph, std::size_t size) {
    std::vector<double> inverse(size, 0.0);
    const InSlices in = graph.in_slices();
    const OutRows out = graph.out_rows();
    if (in.is_weighted()) {
        for (std::size_t slot = 0; slot < in.places.size(); ++slot) {
            inverse[in.places[slot]] += in.weight(slot);
        }
    }
    for (std::uint32_t place = 0; place < graph.node_count(); ++place) {
        const double sum = in.is_weighted() ? inverse[place] : out.degree(place);
        inverse[place] = sum > 0 ? 1 / sum : 0;
    }
    std::fill(inverse.begin() + graph.node_count(), inverse.end(), 0.0);
    return inverse;
}

class Walk {
  public:
    Walk(const FanGraph& graph, const PageRankOptions& options)
        : graph_(graph),
          in_(graph.in_slices()),
          options_(options),
          inverse_out_(inverse_out_weights(graph, (in_.slices_count() + 1) * lanes_count)),
          ranks_(inverse_out_.size(), 0.0) {
        const std::uint32_t count = graph.node_count();
        const double sum = std::accumulate(options.start.begin(), options.start.end(), 0.0);
        for (std::uint32_t place = 0; place < count; ++place) {
            ranks_[place] = options.start.empty() ? 1.0 / count : options.start[graph.node_at(place)] / sum;
            dangling_ += inverse_out_[place] == 0 ? ranks_[place] : 0;
        }
        if (count >= std::uint32_t{1} << 31) {
            options_.machine.path = Path::scalar;  // gathers take signed indexes
        }
    }

    PageRank run() {
        PageRank result;
        double change = INFINITY;
        if (fits_single_precision()) {
            iterate<float>(std::max(options_.tolerance, single_precision_change), result.iterations_count, change);
        }
        iterate<double>(options_.tolerance, result.iterations_count, change);
        result.converged = change < options_.tolerance;
        result.pagerank = graph_.by_node<double>(ranks_);
        const double sum = std::accumulate(result.pagerank.begin(), result.pagerank.end(), 0.0);
        for (double& value : result.pagerank) {
            value /= sum;
        }
        return result;
    }

  private:
    /// Weights may be so small or large that what is handed out per unit has no place in a float.
    bool fits_single_precision() const {
        return std::all_of(inverse_out_.begin(), inverse_out_.end(),
                           [](double inverse) { return inverse == 0 || (inverse > 1e-30 && inverse < 1e30); });
    }

    /// Rounds in arithmetic of type Value until one moves less than `tolerance`.
    template <class Value>
    void iterate(double tolerance, int& iterations_count, double& change) {
        if (change < tolerance) {
            return;
        }
        Array<Value> inverse(inverse_out_.begin(), inverse_out_.end());
        Array<Value> ranks(ranks_.begin(), ranks_.end());
        Array<Value> flow(ranks.size());
        Array<Value> next(ranks.size(), 0);
        for (std::size_t place = 0; place < flow.size(); ++place) {
            flow[place] = ranks[place] * inverse[place];
        }
        while (change >= tolerance && iterations_count < options_.iterations_max) {
            const auto count = static_cast<double>(graph_.node_count());
            const double base = (1 - options_.damping + options_.damping * dangling_) / count;
            const Moved moved = round(PullRound<Value>{in_, flow.data(), inverse.data(), ranks.data(), next.data(),
                                                       base, options_.damping, graph_.node_count()});
            change = moved.change;
            dangling_ = moved.dangling;
            flow.swap(next);
            ++iterations_count;
        }
        std::copy(ranks.begin(), ranks.end(), ranks_.begin());
    }

    template <class Value>
    Moved round(const PullRound<Value>& pulling) const {
        const std::size_t blocks_count = (in_.slices_count() + block_slices - 1) / block_slices;
        std::vector<Moved> moved(blocks_count);
        each_block(options_.machine, blocks_count, [&](std::size_t block) {
            const std::size_t last = std::min(in_.slices_count(), (block + 1) * block_slices);
            moved[block] = pull(options_.machine.path, pulling, block * block_slices, last);
        });
        Moved all;
        for (const Moved& one : moved) {
            all.change += one.change;
            all.dangling += one.dangling;
        }
        return all;
    }

    static constexpr std::size_t block_slices = 128;  ///< fixed, since sums are taken block by block

    const FanGraph& graph_;
    InSlices in_;
    PageRankOptions options_;
    std::vector<double> inverse_out_;  ///< by place, as ranks_
    std::vector<double> ranks_;
    double dangling_ = 0;  ///< what those without an edge out hold together
};

}  // namespace

PageRank pagerank(const FanGraph& graph, const PageRankOptions& options) {
    check(options, graph.node_count());
    return graph.node_count() == 0 ? PageRank{} : Walk(graph, options).run();
}

}  // namespace fanal::graph
