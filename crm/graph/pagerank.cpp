#include "crm/graph/pagerank.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

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

/// The arrays of a round, by place. Value is float or double.
template <class Value>
struct Standing {
    Array<Value> inverse;
    Array<Value> ranks;
    Array<Value> flow;
    Array<Value> next;
};

}  // namespace

class FreshPageRank::Walk {
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
        options_.start = {};
        fits_single_precision_ = std::all_of(inverse_out_.begin(), inverse_out_.end(), fits);
    }

    void add(const Edge& edge) {
        const double weight = weight_of(weight_code(edge.weight));
        const std::uint32_t from = graph_.place_of(edge.from);
        added_.push_back({graph_.place_of(edge.to), from, weight});
        double& inverse = inverse_out_[from];
        const double rank = single_.ranks.empty() ? ranks_[from] : static_cast<double>(single_.ranks[from]);
        dangling_ -= inverse == 0 ? rank : 0;
        inverse = inverse == 0 ? 1 / weight : 1 / (1 / inverse + weight);
        fits_single_precision_ = fits_single_precision_ && fits(inverse);
        if (!single_.ranks.empty()) {
            single_.inverse[from] = static_cast<float>(inverse);
            single_.flow[from] = single_.ranks[from] * single_.inverse[from];
        }
    }

    PageRank run() {
        PageRank result;
        double change = INFINITY;
        if (fits_single_precision_) {
            start(single_);
            iterate(single_, std::max(options_.tolerance, single_precision_change), result.iterations_count, change);
        }
        if (change >= options_.tolerance || options_.tolerance < single_precision_change) {
            change = INFINITY;  // single precision may stand still where double does not
            std::copy(single_.ranks.begin(), single_.ranks.end(), ranks_.begin());
            single_ = {};
            Standing<double> standing;
            start(standing);
            iterate(standing, options_.tolerance, result.iterations_count, change);
            ranks_.assign(standing.ranks.begin(), standing.ranks.end());
            result.pagerank = graph_.by_node<double>(ranks_);
        } else {
            result.pagerank = graph_.by_node<double>(single_.ranks);
        }
        result.converged = change < options_.tolerance;
        const double sum = std::accumulate(result.pagerank.begin(), result.pagerank.end(), 0.0);
        for (double& value : result.pagerank) {
            value /= sum;
        }
        return result;
    }

  private:
    struct Added {
        std::uint32_t to;
        std::uint32_t from;
        double weight;
    };

    /// Weights may be so small or large that what is handed out per unit has no place in a float.
    static bool fits(double inverse) { return inverse == 0 || (inverse > 1e-30 && inverse < 1e30); }

    template <class Value>
    void start(Standing<Value>& standing) const {
        if (!standing.ranks.empty()) {
            return;
        }
        standing.inverse.assign(inverse_out_.begin(), inverse_out_.end());
        standing.ranks.assign(ranks_.begin(), ranks_.end());
        standing.flow.resize(ranks_.size());
        standing.next.assign(ranks_.size(), 0);
        for (std::size_t place = 0; place < ranks_.size(); ++place) {
            standing.flow[place] = standing.ranks[place] * standing.inverse[place];
        }
    }

    /// Rounds until one moves less than `tolerance`.
    template <class Value>
    void iterate(Standing<Value>& standing, double tolerance, int& iterations_count, double& change) {
        while (change >= tolerance && iterations_count < options_.iterations_max) {
            const Moved moved = round(standing);
            change = moved.change;
            dangling_ = moved.dangling;
            standing.flow.swap(standing.next);
            ++iterations_count;
        }
    }

    template <class Value>
    Moved round(Standing<Value>& standing) const {
        const auto count = static_cast<double>(graph_.node_count());
        const double base = (1 - options_.damping + options_.damping * dangling_) / count;
        const PullRound<Value> pulling{
            in_,  standing.flow.data(), standing.inverse.data(), standing.ranks.data(), standing.next.data(),
            base, options_.damping,     graph_.node_count()};
        const std::size_t blocks_count = (in_.slices_count() + block_slices - 1) / block_slices;
        std::vector<Moved> moved(blocks_count);
        std::vector<Value> before(added_.size());
        std::transform(added_.begin(), added_.end(), before.begin(),
                       [&](const Added& added) { return standing.ranks[added.to]; });
        each_block(options_.machine, blocks_count, [&](std::size_t block) {
            const std::size_t last = std::min(in_.slices_count(), (block + 1) * block_slices);
            moved[block] = pull(options_.machine.path, pulling, block * block_slices, last);
        });
        Moved all;
        for (const Moved& one : moved) {
            all.change += one.change;
            all.dangling += one.dangling;
        }
        for (std::size_t i = 0; i < added_.size(); ++i) {
            pull_added(added_[i], before[i], standing, all);
        }
        return all;
    }

    /// What the packed rows do not know of comes in afterwards.
    template <class Value>
    void pull_added(const Added& added, Value before, Standing<Value>& standing, Moved& moved) const {
        Value& rank = standing.ranks[added.to];
        const Value pulled = rank;
        rank += static_cast<Value>(options_.damping * added.weight * static_cast<double>(standing.flow[added.from]));
        standing.next[added.to] = rank * standing.inverse[added.to];
        moved.change += std::abs(static_cast<double>(rank) - before) - std::abs(static_cast<double>(pulled) - before);
        moved.dangling += standing.inverse[added.to] == 0 ? static_cast<double>(rank) - pulled : 0;
    }

    static constexpr std::size_t block_slices = 128;  ///< fixed, since sums are taken block by block

    const FanGraph& graph_;
    InSlices in_;
    PageRankOptions options_;
    std::vector<double> inverse_out_;  ///< by place, as ranks_
    std::vector<double> ranks_;        ///< unless they stand in single_
    Standing<float> single_;
    std::vector<Added> added_;
    bool fits_single_precision_ = true;
    double dangling_ = 0;  ///< what those without an edge out hold together
};

FreshPageRank::FreshPageRank(const FanGraph& graph, const PageRankOptions& options) : graph_(&graph) {
    check(options, graph.node_count());
    walk_ = std::make_unique<Walk>(graph, options);
    current_ = graph.node_count() == 0 ? PageRank{} : walk_->run();
}
FreshPageRank::FreshPageRank(FreshPageRank&&) noexcept = default;
FreshPageRank& FreshPageRank::operator=(FreshPageRank&&) noexcept = default;
FreshPageRank::~FreshPageRank() = default;

const PageRank& FreshPageRank::add(std::span<const Edge> edges) {
    for (const Edge& edge : edges) {
        if (edge.from >= graph_->node_count() || edge.to >= graph_->node_count()) {
            throw Error(ErrorKind::internal, "A tie was added to a graph that does not have its ends.");
        }
        if (!(edge.weight > 0) || !std::isfinite(edge.weight)) {
            throw Error(ErrorKind::internal, "The weight of an edge must be a positive finite number.");
        }
    }
    for (const Edge& edge : edges) {
        if (edge.from != edge.to) {
            walk_->add(edge);
        }
    }
    if (graph_->node_count() > 0) {
        current_ = walk_->run();
    }
    return current_;
}

PageRank pagerank(const FanGraph& graph, const PageRankOptions& options) {
    return std::move(FreshPageRank(graph, options).current_);
}

}  // namespace fanal::graph
