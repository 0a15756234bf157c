#include "crm/graph/weak_components.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace fanal::graph {

namespace {

/// Places as a forest, every parent at most its child, so that each tree's root is its first place.
class Forest {
  public:
    explicit Forest(std::uint32_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), 0U); }

    /// Climbs from both ends by turns, and hangs what it leaves behind on the lower side.
    void join(std::uint32_t left, std::uint32_t right) {
        while (parents_[left] != parents_[right]) {
            if (parents_[left] < parents_[right]) {
                std::swap(left, right);
            }
            const std::uint32_t above = parents_[left];
            parents_[left] = parents_[right];
            if (above == left) {
                return;
            }
            left = above;
        }
    }

    /// Hangs everyone on a root. Parents come before their children, so one look up is enough.
    void flatten() {
        for (std::uint32_t& parent : parents_) {
            parent = parents_[parent];
        }
    }

    std::uint32_t root(std::uint32_t place) const { return parents_[place]; }

  private:
    Array<std::uint32_t> parents_;
};

/// The root that most of a sample have, after flatten().
std::uint32_t largest_root(const Forest& forest, std::uint32_t count) {
    constexpr std::uint32_t samples_count = 1024;
    std::vector<std::uint32_t> roots;
    for (std::uint64_t i = 0; i < samples_count; ++i) {
        roots.push_back(forest.root(static_cast<std::uint32_t>(i * 2'654'435'761U % count)));
    }
    std::sort(roots.begin(), roots.end());
    std::uint32_t best = roots.front();
    std::ptrdiff_t most = 0;
    for (auto first = roots.begin(); first != roots.end();) {
        const auto last = std::upper_bound(first, roots.end(), *first);
        if (last - first > most) {
            most = last - first;
            best = *first;
        }
        first = last;
    }
    return best;
}

/// Which edges are looked at first decides the time and nothing else, so the forest is the same for any order.
Forest joined(const FanGraph& graph) {
    const std::uint32_t count = graph.node_count();
    const OutRows out = graph.out_rows();
    const InSlices in = graph.in_slices();
    constexpr std::uint32_t first_edges = 2;
    Forest forest(count);
    for (std::uint32_t place = 0; place < count; ++place) {
        const std::uint32_t degree = out.degree(place);
        for (std::uint32_t i = 0; i < std::min(degree, first_edges); ++i) {
            forest.join(place, out.places[out.starts[place] + i]);
        }
        if (degree == 0 && in.first(place) < in.end(place) && in.places[in.first(place)] != in.none) {
            forest.join(place, in.places[in.first(place)]);
        }
    }
    forest.flatten();
    const std::uint32_t largest = largest_root(forest, count);
    for (std::uint32_t place = 0; place < count; ++place) {
        if (forest.root(place) == largest) {
            continue;  // an edge out of the largest component is seen from its other end
        }
        for (const std::uint32_t other : out.of(place)) {
            forest.join(place, other);
        }
        each_in(in, place, [&](std::uint64_t slot) { forest.join(place, in.places[slot]); });
    }
    forest.flatten();
    return forest;
}

}  // namespace

WeakComponents weak_components(const FanGraph& graph) {
    const std::uint32_t count = graph.node_count();
    WeakComponents result;
    if (count == 0) {
        return result;
    }
    const Forest forest = joined(graph);
    std::vector<std::uint32_t> smallest(count, count);  // by root
    result.component.resize(count);
    for (std::uint32_t node = 0; node < count; ++node) {
        std::uint32_t& first = smallest[forest.root(graph.place_of(node))];
        if (first == count) {  // nodes come in rising order
            first = node;
            ++result.components_count;
        }
        result.component[node] = first;
    }
    return result;
}

}  // namespace fanal::graph
