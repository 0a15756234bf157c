#include "crm/graph/probable_path.hpp"

#include <cmath>
#include <utility>

namespace fanal::graph {

namespace {

/// -log(w / (1 + w)), written so that neither a tiny nor a huge weight loses its digits.
double surprise(float weight) {
    return std::log1p(1 / static_cast<double>(weight));
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
        path.probability *= tie_probability(graph.weight(path.nodes[i], path.nodes[i + 1]));
    }
    return path;
}

}  // namespace fanal::graph
