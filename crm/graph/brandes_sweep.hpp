#pragma once
#include <cstddef>
#include <cstdint>

#include "crm/graph/machine.hpp"
#include "crm/graph/packing.hpp"

namespace fanal::graph {

/// The state of a search from 16 sources at once, by place; bit and lane i are source i's. Value is float or double.
/// Masks are one longer than there are places, and 0 there.
template <class Value>
struct Sweep {
    OutRows out;
    InSlices in;
    std::uint16_t sources = 0;      ///< the lanes in use
    std::uint16_t* seen = nullptr;  ///< lanes that have been here, at this step or before
    std::uint16_t* here = nullptr;  ///< lanes that are here at this step
    std::uint16_t* next = nullptr;  ///< lanes that are here at the next one
    Value* paths = nullptr;         ///< 16 a place: shortest paths from the source to here
    Value* per_path = nullptr;      ///< 16 a place: (1 + what depends on here) / paths
    double* totals = nullptr;       ///< what depends on here, added up over all sources
};

/// One step of all searches into the places [first, last), each looking back along its in-edges. The places found are
/// written to `found`, rising, and counted. Sums run along rising sources whatever the path and the direction.
std::size_t look_back(Path path, const Sweep<float>& sweep, std::uint32_t first, std::uint32_t last,
                      std::uint32_t* found);
std::size_t look_back(Path path, const Sweep<double>& sweep, std::uint32_t first, std::uint32_t last,
                      std::uint32_t* found);

/// The same step, to the same bits, from the `count` places at `frontier`, which rise, along their out-edges. What is
/// found does not come in order. For one thread, and cheaper where few are at the frontier.
std::size_t push_ahead(Path path, const Sweep<float>& sweep, const std::uint32_t* frontier, std::size_t count,
                       std::uint32_t* found);
std::size_t push_ahead(Path path, const Sweep<double>& sweep, const std::uint32_t* frontier, std::size_t count,
                       std::uint32_t* found);

/// One step back: what depends on each of the `count` places with their lanes in `masks`, from what depends on those
/// one step further, whose lanes are in `next`. `is_source` leaves the totals alone. False when there are more paths
/// than a Value can count with room to divide.
bool gather_back(Path path, const Sweep<float>& sweep, const std::uint32_t* places, const std::uint16_t* masks,
                 std::size_t count, bool is_source);
bool gather_back(Path path, const Sweep<double>& sweep, const std::uint32_t* places, const std::uint16_t* masks,
                 std::size_t count, bool is_source);

}  // namespace fanal::graph
