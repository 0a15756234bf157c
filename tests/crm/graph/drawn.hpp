#pragma once
#include <cmath>
#include <cstdint>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "crm/graph/cascade_tree.hpp"
#include "crm/graph/fan_graph.hpp"
#include "models/cascade.hpp"
#include "models/edge.hpp"

/// Test data that a person can see: graphs as arrows, cascades as indented trees. And graphs drawn by lot.
namespace fanal::graph::test {

/// Lines such as "ana -> ben", "ana -> ben 2.5" (a weight; otherwise 1), or "cleo" alone. Nodes are numbered as they
/// appear.
struct DrawnGraph {
    std::vector<std::string> names;
    std::vector<Edge> edges;

    explicit DrawnGraph(const std::string& drawing) {
        std::istringstream lines(drawing);
        for (std::string line; std::getline(lines, line);) {
            std::istringstream words(line);
            std::string from, arrow, to;
            float weight = 1;
            if (!(words >> from)) {
                continue;
            }
            const std::uint32_t source = add(from);
            if (words >> arrow >> to) {
                words >> weight;
                edges.push_back({source, add(to), weight});
            }
        }
    }

    std::uint32_t node_count() const { return static_cast<std::uint32_t>(names.size()); }
    FanGraph graph() const { return FanGraph(node_count(), edges); }

    std::uint32_t operator[](const std::string& name) const {
        for (std::uint32_t i = 0; i < names.size(); ++i) {
            if (names[i] == name) {
                return i;
            }
        }
        throw std::out_of_range("The drawing has no " + name + ".");
    }

  private:
    std::uint32_t add(const std::string& name) {
        for (std::uint32_t i = 0; i < names.size(); ++i) {
            if (names[i] == name) {
                return i;
            }
        }
        names.push_back(name);
        return node_count() - 1;
    }
};

/// Lines such as "3 <- 2 @ 50": the reshare 3 came through 2, at 50. Without "<- 2" it does not say through whom.
inline std::vector<Reshare> drawn_reshares(const std::string& drawing) {
    std::vector<Reshare> reshares;
    std::istringstream lines(drawing);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        Reshare reshare{};
        if (!(words >> reshare.interaction_id.value)) {
            continue;
        }
        reshare.profile_id.value = 100 + reshare.interaction_id.value;
        for (std::string sign; words >> sign;) {
            words >> (sign == "@" ? reshare.occurred_at.ms : reshare.parent_id.value);
        }
        reshares.push_back(reshare);
    }
    return reshares;
}

/// The tree as one id a line, two spaces deeper a level, "?" where the parent is assumed.
inline std::string drawing_of(const std::vector<CascadeNode>& nodes) {
    std::string drawing = "\n";
    for (const CascadeNode& node : nodes) {
        drawing += std::string(static_cast<std::size_t>(node.depth) * 2, ' ') + to_text(node.interaction_id) +
                   (node.parent_assumed ? " ?\n" : "\n");
    }
    return drawing;
}

/// The slow twin of structural virality: a breadth-first walk from each post, whichever way the edges point, and the
/// mean of all distances.
inline double mean_distance(const std::vector<CascadeNode>& nodes) {
    std::vector<std::vector<std::uint32_t>> neighbours(nodes.size());
    for (std::uint32_t i = 1; i < nodes.size(); ++i) {
        neighbours[i].push_back(static_cast<std::uint32_t>(nodes[i].parent));
        neighbours[static_cast<std::uint32_t>(nodes[i].parent)].push_back(i);
    }
    double sum = 0;
    std::vector<int> distance(nodes.size());
    std::vector<std::uint32_t> walk;
    for (std::uint32_t start = 0; start < nodes.size(); ++start) {
        distance.assign(nodes.size(), -1);
        walk.assign(1, start);
        distance[start] = 0;
        for (std::size_t i = 0; i < walk.size(); ++i) {
            sum += distance[walk[i]];
            for (const std::uint32_t other : neighbours[walk[i]]) {
                if (distance[other] < 0) {
                    distance[other] = distance[walk[i]] + 1;
                    walk.push_back(other);
                }
            }
        }
    }
    return sum / (static_cast<double>(nodes.size()) * static_cast<double>(nodes.size() - 1));
}

/// A graph by lot, with loops, parallel edges and lonely nodes in it, weights between 0.01 and 10.
inline std::vector<Edge> random_edges(std::mt19937_64& random, std::uint32_t node_count, std::size_t edge_count) {
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < edge_count; ++i) {
        const auto from = static_cast<std::uint32_t>(random() % node_count);
        const auto to = static_cast<std::uint32_t>(random() % node_count);
        edges.push_back({from, to, static_cast<float>(random() % 1000 + 1) / 100});
    }
    return edges;
}

}  // namespace fanal::graph::test
