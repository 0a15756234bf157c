#include "crm/graph/packing.hpp"

#include <algorithm>

namespace fanal::graph {

namespace {

/// The indexes of `keys` so that their keys fall; equal ones keep the order that `indexes` has.
Array<std::uint32_t> sorted_falling(const Array<std::uint32_t>& indexes, const Array<std::uint32_t>& keys) {
    const std::uint32_t highest = keys.empty() ? 0 : *std::max_element(keys.begin(), keys.end());
    Array<std::uint32_t> starts(std::size_t{highest} + 2, 0);
    for (const std::uint32_t key : keys) {
        ++starts[highest - key + 1];
    }
    for (std::size_t i = 1; i < starts.size(); ++i) {
        starts[i] += starts[i - 1];
    }
    Array<std::uint32_t> sorted(indexes.size());
    for (const std::uint32_t index : indexes) {
        sorted[starts[highest - keys[index]]++] = index;
    }
    return sorted;
}

class Packer {
  public:
    Packer(std::uint32_t node_count, std::span<const Edge> edges)
        : edges_(edges), first_edge_(std::size_t{node_count} + 1, 0), in_degrees_(node_count, 0) {
        packed_.node_count = node_count;
        packed_.edge_count = static_cast<std::uint32_t>(edges.size());
        for (const Edge& edge : edges) {
            ++first_edge_[edge.from + 1];
            ++in_degrees_[edge.to];
        }
        for (std::size_t node = 0; node < node_count; ++node) {
            first_edge_[node + 1] += first_edge_[node];
        }
    }

    Packed run() {
        deal_places();
        make_room();
        lay_in_edges();
        lay_out_edges();
        return std::move(packed_);
    }

  private:
    /// Whoever acts most comes first: their values are read most often, and so lie together. Three classes are fine
    /// enough for that; within one, the most acted upon come first, so that rows side by side are equally long. Each
    /// class begins with hubs, beside which other rows are filled up, so more classes would cost memory.
    void deal_places() {
        const std::uint32_t count = packed_.node_count;
        Array<std::uint32_t> nodes(count);
        Array<std::uint32_t> classes(count);
        for (std::uint32_t node = 0; node < count; ++node) {
            nodes[node] = node;
            const std::uint32_t out_degree = first_edge_[node + 1] - first_edge_[node];
            classes[node] = (out_degree >= 16 ? 1 : 0) + (out_degree >= 128 ? 1 : 0);
        }
        packed_.node_at = sorted_falling(sorted_falling(nodes, in_degrees_), classes);
        packed_.place_of.resize(count);
        for (std::uint32_t place = 0; place < count; ++place) {
            packed_.place_of[packed_.node_at[place]] = place;
        }
    }

    void make_room() {
        const std::uint32_t count = packed_.node_count;
        packed_.out_starts.assign(std::size_t{count} + 1, 0);
        const std::size_t slices_count = (std::size_t{count} + lanes_count - 1) / lanes_count;
        packed_.in_starts.assign(slices_count + 1, 0);
        for (std::uint32_t place = 0; place < count; ++place) {
            const std::uint32_t node = packed_.node_at[place];
            packed_.out_starts[place + 1] = packed_.out_starts[place] + first_edge_[node + 1] - first_edge_[node];
            std::uint64_t& width = packed_.in_starts[place / lanes_count + 1];
            width = std::max(width, std::uint64_t{in_degrees_[node]});
        }
        for (std::size_t slice = 0; slice < slices_count; ++slice) {
            packed_.in_starts[slice + 1] = packed_.in_starts[slice] + packed_.in_starts[slice + 1] * lanes_count;
        }
        packed_.out_places.resize(packed_.edge_count);
        packed_.in_places.assign(packed_.in_starts.back(), count);
        const std::uint32_t one = weight_code(1);
        if (std::any_of(edges_.begin(), edges_.end(), [&](const Edge& e) { return weight_code(e.weight) != one; })) {
            packed_.weights_high.assign(packed_.in_places.size(), 0);
            packed_.weights_low.assign(packed_.in_places.size(), 0);
        }
    }

    /// Sources come in the order of their places, so that rows rise without being sorted.
    void lay_in_edges() {
        const bool weighted = !packed_.weights_high.empty();
        Array<std::uint64_t> next(packed_.node_count);
        for (std::uint32_t place = 0; place < packed_.node_count; ++place) {
            next[place] = packed_.in_starts[place / lanes_count] + place % lanes_count;
        }
        for (std::uint32_t from = 0; from < packed_.node_count; ++from) {
            const std::uint32_t node = packed_.node_at[from];
            for (std::uint32_t i = first_edge_[node]; i < first_edge_[node + 1]; ++i) {
                std::uint64_t& slot = next[packed_.place_of[edges_[i].to]];
                packed_.in_places[slot] = from;
                if (weighted) {
                    const std::uint32_t code = weight_code(edges_[i].weight);
                    packed_.weights_high[slot] = static_cast<std::uint16_t>(code >> 8);
                    packed_.weights_low[slot] = static_cast<std::uint8_t>(code);
                }
                slot += lanes_count;
            }
        }
    }

    /// Targets come in the order of their places too.
    void lay_out_edges() {
        Array<std::uint32_t> next(packed_.out_starts.begin(), packed_.out_starts.end() - 1);
        const InSlices in = packed_.in();
        for (std::uint32_t to = 0; to < packed_.node_count; ++to) {
            each_in(in, to, [&](std::uint64_t slot) { packed_.out_places[next[in.places[slot]]++] = to; });
        }
    }

    std::span<const Edge> edges_;
    Array<std::uint32_t> first_edge_;  ///< by node
    Array<std::uint32_t> in_degrees_;  ///< by node
    Packed packed_;
};

}  // namespace

/// Most rows are as long as their slice; the others end where a search finds the first that is none.
std::uint32_t InSlices::degree(std::uint32_t place) const {
    const std::uint64_t begin = first(place);
    std::uint64_t low = 0;
    std::uint64_t high = (end(place) - begin + lanes_count - 1) / lanes_count;
    if (high == 0 || places[begin + (high - 1) * lanes_count] != none) {
        return static_cast<std::uint32_t>(high);
    }
    while (low < high) {
        const std::uint64_t middle = (low + high) / 2;
        if (places[begin + middle * lanes_count] == none) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return static_cast<std::uint32_t>(low);
}

std::size_t Packed::bytes() const {
    const auto of = [](const auto& array) { return array.capacity() * sizeof(array[0]); };
    return of(node_at) + of(place_of) + of(out_starts) + of(out_places) + of(in_starts) + of(in_places) +
           of(weights_high) + of(weights_low);
}

Packed pack(std::uint32_t node_count, std::span<const Edge> edges) {
    return Packer(node_count, edges).run();
}

}  // namespace fanal::graph
