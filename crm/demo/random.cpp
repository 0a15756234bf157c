#include "crm/demo/random.hpp"

#include <numeric>

namespace fanal::demo {

std::uint64_t scramble(std::uint64_t number, int bits, std::uint64_t key) {
    // Adding, multiplying by an odd number and folding the upper half down each permute the numbers below 2^bits.
    const std::uint64_t mask = bits == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1;
    for (int round = 0; round < 4; ++round) {
        key = mix(key);
        number = (number + key) & mask;
        number = (number * (key >> 7 | 1)) & mask;
        number ^= number >> (bits / 2);
    }
    return number;
}

std::size_t Random::weighted(std::span<const int> weights) {
    std::int64_t left = below(std::accumulate(weights.begin(), weights.end(), std::int64_t{0}));
    std::size_t index = 0;
    while (left >= weights[index]) {
        left -= weights[index++];
    }
    return index;
}

std::int64_t Random::skewed(std::int64_t count) {
    // The square of a uniform number, in 32-bit fixed point.
    const std::uint64_t uniform = next() >> 32;
    return static_cast<std::int64_t>((uniform * uniform >> 32) * static_cast<std::uint64_t>(count) >> 32);
}

}  // namespace fanal::demo
