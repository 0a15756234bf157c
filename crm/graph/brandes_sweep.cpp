#include "crm/graph/brandes_sweep.hpp"

#include "crm/graph/lanes.hpp"

namespace fanal::graph {

#define FANAL_KERNEL "crm/graph/brandes_sweep.inc"
#include "crm/graph/on_each_path.inc"

std::size_t look_back([[maybe_unused]] Path path, const Sweep<float>& sweep, std::uint32_t first, std::uint32_t last,
                      std::uint32_t* found) {
    return FANAL_ON_PATH(look_back_in, Floats, sweep, first, last, found);
}

std::size_t push_ahead([[maybe_unused]] Path path, const Sweep<float>& sweep, const std::uint32_t* frontier,
                       std::size_t count, std::uint32_t* found) {
    return FANAL_ON_PATH(push_ahead_in, Floats, sweep, frontier, count, found);
}

bool gather_back([[maybe_unused]] Path path, const Sweep<float>& sweep, const std::uint32_t* places,
                 const std::uint16_t* masks, std::size_t count, bool is_source) {
    return FANAL_ON_PATH(gather_back_in, Floats, sweep, places, masks, count, is_source);
}

std::size_t look_back([[maybe_unused]] Path path, const Sweep<double>& sweep, std::uint32_t first, std::uint32_t last,
                      std::uint32_t* found) {
    return FANAL_ON_PATH(look_back_in, Doubles, sweep, first, last, found);
}

std::size_t push_ahead([[maybe_unused]] Path path, const Sweep<double>& sweep, const std::uint32_t* frontier,
                       std::size_t count, std::uint32_t* found) {
    return FANAL_ON_PATH(push_ahead_in, Doubles, sweep, frontier, count, found);
}

bool gather_back([[maybe_unused]] Path path, const Sweep<double>& sweep, const std::uint32_t* places,
                 const std::uint16_t* masks, std::size_t count, bool is_source) {
    return FANAL_ON_PATH(gather_back_in, Doubles, sweep, places, masks, count, is_source);
}

}  // namespace fanal::graph
