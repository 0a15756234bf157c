#pragma once
#include "tests/fuzz/transcript.hpp"

namespace fanal::fuzz {

/// Any bytes, as a file of one network's that somebody said it is. Something always comes of it, and the same whatever
/// the pieces in which the bytes come.
inline void network(std::string_view name, std::string_view bytes) {
    Transcript whole;
    run(bytes, whole, {.as = name});
    require(!whole.empty(), "A file came to nothing, and nobody was told.");
    Transcript in_pieces;
    run(bytes, in_pieces, {.as = name, .piece = 7});
    require(whole.text() == in_pieces.text(), "In pieces, the same bytes give different records.");
}

}  // namespace fanal::fuzz
