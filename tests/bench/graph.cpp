/// The graph's kernels against Boost.Graph's on its compressed graph and against igraph's, in one run and by turns.
///
/// The bars are those of the default graph: a small one fits the caches, and then everyone is fast. One thread is timed
/// by its own CPU time; two threads by the wall, which says something on a quiet machine alone. Boost's PageRank starts
/// at 1/n but restarts with 1-d in place of (1-d)/n, so that its values climb from a sum of 1 to one of n: it is run
/// for as many rounds as its values, divided by their sum, need to come as near to a precise solution (in L1) as ours
/// do, and those rounds alone are timed. Boost knows neither weights nor dangling nodes there, so the graph has edges
/// of weight 1 and a way out of every node. `--only NAME` races one kernel: pagerank, refresh, communities …
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crm/graph/betweenness.hpp"
#include "crm/graph/cascade_metrics.hpp"
#include "crm/graph/communities.hpp"
#include "crm/graph/core_number.hpp"
#include "crm/graph/fan_graph.hpp"
#include "crm/graph/machine.hpp"
#include "crm/graph/pagerank.hpp"
#include "crm/graph/seeds.hpp"
#include "crm/graph/weak_components.hpp"
#include "models/edge.hpp"
#include "tests/bench/figure.hpp"
#include "tests/bench/shared/boost_peer.hpp"
#include "tests/bench/shared/crowd.hpp"
#include "tests/crm/graph/igraph_peer.hpp"

namespace {

using fanal::Edge;
using namespace fanal::bench::boost_peer;
using fanal::bench::Bar;
using fanal::graph::FanGraph;
using fanal::graph::Machine;
using fanal::graph::test::IgraphLeiden;
using fanal::graph::test::IgraphPeer;

Machine with_threads(unsigned threads_count) {
    Machine machine;
    machine.threads_count = threads_count;
    return machine;
}

/// What a tree's shape is measured from when only the parents are known, which come before their children.
fanal::CascadeMetrics metrics_from_parents(std::vector<fanal::CascadeNode>& nodes) {
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        nodes[i].depth = nodes[static_cast<std::size_t>(nodes[i].parent)].depth + 1;
        nodes[i].subtree_size = 1;
    }
    nodes[0].subtree_size = 1;
    for (std::size_t i = nodes.size() - 1; i > 0; --i) {
        nodes[static_cast<std::size_t>(nodes[i].parent)].subtree_size += nodes[i].subtree_size;
    }
    return fanal::graph::cascade_metrics(nodes);
}

/// Trees of 2 to 1,000 posts, most of them small, some more like stars and some more like chains.
std::vector<std::vector<fanal::CascadeNode>> drawn_trees(std::size_t count) {
    std::mt19937_64 random(5);
    const auto unit = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
    std::vector<std::vector<fanal::CascadeNode>> trees(count);
    for (auto& nodes : trees) {
        const double size = 2 * std::pow(1 - unit(), -1 / 1.1);
        nodes.resize(static_cast<std::size_t>(std::min(size, 1000.0)));
        const double virality = unit();
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            nodes[i].parent = unit() < virality ? static_cast<std::int32_t>(double(i) * std::sqrt(unit())) : 0;
        }
    }
    return trees;
}

double wall_seconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

class Race {
  public:
    Race(int argc, char** argv)
        : report_(argc, argv),
          node_count_(static_cast<std::uint32_t>(fanal::bench::number_argument(argc, argv, "--nodes", 1'000'000))),
          edge_count_(static_cast<std::size_t>(fanal::bench::number_argument(argc, argv, "--edges", 20'000'000))),
          rounds_(static_cast<int>(fanal::bench::number_argument(argc, argv, "--rounds", 3))),
          with_igraph_(fanal::bench::number_argument(argc, argv, "--igraph", 1) != 0),
          only_(fanal::bench::text_argument(argc, argv, "--only")) {}

