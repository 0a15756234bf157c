#pragma once
#include "models/instant.hpp"
#include "tests/fuzz/transcript.hpp"

namespace fanal::fuzz {

/// Any bytes, as a time. What is read is written in a form that reads as the same time.
inline void instant(std::string_view bytes) {
    const auto read = parse_instant(bytes);
    if (!read) {
        return;
    }
    require(read->ms >= 0 && read->ms < end_of_time_ms, "A time lies outside 1970 to 2200.");
    const std::string written = to_text(*read);
    require(parse_instant(written) == read, "A time is not read back as it was written: " + written);
}

}  // namespace fanal::fuzz
