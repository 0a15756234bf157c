#pragma once
#include "tests/fuzz/transcript.hpp"

namespace fanal::fuzz {

/// Any bytes, as a file in our own format, NDJSON or CSV. It makes no difference in which pieces the bytes come, and a
/// run that was stopped after its first record gives the rest when it goes on from there.
inline void canonical(std::string_view bytes) {
    Transcript whole;
    run(bytes, whole, {.as = "canonical"});
    Transcript in_pieces;
    run(bytes, in_pieces, {.as = "canonical", .piece = 5});
    require(whole.text() == in_pieces.text(), "In pieces, the same bytes give different records.");
    Transcript stopped;
    const auto reached = run(bytes, stopped, {.as = "canonical", .records_max = 1});
    if (reached.bytes_done > 0) {
        run(bytes, stopped, {.as = "canonical", .start = reached});
    }
    require(whole.text() == stopped.text(), "Stopped and gone on with, the same bytes give different records.");
}

}  // namespace fanal::fuzz
