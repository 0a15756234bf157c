#pragma once
#include <cstddef>
#include <string_view>

namespace fanal::importers {

/// The first `size_max` bytes of a UTF-8 text at most, and no part of a character.
inline std::string_view beginning_of(std::string_view text, std::size_t size_max) {
    std::size_t size = size_max;
    while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) {
        --size;
    }
    return text.substr(0, size);
}

}  // namespace fanal::importers
