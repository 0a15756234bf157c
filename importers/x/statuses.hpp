#pragma once
#include "importers/reading.hpp"

namespace fanal::importers::x {

/// Whether a value is a post of the older API or of an archive.
bool is_status(const Payload& value);

/// Reads a post of the older API or of an archive, and the posts that it reshares or quotes. What it says of profiles
/// was so at `seen_at`, or when the post appeared, whichever is later.
void read_status(const Payload& status, Reading& reading, Instant seen_at = {});

}  // namespace fanal::importers::x
