#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fanal::identity {

/// Says fast of most texts that they are none of some words, letter by letter, so that only the rest need be looked up.
/// 128 KB whatever is added.
class WordFilter {
  public:
    /// The state of an empty text, to be extended by a letter at a time.
    static constexpr std::uint32_t empty = 0x811C9DC5;  // FNV-1a
    static constexpr std::uint32_t extended(std::uint32_t state, char letter) {
        return (state ^ static_cast<unsigned char>(letter)) * 0x01000193;
    }

    void add(std::string_view word) {
        std::uint32_t state = empty;
        for (const char letter : word) {
            state = extended(state, letter);
        }
        bits_[place(state)] = true;
    }
    /// False: the text of this state was not added.
    bool may_hold(std::uint32_t state) const { return bits_[place(state)]; }

  private:
    static constexpr std::size_t bits_count = std::size_t{1} << 20;
    static constexpr std::size_t place(std::uint32_t state) { return (state ^ state >> 15) % bits_count; }

    std::vector<bool> bits_ = std::vector<bool>(bits_count);
};

}  // namespace fanal::identity
