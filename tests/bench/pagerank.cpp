/// PageRank against Boost.Graph's own page_rank on its compressed graph, at equal accuracy.
///
/// Boost starts at 1/n but restarts with 1-d in place of (1-d)/n, so that its values climb from a sum of 1 to one of n.
/// It is therefore run for as many rounds as its values, divided by their sum, need to come as near to a precise
/// solution (in L1) as ours do, and those rounds alone are timed: no check between them. Boost knows neither weights
/// nor dangling nodes, so the graph has edges of weight 1 and a way out of every node; ours is also timed with unequal
/// weights.
#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "crm/graph/fan_graph.hpp"
#include "crm/graph/pagerank.hpp"
#include "models/edge.hpp"
#include "tests/bench/figure.hpp"

namespace {

using fanal::Edge;
using fanal::bench::Bar;
using fanal::graph::FanGraph;

constexpr double damping = 0.85;

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers with every compiler and library.
class Random {
  public:
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15;
        std::uint64_t word = state_;
        word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9;
        word = (word ^ (word >> 27)) * 0x94d049bb133111eb;
        return word ^ (word >> 31);
    }

    double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

    /// Between `low` and `high`, falling off with the power `exponent`.
    double power_law(double exponent, double low, double high) {
        const double tail = 1 - exponent;
        const double from = std::pow(low, tail);
        return std::pow(from + unit() * (std::pow(high, tail) - from), 1 / tail);
    }

  private:
    std::uint64_t state_ = 20'240'607;
};

/// Draws an index in proportion to its weight, from all or from a range, by its place in the running sums.
class Lottery {
  public:
    Lottery(std::uint32_t count, Random& random, double exponent, double high) : sums_(count + 1, 0.0) {
        for (std::uint32_t i = 0; i < count; ++i) {
            sums_[i + 1] = sums_[i] + random.power_law(exponent, 1, high);
        }
    }

    std::uint32_t draw(Random& random, std::uint32_t first, std::uint32_t last) const {
        const double ball = sums_[first] + random.unit() * (sums_[last] - sums_[first]);
        const auto place = std::upper_bound(sums_.begin() + first + 1, sums_.begin() + last, ball);
        return static_cast<std::uint32_t>(place - sums_.begin()) - 1;
    }

  private:
    std::vector<double> sums_;
};

