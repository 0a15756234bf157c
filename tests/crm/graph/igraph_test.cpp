// Every kernel against igraph on graphs too large for a slow twin.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "crm/graph/betweenness.hpp"
#include "crm/graph/communities.hpp"
#include "crm/graph/core_number.hpp"
#include "crm/graph/pagerank.hpp"
#include "crm/graph/weak_components.hpp"
#include "tests/crm/graph/drawn.hpp"
#include "tests/crm/graph/igraph_peer.hpp"

namespace fanal::graph {
namespace {

using test::IgraphLeiden;
using test::IgraphPeer;
using testing::DoubleNear;
using testing::Pointwise;

/// Few are very popular and few very eager; a third act towards nobody, and some are in parts of their own.
FanGraph crowd(std::uint64_t seed, std::uint32_t node_count, std::size_t edge_count) {
    std::mt19937_64 random(seed);
    const auto skewed = [&](double power) {
        return static_cast<std::uint32_t>(node_count * std::pow(double(random() >> 11) * 0x1p-53, power));
    };
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < edge_count; ++i) {
        const Edge edge = {skewed(2), skewed(4), static_cast<float>(1 + random() % 50) / 8};
        if (edge.from % 3 != 2 && edge.from % 97 != 0 && edge.to % 97 != 0) {
            edges.push_back(edge);
        }
        if (i % 5 == 0) {
            edges.push_back({edge.to, edge.from, 2});
        }
    }
    return FanGraph(node_count, edges);
}

TEST(Igraph, HasOurPageRank) {
    const FanGraph graph = crowd(41, 20'000, 200'000);
    const IgraphPeer peer(graph.node_count(), graph.edges());
    EXPECT_THAT(pagerank(graph, {.tolerance = 1e-13}).pagerank, Pointwise(DoubleNear(1e-9), peer.pagerank(0.85, true)));
    std::vector<Edge> even = graph.edges();
    for (Edge& edge : even) {
        edge.weight = 1;
    }
    EXPECT_THAT(pagerank(FanGraph(graph.node_count(), even), {.tolerance = 1e-13}).pagerank,
                Pointwise(DoubleNear(1e-9), peer.pagerank(0.85, false)));
}

TEST(Igraph, HasOurBetweenness) {
    const FanGraph graph = crowd(42, 2000, 12'000);
    const std::vector<double> theirs = IgraphPeer(graph.node_count(), graph.edges()).betweenness();
    const std::vector<double> ours = betweenness(graph);
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
        ASSERT_NEAR(ours[node], theirs[node], 1e-9 * std::max(1.0, theirs[node]));
    }
}

TEST(Igraph, HasOurBetweennessWithinTheErrorOfASample) {
    const FanGraph graph = crowd(43, 3000, 20'000);
    const std::vector<double> theirs = IgraphPeer(graph.node_count(), graph.edges()).betweenness();
    const SampledBetweenness ours = sampled_betweenness(graph, {.sources_count = 512});
    const double pairs = 3000.0 * 2999;
    double total = 0;
    double sampled_total = 0;
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
        ASSERT_NEAR(ours.fraction[node], theirs[node] / pairs, ours.error);
        total += theirs[node] / pairs;
        sampled_total += ours.fraction[node];
    }
    EXPECT_NEAR(sampled_total, total, 0.2 * total);
}

TEST(Igraph, HasOurCoreNumbersAndComponents) {
    for (const std::uint64_t seed : {44, 45, 46}) {
        const FanGraph graph = crowd(seed, 30'000, seed == 46 ? 20'000 : 300'000);
        const IgraphPeer peer(graph.node_count(), graph.edges());
        EXPECT_EQ(core_numbers(graph), peer.core_numbers());
        const std::vector<std::uint32_t> theirs = peer.weak_components();
        std::map<std::uint32_t, std::uint32_t> smallest;
        std::vector<std::uint32_t> renamed;
        for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
            renamed.push_back(smallest.emplace(theirs[node], node).first->second);
        }
        EXPECT_EQ(weak_components(graph).component, renamed);
    }
}

/// Most keep to one of 40 circles of very unequal size.
FanGraph circles(std::uint64_t seed, std::uint32_t node_count, std::size_t edge_count) {
    std::mt19937_64 random(seed);
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < edge_count; ++i) {
        const auto from = static_cast<std::uint32_t>(random() % node_count);
        auto to = static_cast<std::uint32_t>(random() % node_count);
        const auto circle = [&](std::uint32_t node) {
            return static_cast<int>(40 * std::sqrt(double(node) / node_count));
        };
        while (i % 4 != 0 && circle(to) != circle(from)) {
            to = static_cast<std::uint32_t>(random() % node_count);
        }
        edges.push_back({from, to, static_cast<float>(1 + random() % 50) / 8});
    }
    return FanGraph(node_count, edges);
}

TEST(Igraph, FindsNoBetterCommunities) {
    for (const std::uint64_t seed : {47, 48, 49, 50}) {
        const FanGraph graph = seed < 49 ? crowd(seed, 20'000, 60'000) : circles(seed, 20'000, 100'000);
        const IgraphLeiden peer(graph.node_count(), graph.edges());
        EXPECT_GE(communities(graph).modularity, peer.modularity() - 0.005) << "seed " << seed;
    }
}

}  // namespace
}  // namespace fanal::graph
