#include "crm/graph/cascade_metrics.hpp"

#include <algorithm>
#include <cstddef>

namespace fanal::graph {

CascadeMetrics cascade_metrics(std::span<const CascadeNode> nodes) {
    const auto size = static_cast<std::int64_t>(nodes.size());
    CascadeMetrics metrics{size, 0, 0, std::nullopt};
    std::vector<std::int64_t> posts_at;
    double pairs_across = 0;  // summed as double: a chain of some millions would overflow 64 bits
    for (const CascadeNode& node : nodes) {
        const auto depth = static_cast<std::size_t>(node.depth);
        if (posts_at.size() <= depth) {
            posts_at.resize(depth + 1, 0);
        }
        metrics.breadth_max = std::max(metrics.breadth_max, ++posts_at[depth]);
        metrics.depth = std::max<std::int64_t>(metrics.depth, node.depth);
        pairs_across += static_cast<double>(node.subtree_size * (size - node.subtree_size));  // the root adds 0
    }
    if (size > 1) {
        metrics.structural_virality = 2 * pairs_across / (static_cast<double>(size) * static_cast<double>(size - 1));
    }
    return metrics;
}

std::vector<std::int32_t> most_viral_path(std::span<const CascadeNode> nodes) {
    std::vector<std::int32_t> largest_child(nodes.size(), -1);
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        std::int32_t& best = largest_child[static_cast<std::size_t>(nodes[i].parent)];
        if (best < 0 || nodes[i].subtree_size > nodes[static_cast<std::size_t>(best)].subtree_size) {
            best = static_cast<std::int32_t>(i);
        }
    }
    std::vector<std::int32_t> path;
    for (std::int32_t i = nodes.empty() ? -1 : 0; i >= 0; i = largest_child[static_cast<std::size_t>(i)]) {
        path.push_back(i);
    }
    return path;
}

}  // namespace fanal::graph
