#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fanal::identity {

/// So much of a text is compared letter by letter: a bit of a word a place.
inline constexpr std::size_t compared_bytes_max = 64;

/// Where each byte stands in a text, a bit a place. Only what is asked for is set: the whole is 2 KB.
class LetterPlaces {
  public:
    /// Of `text`, of at most compared_bytes_max bytes, to be asked for the bytes of both.
    LetterPlaces(std::string_view text, std::string_view asked) {
        for (const std::string_view part : {text, asked}) {
            for (const char c : part) {
                places_[static_cast<unsigned char>(c)] = 0;
            }
        }
        for (std::size_t i = 0; i < text.size(); ++i) {
            places_[static_cast<unsigned char>(text[i])] |= std::uint64_t{1} << i;
        }
    }

    std::uint64_t operator[](char c) const { return places_[static_cast<unsigned char>(c)]; }

  private:
    std::array<std::uint64_t, 256> places_;
};

}  // namespace fanal::identity
