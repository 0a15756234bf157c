#include "crm/graph/brandes_sweep.hpp"

#include "crm/graph/lanes.hpp"

namespace fanal::graph {

namespace scalar {
namespace {
#include "crm/graph/brandes_sweep.inc"
}
}  // namespace scalar

#ifdef FANAL_WIDE_PATHS

#pragma GCC push_options
#pragma GCC target("avx2")
namespace avx2 {
namespace {
#include "crm/graph/brandes_sweep.inc"
}
}  // namespace avx2
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("avx512f,avx512dq,avx512bw,avx512vl")
namespace avx512 {
namespace {
#include "crm/graph/brandes_sweep.inc"
}
}  // namespace avx512
#pragma GCC pop_options

#define FANAL_ON_PATH(step, Lanes, ...)                              \
    (path == Path::avx512 ? avx512::step<avx512::Lanes>(__VA_ARGS__) \
     : path == Path::avx2 ? avx2::step<avx2::Lanes>(__VA_ARGS__)     \
                          : scalar::step<scalar::Lanes>(__VA_ARGS__))

#else

#define FANAL_ON_PATH(step, Lanes, ...) scalar::step<scalar::Lanes>(__VA_ARGS__)

#endif

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
