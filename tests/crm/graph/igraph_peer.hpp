#pragma once
#include <igraph/igraph.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

#include "models/edge.hpp"

/// igraph, which shares no line with us: tests hold our kernels against it, benchmarks race them with it.
namespace fanal::graph::test {

/// Throws std::runtime_error with igraph's words.
inline void must(igraph_error_t error) {
    if (error != IGRAPH_SUCCESS) {
        throw std::runtime_error(igraph_strerror(error));
    }
}

/// A graph as igraph has it. Throws std::runtime_error with igraph's words.
class IgraphPeer {
  public:
    explicit IgraphPeer(std::uint32_t node_count, std::span<const Edge> edges) {
        igraph_vector_int_t ends;
        must(igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(edges.size()) * 2));
        for (std::size_t i = 0; i < edges.size(); ++i) {
            VECTOR(ends)[2 * i] = edges[i].from;
            VECTOR(ends)[2 * i + 1] = edges[i].to;
        }
        must(igraph_create(&graph_, &ends, node_count, IGRAPH_DIRECTED));
        igraph_vector_int_destroy(&ends);
        for (const Edge& edge : edges) {
            weights_.push_back(edge.weight);
        }
    }
    IgraphPeer(const IgraphPeer&) = delete;
    IgraphPeer& operator=(const IgraphPeer&) = delete;
    ~IgraphPeer() { igraph_destroy(&graph_); }

    std::vector<double> pagerank(double damping, bool weighted) const {
        igraph_real_t eigenvalue = 0;
        igraph_vector_t weights{};
        igraph_vector_view(&weights, weights_.data(), static_cast<igraph_integer_t>(weights_.size()));
        return values([&](igraph_vector_t* found) {
            return igraph_pagerank(&graph_, IGRAPH_PAGERANK_ALGO_PRPACK, found, &eigenvalue, igraph_vss_all(), true,
                                   damping, weighted ? &weights : nullptr, nullptr);
        });
    }

    std::vector<double> betweenness() const {
        return values([&](igraph_vector_t* found) {
            return igraph_betweenness(&graph_, found, igraph_vss_all(), true, nullptr);
        });
    }

    /// The part of betweenness() that comes from these sources.
    std::vector<double> betweenness_from(std::span<const std::uint32_t> sources) const {
        igraph_vector_int_t nodes;
        must(igraph_vector_int_init(&nodes, static_cast<igraph_integer_t>(sources.size())));
        for (std::size_t i = 0; i < sources.size(); ++i) {
            VECTOR(nodes)[i] = sources[i];
        }
        auto found = values([&](igraph_vector_t* between) {
            return igraph_betweenness_subset(&graph_, between, igraph_vss_all(), true, igraph_vss_vector(&nodes),
                                             igraph_vss_all(), nullptr);
        });
        igraph_vector_int_destroy(&nodes);
        return found;
    }

    /// Numbers of igraph's own choosing, the same for those of one component.
    std::vector<std::uint32_t> weak_components() const {
        return integers([&](igraph_vector_int_t* found) {
            return igraph_connected_components(&graph_, found, nullptr, nullptr, IGRAPH_WEAK);
        });
    }

    /// Two who act towards each other are neighbours once, so igraph works on a copy that says so.
    std::vector<std::uint32_t> core_numbers() const {
        igraph_t undirected;
        must(igraph_copy(&undirected, &graph_));
        must(igraph_to_undirected(&undirected, IGRAPH_TO_UNDIRECTED_COLLAPSE, nullptr));
        auto found =
            integers([&](igraph_vector_int_t* cores) { return igraph_coreness(&undirected, cores, IGRAPH_ALL); });
        igraph_destroy(&undirected);
        return found;
    }

    /// The mean distance between two nodes, whichever way the edges point.
    double mean_distance() const {
        igraph_real_t mean = 0;
        must(igraph_average_path_length(&graph_, &mean, nullptr, false, true));
        return mean;
    }

  private:
    template <class Compute>
    static std::vector<double> values(const Compute& compute) {
        igraph_vector_t found;
        must(igraph_vector_init(&found, 0));
        must(compute(&found));
        std::vector<double> copy(VECTOR(found), VECTOR(found) + igraph_vector_size(&found));
        igraph_vector_destroy(&found);
        return copy;
    }

    template <class Compute>
    static std::vector<std::uint32_t> integers(const Compute& compute) {
        igraph_vector_int_t found;
        must(igraph_vector_int_init(&found, 0));
        must(compute(&found));
        std::vector<std::uint32_t> copy(VECTOR(found), VECTOR(found) + igraph_vector_int_size(&found));
        igraph_vector_int_destroy(&found);
        return copy;
    }

    igraph_t graph_;
    std::vector<double> weights_;
};

/// The same ties as an undirected graph with weights, those of both ways summed, and igraph's Leiden on it.
class IgraphLeiden {
  public:
    IgraphLeiden(std::uint32_t node_count, std::span<const Edge> edges) {
        std::vector<Edge> pairs(edges.begin(), edges.end());
        for (Edge& pair : pairs) {
            pair = pair.from < pair.to ? pair : Edge{pair.to, pair.from, pair.weight};
        }
        const auto ends = [](const Edge& edge) { return std::pair(edge.from, edge.to); };
        std::sort(pairs.begin(), pairs.end(), [&](const Edge& l, const Edge& r) { return ends(l) < ends(r); });
        std::vector<Edge> summed;
        for (const Edge& pair : pairs) {
            if (!summed.empty() && ends(summed.back()) == ends(pair)) {
                summed.back().weight += pair.weight;
            } else {
                summed.push_back(pair);
            }
        }
        igraph_vector_int_t all_ends;
        must(igraph_vector_int_init(&all_ends, static_cast<igraph_integer_t>(summed.size()) * 2));
        must(igraph_vector_init(&weights_, static_cast<igraph_integer_t>(summed.size())));
        must(igraph_vector_init(&strengths_, 0));
        for (std::size_t i = 0; i < summed.size(); ++i) {
            VECTOR(all_ends)[2 * i] = summed[i].from;
            VECTOR(all_ends)[2 * i + 1] = summed[i].to;
            VECTOR(weights_)[i] = summed[i].weight;
        }
        must(igraph_create(&graph_, &all_ends, node_count, IGRAPH_UNDIRECTED));
        igraph_vector_int_destroy(&all_ends);
        must(igraph_strength(&graph_, &strengths_, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, &weights_));
    }
    IgraphLeiden(const IgraphLeiden&) = delete;
    IgraphLeiden& operator=(const IgraphLeiden&) = delete;
    ~IgraphLeiden() {
        igraph_vector_destroy(&weights_);
        igraph_vector_destroy(&strengths_);
        igraph_destroy(&graph_);
    }

    /// Two iterations with a randomness of 0.01, which are its authors' defaults. Gives the modularity.
    double modularity() const {
        igraph_vector_int_t membership;
        must(igraph_vector_int_init(&membership, 0));
        igraph_integer_t count = 0;
        igraph_real_t quality = 0;
        must(igraph_community_leiden(&graph_, &weights_, &strengths_, 1 / igraph_vector_sum(&strengths_), 0.01, false,
                                     2, &membership, &count, &quality));
        igraph_vector_int_destroy(&membership);
        return quality;
    }

  private:
    igraph_t graph_;
    igraph_vector_t weights_;
    igraph_vector_t strengths_;
};

}  // namespace fanal::graph::test
