#pragma once
#include <cstddef>
#include <span>
#include <string_view>

namespace fanal::identity {

/// A stretch of a handle that can be written at once: a name that many people have, a title, a year.
struct KnownWord {
    std::size_t begin;
    std::size_t size;
    float bits;
};

/// A text from which stretches of a handle may have been copied. Words of a name are separated by one space and copied
/// from their beginnings; another handle is copied in stretches of three letters or more.
struct CopySource {
    std::string_view text;
    bool is_name;
    float opening_bits;  ///< what it costs to begin a copy
};

/// The fewest bits in which `core` can be written from left to right: letter by letter at `letter_bits`, as known words
/// (sorted by `begin`), or by copying from the sources. What copying saves says how far the two were made by one
/// person. More sources never cost more. O(size of `core` · size of the sources).
double writing_bits(std::string_view core, std::span<const float> letter_bits, std::span<const KnownWord> words,
                    std::span<const CopySource> sources);

}  // namespace fanal::identity
