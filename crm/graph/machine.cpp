#include "crm/graph/machine.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace fanal::graph {

bool has(Path path) {
    switch (path) {
#ifdef FANAL_WIDE_PATHS
        case Path::avx2:
            return __builtin_cpu_supports("avx2") != 0;
        case Path::avx512:
            return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
                   __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vl") != 0;
#else
        case Path::avx2:
        case Path::avx512:
            return false;
#endif
        case Path::scalar:
            return true;
    }
    return false;
}

std::vector<Path> paths() {
    std::vector<Path> all = {Path::scalar, Path::avx2, Path::avx512};
    std::erase_if(all, [](Path path) { return !has(path); });
    return all;
}

std::string_view to_text(Path path) {
    return path == Path::scalar ? "scalar" : path == Path::avx2 ? "avx2" : "avx512";
}

void each_block(const Machine& machine, std::size_t blocks_count, const std::function<void(std::size_t block)>& work) {
    const unsigned wanted = machine.threads_count > 0 ? machine.threads_count : std::thread::hardware_concurrency();
    const std::size_t threads_count = std::min<std::size_t>(std::max(wanted, 1U), blocks_count);
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::mutex failing;
    const auto take_blocks = [&] {
        try {
            for (std::size_t block = next++; block < blocks_count; block = next++) {
                work(block);
            }
        } catch (...) {
            const std::lock_guard lock(failing);
            failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < threads_count; ++i) {
            others.emplace_back(take_blocks);
        }
        take_blocks();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

}  // namespace fanal::graph