    int run() {
        std::vector<Edge> edges = fanal::bench::crowd_edges(node_count_, edge_count_);
        const std::vector<Pair> pairs = pairs_of(edges);
        std::fprintf(stderr, "%u nodes, %zu edges, %d rounds\n", node_count_, edges.size(), rounds_);
        build(edges, pairs);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            edges[i].weight = static_cast<float>(1 + i % 7);
        }
        weighted_.emplace(node_count_, edges);
        both_ways_ = compressed_graph<Directed>(node_count_, mirrored(edges));
        if (with_igraph_) {
            igraph_.emplace(node_count_, edges);
            leiden_.emplace(node_count_, graph_->edges());
        }
        std::vector<Edge>().swap(edges);
        race("memory", [&] { memory(); });
        race("pagerank", [&] { pagerank(); });
        race("refresh", [&] { refresh(20, 0.15); });
        race("refresh", [&] { refresh(1'000, 0.6); });
        race("weak_components", [&] { weak_components(); });
        race("core_numbers", [&] { core_numbers(); });
        race("communities", [&] { communities(); });
        race("betweenness", [&] { sampled_betweenness(); });
        race("betweenness", [&] { exact_betweenness(); });
        race("seeds", [&] { seeds(); });
        race("structural_virality", [&] { structural_virality(); });
        return report_.exit_code();
    }

  private:
    void race(std::string_view name, const std::function<void()>& kernel) const {
        if (!only_ || *only_ == name) {
            kernel();
        }
    }

    void build(const std::vector<Edge>& edges, const std::vector<Pair>& pairs) {
        const std::vector<double> seconds = fanal::bench::interleaved_medians(
            1, {[&] { graph_.emplace(node_count_, edges); },
                [&] { directed_ = compressed_graph<Directed>(node_count_, pairs); },
                [&] { bidirectional_ = compressed_graph<Bidirectional>(node_count_, pairs); }});
        add("graph_build", seconds[0], "a bidirectional compressed graph", seconds[2], {});
    }

    void memory() {
        const auto an_edge = [&](const FanGraph& graph) {
            return static_cast<double>(graph.bytes()) / graph.edge_count();
        };
        const Bar at_most{Bar::Side::at_most, 1};
        report_.add({"graph_bytes_an_edge", an_edge(*graph_), "B", "9 bytes", an_edge(*graph_) / 9, at_most});
        report_.add(
            {"graph_bytes_an_edge_weighted", an_edge(*weighted_), "B", "12 bytes", an_edge(*weighted_) / 12, at_most});
    }

    void pagerank() {
        const fanal::graph::PageRankOptions one = {.tolerance = 1e-6, .machine = with_threads(1)};
        const std::vector<double> solution = fanal::graph::pagerank(*graph_, {.tolerance = 1e-13}).pagerank;
        const fanal::graph::PageRank ours = fanal::graph::pagerank(*graph_, one);
        const double accuracy = distance([&](std::size_t i) { return ours.pagerank[i]; }, solution);
        const int rounds = rounds_to(*directed_, accuracy, solution);
        report_.add({"pagerank_l1_error", accuracy, "", "solution to 1e-13", {}, {}});
        report_.add({"pagerank_iterations",
                     double(ours.iterations_count),
                     "rounds",
                     "page_rank",
                     double(rounds) / ours.iterations_count,
                     {}});
        const boost::graph::n_iterations done(static_cast<std::size_t>(rounds));
        const std::vector<double> seconds =
            medians({[&] { fanal::graph::pagerank(*graph_, one); }, [&] { fanal::graph::pagerank(*weighted_, one); },
                     [&] { boost_page_rank(*bidirectional_, done); }, [&] { boost_page_rank(*directed_, done); }},
                    [&] { igraph_->pagerank(damping, false); });
        add("pagerank", seconds[0], "page_rank on a bidirectional compressed graph", seconds[2], 15);
        add("pagerank_pushed", seconds[0], "page_rank on a directed compressed graph", seconds[3], {});
        add("pagerank_weighted", seconds[1], "page_rank on a bidirectional compressed graph", seconds[2], {});
        add_igraph("pagerank_igraph", seconds[0], seconds.back());
        add_threads("pagerank_threads", [&](const Machine& machine) {
            fanal::graph::pagerank(*graph_, {.tolerance = 1e-6, .machine = machine});
        });
    }

    /// Ties like those that are there: from one who acts to one who is acted upon.
    std::vector<Edge> new_ties(std::size_t count, std::mt19937_64& random) const {
        const fanal::graph::OutRows out = graph_->out_rows();
        std::vector<Edge> ties;
        while (ties.size() < count) {
            const auto from = std::upper_bound(out.starts.begin(), out.starts.end(), random() % out.places.size());
            const auto place = static_cast<std::uint32_t>(from - out.starts.begin()) - 1;
            const std::uint32_t to = out.places[random() % out.places.size()];
            if (place != to) {
                ties.push_back({graph_->node_at(place), graph_->node_at(to), 1});
            }
        }
        return ties;
    }

    /// How much of a full solve it takes to take some ties in, and how far the result is from that of a new graph.
    void refresh(std::size_t ties_count, double most) {
        const fanal::graph::PageRankOptions one = {.tolerance = 1e-6, .machine = with_threads(1)};
        std::mt19937_64 random(7);
        std::vector<Edge> all = graph_->edges();
        fanal::graph::FreshPageRank fresh(*graph_, one);
        std::vector<double> full;
        std::vector<double> fresher;
        for (int round = 0; round < rounds_; ++round) {
            const std::vector<Edge> ties = new_ties(ties_count, random);
            all.insert(all.end(), ties.begin(), ties.end());
            full.push_back(fanal::bench::thread_seconds([&] { fanal::graph::pagerank(*graph_, one); }));
            fresher.push_back(fanal::bench::thread_seconds([&] { fresh.add(ties); }));
        }
        const std::string name = "refresh_" + std::to_string(ties_count);
        report_.add({name, fanal::bench::median(fresher), "s", "a full solve",
                     fanal::bench::median(fresher) / fanal::bench::median(full), Bar{Bar::Side::at_most, most}});
        const FanGraph rebuilt(node_count_, all);
        const std::vector<double> solution = fanal::graph::pagerank(rebuilt, {.tolerance = 1e-13}).pagerank;
        const double error = distance([&](std::size_t i) { return fresh.current().pagerank[i]; }, solution);
        const double allowed = one.tolerance * damping / (1 - damping);
        report_.add({name + "_l1_error", error, "", "the tolerance, times d / (1 - d)", error / allowed,
                     Bar{Bar::Side::at_most, 1}});
    }

    void weak_components() {
        const std::uint32_t count = fanal::graph::weak_components(*graph_).components_count;
        must_equal("components", count, boost_weak_components_count(*directed_));
        const std::vector<double> seconds =
            medians({[&] { fanal::graph::weak_components(*graph_); }, [&] { boost_weak_components_count(*directed_); }},
                    [&] { igraph_->weak_components(); });
        add("weak_components", seconds[0], "disjoint_sets over a directed compressed graph", seconds[1], 3);
        add_igraph("weak_components_igraph", seconds[0], seconds.back());
    }

    void core_numbers() {
        must_equal("core numbers", fanal::graph::core_numbers(*graph_), boost_core_numbers(*both_ways_));
        const std::vector<double> seconds =
            medians({[&] { fanal::graph::core_numbers(*graph_); }, [&] { boost_core_numbers(*both_ways_); }},
                    [&] { igraph_->core_numbers(); });
        add("core_numbers", seconds[0], "core_numbers on a compressed graph of both directions", seconds[1], 3.5);
        add_igraph("core_numbers_igraph", seconds[0], seconds.back());
    }

    void communities() {
        double quality = 0;
        double peer_quality = 0;
        const std::vector<double> seconds = medians({[&] { quality = fanal::graph::communities(*graph_).modularity; }},
                                                    [&] { peer_quality = leiden_->modularity(); });
        if (with_igraph_) {
            add("communities", seconds[0], "igraph's Leiden, two iterations", seconds[1], 6);
            report_.add({"communities_modularity", quality, "", "igraph's less 0.005", quality / (peer_quality - 0.005),
                         Bar{Bar::Side::at_least, 1}});
        }
    }

    /// 16 sources, the same number for each; which they are does not matter to the time.
    void sampled_betweenness() {
        std::vector<std::uint32_t> sources;
        for (std::uint32_t i = 0; i < 16; ++i) {
            sources.push_back((i + 1) * 2'654'435'761U % node_count_);
        }
        const std::vector<std::uint32_t> few(sources.begin(), sources.begin() + 2);
        const fanal::graph::SamplingOptions options = {.sources_count = 16, .machine = with_threads(1)};
        const std::vector<double> seconds = medians(
            {[&] { fanal::graph::sampled_betweenness(*graph_, options); }, [&] { boost_betweenness(*directed_, few); }},
            [&] { igraph_->betweenness_from(few); });
        add("betweenness_a_source", seconds[0] / 16, "Boost's parts on a directed compressed graph", seconds[1] / 2,
            20);
        add_igraph("betweenness_a_source_igraph", seconds[0] / 16, seconds.back() / 2);
        add_threads("betweenness_threads", [&](const Machine& machine) {
            fanal::graph::sampled_betweenness(*graph_, {.sources_count = 16, .machine = machine});
        });
    }

    /// On a graph as large as a town's: all sources of the large one would take a day.
    void exact_betweenness() {
        const std::vector<Edge> edges = fanal::bench::crowd_edges(7'000, 100'000);
        const FanGraph graph(7'000, edges);
        const auto peer = compressed_graph<Directed>(7'000, pairs_of(edges));
        const IgraphPeer igraph(7'000, edges);
        const std::vector<double> seconds =
            medians({[&] { fanal::graph::betweenness(graph, with_threads(1)); },
                     [&] {
                         std::vector<double> between(7'000);
                         boost::brandes_betweenness_centrality(peer, map_over(between, peer));
                     }},
                    [&] { igraph.betweenness(); });
        add("betweenness_exact", seconds[0], "brandes_betweenness_centrality on a directed compressed graph",
            seconds[1], 1.4);
        add_igraph("betweenness_exact_igraph", seconds[0], seconds.back());
        const std::vector<double> ours = fanal::graph::betweenness(graph);
        const std::vector<double> theirs = igraph.betweenness();
        double worst = 0;
        for (std::size_t node = 0; node < ours.size(); ++node) {
            worst = std::max(worst, std::abs(ours[node] - theirs[node]) / std::max(1.0, theirs[node]));
        }
        report_.add(
            {"betweenness_difference", worst, "", "igraph, and 1e-9", worst / 1e-9, Bar{Bar::Side::at_most, 1}});
    }

    /// No peer is at hand in a package, so the time stands alone; the certificate is held against what was asked for.
    void seeds() {
        fanal::graph::Seeds found;
        const std::vector<double> seconds = fanal::bench::interleaved_medians(
            rounds_, {[&] { found = fanal::graph::best_seeds(*graph_, {.machine = with_threads(1)}); }});
        report_.add({"seeds", seconds[0], "s", "", {}, {}});
        report_.add({"seeds_spread", found.spread, "nodes", "", {}, {}});
        const double wanted = 1 - std::exp(-1.0) - fanal::graph::SeedOptions().epsilon;
        report_.add({"seeds_certified", found.certified, "", "1 - 1/e - 0.1", found.certified / wanted,
                     Bar{Bar::Side::at_least, 1}});
    }

    /// From parents for us, from a graph already built for igraph.
    void structural_virality() {
        auto trees = drawn_trees(20'000);
        double sum = 0;
        double peer_sum = 0;
        std::deque<IgraphPeer> peers;
        for (const auto& nodes : trees) {
            std::vector<Edge> edges;
            for (std::uint32_t i = 1; i < nodes.size(); ++i) {
                edges.push_back({static_cast<std::uint32_t>(nodes[i].parent), i, 1});
            }
            peers.emplace_back(static_cast<std::uint32_t>(nodes.size()), edges);
        }
        const std::vector<double> seconds = fanal::bench::interleaved_medians(
            rounds_, {[&] {
                          sum = 0;
                          for (auto& nodes : trees) {
                              sum += metrics_from_parents(nodes).structural_virality.value();
                          }
                      },
                      [&] {
                          peer_sum = 0;
                          for (const IgraphPeer& peer : peers) {
                              peer_sum += peer.mean_distance();
                          }
                      }});
        add("structural_virality", seconds[0], "igraph's average_path_length", seconds[1], 80);
        report_.add({"structural_virality_difference", std::abs(sum - peer_sum) / sum, "", "igraph, and 1e-9",
                     std::abs(sum - peer_sum) / sum / 1e-9, Bar{Bar::Side::at_most, 1}});
    }

    /// A kernel that is fast and wrong shall not look like one that is fast.
    template <class Value>
    static void must_equal(const char* what, const Value& ours, const Value& theirs) {
        if (ours != theirs) {
            std::fprintf(stderr, "The %s differ from the peer's.\n", what);
            std::exit(1);
        }
    }

    std::vector<double> medians(std::vector<std::function<void()>> contestants, const std::function<void()>& igraph) {
        if (igraph && with_igraph_) {
            contestants.push_back(igraph);
        }
        return fanal::bench::interleaved_medians(rounds_, contestants);
    }

    void add(const char* name, double seconds, const char* peer, double peer_seconds, std::optional<double> least) {
        const auto bar = least ? std::optional(Bar{Bar::Side::at_least, *least}) : std::nullopt;
        report_.add({name, seconds, "s", peer, peer_seconds / seconds, bar});
    }

    void add_igraph(const char* name, double seconds, double peer_seconds) {
        if (with_igraph_) {
            add(name, seconds, "igraph", peer_seconds, {});
        }
    }

    /// Wall time of two threads against one.
    template <class Kernel>
    void add_threads(const char* name, const Kernel& kernel) {
        std::vector<double> one;
        std::vector<double> two;
        for (int round = 0; round < rounds_; ++round) {
            one.push_back(wall_seconds([&] { kernel(with_threads(1)); }));
            two.push_back(wall_seconds([&] { kernel(with_threads(2)); }));
        }
        add(name, fanal::bench::median(two), "one thread, by the wall", fanal::bench::median(one), 1.8);
    }

    fanal::bench::Report report_;
    std::uint32_t node_count_;
    std::size_t edge_count_;
    int rounds_;
    bool with_igraph_;
    std::optional<std::string> only_;
    std::optional<FanGraph> graph_;
    std::optional<FanGraph> weighted_;
    std::optional<Directed> directed_;
    std::optional<Directed> both_ways_;
    std::optional<Bidirectional> bidirectional_;
    std::optional<IgraphPeer> igraph_;
    std::optional<IgraphLeiden> leiden_;
};

}  // namespace

int main(int argc, char** argv) {
    return Race(argc, argv).run();
}