/// A crowd such as a brand has: few are very eager and few very popular, people keep to communities of very unequal
/// size two times in three, and one act in seven is returned. Everyone acts at least once. Numbers are dealt at random,
/// so that nothing about a node can be told from its neighbours' numbers.
class Crowd {
  public:
    explicit Crowd(std::uint32_t node_count)
        : node_count_(node_count),
          eagerness_(node_count, random_, 2.2, 5'000),
          popularity_(node_count, random_, 2.05, 50'000),
          community_(node_count),
          number_(node_count) {
        for (std::uint32_t first = 0; first < node_count;) {
            const auto size = static_cast<std::uint32_t>(random_.power_law(2, 30, 20'000));
            const std::uint32_t last = std::min(node_count, first + size);
            std::fill(community_.begin() + first, community_.begin() + last, std::pair(first, last));
            first = last;
        }
        std::iota(number_.begin(), number_.end(), 0U);
        for (std::uint32_t i = node_count; i > 1; --i) {
            std::swap(number_[i - 1], number_[random_.next() % i]);
        }
    }

    /// Sorted, without loops, each pair once.
    std::vector<Edge> edges(std::size_t edge_count) {
        std::vector<std::uint64_t> pairs;
        pairs.reserve(edge_count * 3 / 2);
        for (std::uint32_t node = 0; node < node_count_; ++node) {
            std::uint32_t other = other_end(node);
            while (other == node) {
                other = other_end(node);
            }
            pairs.push_back(pair(node, other));
        }
        // Popular pairs are drawn more than once, so drawing goes on until enough different ones are there.
        while (pairs.size() < edge_count) {
            for (std::size_t missing = (edge_count - pairs.size()) * 11 / 10 + 1; missing > 0; --missing) {
                draw(pairs);
            }
            std::sort(pairs.begin(), pairs.end());
            pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        }
        std::vector<Edge> edges(pairs.size());
        std::transform(pairs.begin(), pairs.end(), edges.begin(), [](std::uint64_t ends) {
            return Edge{static_cast<std::uint32_t>(ends >> 32), static_cast<std::uint32_t>(ends), 1};
        });
        return edges;
    }

  private:
    std::uint32_t other_end(std::uint32_t node) {
        const bool inside = random_.unit() < 0.65;
        const auto [first, last] = inside ? community_[node] : std::pair(0U, node_count_);
        return popularity_.draw(random_, first, last);
    }

    std::uint64_t pair(std::uint32_t from, std::uint32_t to) const {
        return std::uint64_t{number_[from]} << 32 | number_[to];
    }

    void draw(std::vector<std::uint64_t>& pairs) {
        const std::uint32_t node = eagerness_.draw(random_, 0, node_count_);
        const std::uint32_t other = other_end(node);
        if (node == other) {
            return;
        }
        pairs.push_back(pair(node, other));
        if (random_.unit() < 0.15) {
            pairs.push_back(pair(other, node));
        }
    }

    std::uint32_t node_count_;
    Random random_;
    Lottery eagerness_;
    Lottery popularity_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> community_;  ///< first and one past last, by node
    std::vector<std::uint32_t> number_;
};

template <class Direction>
using CompressedGraph = boost::compressed_sparse_row_graph<Direction, boost::no_property, boost::no_property,
                                                           boost::no_property, std::uint32_t, std::uint32_t>;

/// Bidirectional graphs have no constructor for sorted edges, so both are built by counting.
template <class Direction>
CompressedGraph<Direction> compressed_graph(std::uint32_t node_count, const std::vector<Edge>& edges) {
    const auto ends = [](const Edge& edge) { return std::pair(edge.from, edge.to); };
    return CompressedGraph<Direction>(boost::edges_are_unsorted_multi_pass,
                                      boost::make_transform_iterator(edges.begin(), ends),
                                      boost::make_transform_iterator(edges.end(), ends), node_count);
}

/// Boost's values after it is done, as they stand. `start_count` is its parameter n, which sets nothing but the start,
/// 1/n.
template <class Graph, class Done>
std::vector<double> boost_page_rank(const Graph& graph, const Done& done, std::uint32_t start_count) {
    std::vector<double> values(boost::num_vertices(graph));
    std::vector<double> spare(values.size());
    const auto index = boost::get(boost::vertex_index, graph);
    boost::graph::page_rank(graph, boost::make_iterator_property_map(values.begin(), index), done, damping, start_count,
                            boost::make_iterator_property_map(spare.begin(), index));
    return values;
}

/// L1 between `values`, divided by their sum, and a solution whose sum is 1.
template <class ValueAt>
double distance(const ValueAt& value_at, const std::vector<double>& solution) {
    double sum = 0;
    for (std::size_t i = 0; i < solution.size(); ++i) {
        sum += value_at(i);
    }
    double total = 0;
    for (std::size_t i = 0; i < solution.size(); ++i) {
        total += std::abs(value_at(i) / sum - solution[i]);
    }
    return total;
}

/// How many rounds Boost needs to come as near to the solution as `accuracy`.
template <class Graph>
int rounds_to(const Graph& graph, double accuracy, const std::vector<double>& solution, std::uint32_t start_count) {
    int rounds = -1;
    const auto near_enough = [&](const auto& values, const Graph&) {
        ++rounds;
        return distance([&](std::size_t i) { return boost::get(values, i); }, solution) <= accuracy || rounds >= 500;
    };
    boost_page_rank(graph, near_enough, start_count);
    return rounds;
}

class Race {
  public:
    Race(int argc, char** argv)
        : report_(argc, argv),
          node_count_(static_cast<std::uint32_t>(fanal::bench::number_argument(argc, argv, "--nodes", 1'000'000))),
          edge_count_(static_cast<std::size_t>(fanal::bench::number_argument(argc, argv, "--edges", 20'000'000))),
          rounds_(static_cast<int>(fanal::bench::number_argument(argc, argv, "--rounds", 3))),
          options_{.damping = damping, .tolerance = fanal::bench::number_argument(argc, argv, "--tolerance", 1e-6)} {}

    int run() {
        std::vector<Edge> edges = Crowd(node_count_).edges(edge_count_);
        std::fprintf(stderr, "%u nodes, %zu edges, L1 change below %g, %d rounds\n", node_count_, edges.size(),
                     options_.tolerance, rounds_);
        std::optional<FanGraph> graph;
        std::optional<CompressedGraph<boost::directedS>> directed;
        std::optional<CompressedGraph<boost::bidirectionalS>> bidirectional;
        const std::vector<double> seconds = fanal::bench::interleaved_medians(
            1, {[&] { graph.emplace(node_count_, edges); },
                [&] { directed = compressed_graph<boost::directedS>(node_count_, edges); },
                [&] { bidirectional = compressed_graph<boost::bidirectionalS>(node_count_, edges); }});
        report_.add({"graph_build", seconds[0], "s", "a directed compressed graph", seconds[1] / seconds[0], {}});
        report_.add({"graph_build_both_ways",
                     seconds[0],
                     "s",
                     "a bidirectional compressed graph",
                     seconds[2] / seconds[0],
                     {}});
        for (std::size_t i = 0; i < edges.size(); ++i) {
            edges[i].weight = static_cast<float>(1 + i % 7);
        }
        const FanGraph weighted(node_count_, edges);
        std::vector<Edge>().swap(edges);
        measure(*graph, weighted, *directed, *bidirectional);
        return report_.exit_code();
    }

  private:
    template <class Directed, class Bidirectional>
    void measure(const FanGraph& graph, const FanGraph& weighted, const Directed& directed,
                 const Bidirectional& bidirectional) {
        const std::vector<double> solution =
            fanal::graph::pagerank(graph, {.damping = damping, .tolerance = 1e-13}).pagerank;
        const fanal::graph::PageRank ours = fanal::graph::pagerank(graph, options_);
        const double accuracy = distance([&](std::size_t i) { return ours.pagerank[i]; }, solution);
        const int rounds = rounds_to(directed, accuracy, solution, node_count_);
        const int even_rounds = rounds_to(directed, accuracy, solution, 1);
        report_.add({"pagerank_l1_error", accuracy, "", "solution to 1e-13", {}, {}});
        report_.add({"pagerank_iterations",
                     double(ours.iterations_count),
                     "rounds",
                     "page_rank",
                     double(rounds) / ours.iterations_count,
                     {}});

        const auto boost_for = [&](const auto& peer, int count, std::uint32_t start_count) {
            return [&peer, count, start_count] {
                boost_page_rank(peer, boost::graph::n_iterations(static_cast<std::size_t>(count)), start_count);
            };
        };
        const std::vector<double> seconds = fanal::bench::interleaved_medians(
            rounds_, {[&] { fanal::graph::pagerank(graph, options_); },
                      [&] { fanal::graph::pagerank(weighted, options_); }, boost_for(directed, rounds, node_count_),
                      boost_for(bidirectional, rounds, node_count_), boost_for(directed, even_rounds, 1)});
        const auto add = [&](const char* name, std::size_t who, const char* peer, std::size_t against,
                             std::optional<Bar> bar) {
            report_.add({name, seconds[who], "s", peer, seconds[against] / seconds[who], bar});
        };
        const Bar five_times{Bar::Side::at_least, 5};
        add("pagerank", 0, "page_rank on a directed compressed graph", 2, five_times);
        add("pagerank_pulled", 0, "page_rank on a bidirectional compressed graph", 3, five_times);
        add("pagerank_even_start", 0, "page_rank told to start at 1 instead of 1/n", 4, std::nullopt);
        add("pagerank_weighted", 1, "page_rank on a directed compressed graph, which knows no weights", 2,
            std::nullopt);
    }

    fanal::bench::Report report_;
    std::uint32_t node_count_;
    std::size_t edge_count_;
    int rounds_;
    fanal::graph::PageRankOptions options_;
};

}  // namespace

int main(int argc, char** argv) {
    return Race(argc, argv).run();
}
