#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace fanal::demo {

/// A number that depends on nothing but its arguments: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
constexpr std::uint64_t mix(std::uint64_t number) {
    number += 0x9e3779b97f4a7c15;
    number = (number ^ number >> 30) * 0xbf58476d1ce4e5b9;
    number = (number ^ number >> 27) * 0x94d049bb133111eb;
    return number ^ number >> 31;
}

/// One number of several, in which the order counts.
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    return mix(mix(a) ^ b);
}
/// Likewise, of three.
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    return mix(mix(a, b) ^ c);
}

/// Shuffles the numbers below 2^bits among themselves: different numbers stay different, so that what is made of them
/// is unique without remembering what was given out. `bits` is 8 to 64; `number` is below 2^bits.
std::uint64_t scramble(std::uint64_t number, int bits, std::uint64_t key);

/// The only source of chance. Integers alone, so that every compiler and machine draws the same; the standard library's
/// distributions do not promise that. Not for anything that must not be guessed.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() { return mix(state_++); }
    /// 0 to `count` - 1, for a `count` of 1 to 2^32.
    std::int64_t below(std::int64_t count) {
        return static_cast<std::int64_t>((next() >> 32) * static_cast<std::uint64_t>(count) >> 32);
    }
    /// `low` to `high`, both included.
    std::int64_t between(std::int64_t low, std::int64_t high) { return low + below(high - low + 1); }
    bool chance(std::int64_t permille) { return below(1000) < permille; }
    /// The index of one of `weights`, each drawn as often as it weighs.
    std::size_t weighted(std::span<const int> weights);
    /// 0 to `count` - 1, small ones far more often: the density falls with the power -1/2, as people's activity does.
    std::int64_t skewed(std::int64_t count);

    template <class List>
    const auto& pick(const List& list) {
        return list[static_cast<std::size_t>(below(static_cast<std::int64_t>(std::size(list))))];
    }

  private:
    std::uint64_t state_;
};

}  // namespace fanal::demo
