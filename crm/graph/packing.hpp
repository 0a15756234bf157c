#pragma once
#include <sys/mman.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <span>
#include <vector>

#include "models/edge.hpp"

/// How a fan graph lies in memory, and how it gets there.
namespace fanal::graph {

/// Asks for huge pages where an array is large: kernels read such arrays at random, and a small page would cost a
/// second miss, that of its address.
template <class Value>
struct PageAllocator {
    using value_type = Value;

    PageAllocator() = default;
    template <class Other>
    explicit PageAllocator(const PageAllocator<Other>&) {}

    Value* allocate(std::size_t count) {
        constexpr std::size_t huge_page = std::size_t{1} << 21;
        const std::size_t page = count * sizeof(Value) < huge_page ? 64 : huge_page;
        const std::size_t bytes = (count * sizeof(Value) + page - 1) / page * page;
        void* memory = std::aligned_alloc(page, bytes);
        if (memory == nullptr) {
            throw std::bad_alloc();
        }
        if (page == huge_page) {
            madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: without it all is slower, and the same
        }
        return static_cast<Value*>(memory);
    }
    void deallocate(Value* memory, std::size_t) { std::free(memory); }

    bool operator==(const PageAllocator&) const { return true; }
};

template <class Value>
using Array = std::vector<Value, PageAllocator<Value>>;

/// How many rows of in-edges lie side by side: one for each lane of the widest registers.
inline constexpr std::uint32_t lanes_count = 16;

/// A weight as it is kept: a positive float without its sign and its last seven bits, so within 2^-17 of it.
inline std::uint32_t weight_code(float weight) {
    constexpr std::uint32_t largest = 0x7f7fffff >> 7;
    const std::uint32_t code = (std::bit_cast<std::uint32_t>(weight) + 64) >> 7;
    return code == 0 ? 1 : code > largest ? largest : code;
}
inline float weight_of(std::uint32_t code) {
    return std::bit_cast<float>(code << 7);
}

/// The edges out of each place, row by row: the row of a place is [starts[place], starts[place + 1]), rising.
/// A view, as InSlices is: it lives as long as its graph.
struct OutRows {
    std::span<const std::uint32_t> starts;
    std::span<const std::uint32_t> places;

    std::uint32_t degree(std::uint32_t place) const { return starts[place + 1] - starts[place]; }
    std::span<const std::uint32_t> of(std::uint32_t place) const {
        return places.subspan(starts[place], degree(place));
    }
};

/// The edges into each place, in slices of 16 rows (SELL-16: M. Kreutzer et al., 2014): the slice of a place is
/// place / 16, its lane place % 16, and entry k of its row lies at starts[slice] + 16 k + lane. So one load brings the
/// next entry of 16 rows. Rows rise; those shorter than their slice's longest end in `none`, the place after the last.
struct InSlices {
    std::span<const std::uint64_t> starts;  ///< one for each slice, and the end
    std::span<const std::uint32_t> places;
    std::span<const std::uint16_t> weights_high;  ///< upper 16 bits of the weights' codes; empty when all weigh 1
    std::span<const std::uint8_t> weights_low;
    std::uint32_t none = 0;

    std::size_t slices_count() const { return starts.size() - 1; }
    std::uint64_t first(std::uint32_t place) const { return starts[place / lanes_count] + place % lanes_count; }
    std::uint64_t end(std::uint32_t place) const { return starts[place / lanes_count + 1]; }
    bool is_weighted() const { return !weights_high.empty(); }
    float weight(std::uint64_t slot) const {
        return is_weighted() ? weight_of(std::uint32_t{weights_high[slot]} << 8 | weights_low[slot]) : 1.0F;
    }
    std::uint32_t degree(std::uint32_t place) const;
};

/// Calls `visit(slot)` for each edge into `place`; places[slot] is where it comes from.
template <class Visit>
void each_in(const InSlices& in, std::uint32_t place, const Visit& visit) {
    for (std::uint64_t slot = in.first(place); slot < in.end(place) && in.places[slot] != in.none;
         slot += lanes_count) {
        visit(slot);
    }
}

/// The arrays that a graph owns.
struct Packed {
    std::uint32_t node_count = 0;
    std::uint32_t edge_count = 0;
    Array<std::uint32_t> node_at;   ///< by place
    Array<std::uint32_t> place_of;  ///< by node
    Array<std::uint32_t> out_starts;
    Array<std::uint32_t> out_places;
    Array<std::uint64_t> in_starts;
    Array<std::uint32_t> in_places;
    Array<std::uint16_t> weights_high;
    Array<std::uint8_t> weights_low;

    OutRows out() const { return {out_starts, out_places}; }
    InSlices in() const { return {in_starts, in_places, weights_high, weights_low, node_count}; }
    std::size_t bytes() const;
};

/// Deals out the places and lays the edges down. `edges` are sorted by (from, to), without loops, each pair once, and
/// name nodes below `node_count`: FanGraph sees to that. O(nodes + edges), by counting alone; 12 bytes a node besides.
Packed pack(std::uint32_t node_count, std::span<const Edge> edges);

}  // namespace fanal::graph
