#include "crm/graph/pagerank_round.hpp"

#include "crm/graph/lanes.hpp"

namespace fanal::graph {

namespace scalar {
namespace {
#include "crm/graph/pagerank_round.inc"
}
}  // namespace scalar

#ifdef FANAL_WIDE_PATHS

#pragma GCC push_options
#pragma GCC target("avx2")
namespace avx2 {
namespace {
#include "crm/graph/pagerank_round.inc"
}
}  // namespace avx2
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("avx512f,avx512dq,avx512bw,avx512vl")
namespace avx512 {
namespace {
#include "crm/graph/pagerank_round.inc"
}
}  // namespace avx512
#pragma GCC pop_options

#endif

Moved pull(Path path, const PullRound<float>& round, std::size_t first, std::size_t last) {
#ifdef FANAL_WIDE_PATHS
    if (path == Path::avx512) {
        return avx512::pull_all<avx512::Floats>(round, first, last);
    }
    if (path == Path::avx2) {
        return avx2::pull_all<avx2::Floats>(round, first, last);
    }
#endif
    return scalar::pull_all<scalar::Floats>(round, first, last);
}

Moved pull(Path path, const PullRound<double>& round, std::size_t first, std::size_t last) {
#ifdef FANAL_WIDE_PATHS
    if (path == Path::avx512) {
        return avx512::pull_all<avx512::Doubles>(round, first, last);
    }
    if (path == Path::avx2) {
        return avx2::pull_all<avx2::Doubles>(round, first, last);
    }
#endif
    return scalar::pull_all<scalar::Doubles>(round, first, last);
}

}  // namespace fanal::graph
