#pragma once
#include "tests/fuzz/transcript.hpp"

namespace fanal::fuzz {

/// Any bytes, as a file that somebody imports: recognised, then read as every network's in turn, whatever it is.
/// Reading the same bytes twice gives the same records. As much holds where what is in it is too large to be held, and
/// is read piece by piece.
inline void payload(std::string_view bytes) {
    Transcript first;
    run(bytes, first);
    require(!first.empty(), "A file came to nothing, and nobody was told.");
    Transcript second;
    run(bytes, second);
    require(first.text() == second.text(), "Reading the same bytes twice gives different records.");
    Transcript pieces;
    run(bytes, pieces, {.value_size_max = 600});
    require(!pieces.empty(), "A file came to nothing, and nobody was told.");
    Transcript slowly;
    run(bytes, slowly, {.piece = 33, .value_size_max = 600});
    require(pieces.text() == slowly.text(), "Reading the same bytes piece by piece twice gives different records.");
    for (const importers::Importer* importer : importers::all_importers()) {
        Transcript forced;
        run(bytes, forced, {.as = importer->network});
        require(!forced.empty(), "A file came to nothing, and nobody was told.");
    }
}

}  // namespace fanal::fuzz
