#include "crm/graph/probable_path.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace fanal::graph {

namespace {

/// -log(w / (1 + w)), written so that neither a tiny nor a huge weight loses its digits.
double surprise(float weight) {
    return std::log1p(1 / static_cast<double>(weight));
}

float weight_between(const FanGraph& graph, std::uint32_t from, std::uint32_t to) {
    const Adjacency out = graph.out_edges();
    const auto row = out.of(from);
    const auto place = std::lower_bound(row.begin(), row.end(), to);
    return out.weights[out.starts[from] + static_cast<std::size_t>(std::distance(row.begin(), place))];
}

}  // namespace

double tie_probability(float weight) {
    const double precise = weight;
    return precise / (1 + precise);
}

std::optional<ProbablePath> most_probable_path(const FanGraph& graph, std::uint32_t from, std::uint32_t to) {
    auto nodes = graph.cheapest_path(from, to, surprise);
    if (!nodes) {
        return std::nullopt;
    }
    ProbablePath path{std::move(*nodes), 1};
    for (std::size_t i = 0; i + 1 < path.nodes.size(); ++i) {
        path.probability *= tie_probability(weight_between(graph, path.nodes[i], path.nodes[i + 1]));
    }
    return path;
}

}  // namespace fanal::graph
