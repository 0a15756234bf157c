#pragma once
#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

/// Where code for other processors than the one at hand can be compiled beside the rest, as g++ does.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define FANAL_WIDE_PATHS
#endif

namespace fanal::graph {

/// Which instructions a kernel is made of. All of them give the same bits: every sum has one association, whatever the
/// width of the registers, and no multiplication is fused with an addition.
enum class Path { scalar, avx2, avx512 };

/// Whether this processor has what the path needs.
bool has(Path path);
/// Every path that this processor has, the widest last.
std::vector<Path> paths();
/// "scalar", "avx2" or "avx512".
std::string_view to_text(Path path);

/// What a kernel runs on. Never changes a result: tests compare all, and whoever shares the machine may ask for less.
struct Machine {
    Path path = paths().back();
    unsigned threads_count = 0;  ///< 0: as many as there are cores
};

/// Calls `work` once for each block in [0, blocks_count), on as many threads as the machine says. Blocks are handed out
/// as threads become free, so a result must not depend on who took which: each block writes what is its own, and sums
/// over blocks are added up afterwards, in their order. An exception on any thread is thrown again on the caller's.
void each_block(const Machine& machine, std::size_t blocks_count, const std::function<void(std::size_t block)>& work);

}  // namespace fanal::graph
