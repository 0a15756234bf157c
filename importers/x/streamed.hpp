#pragma once
#include "importers/reading.hpp"

namespace fanal::importers::x {

/// Whether a value is a post in the form of Activity Streams, as X sold it to large readers.
bool is_streamed(const Payload& value);

/// Reads such a post and the posts that it reshares or quotes; or its removal. What it says of profiles was so at
/// `seen_at`, or when the post appeared, whichever is later.
void read_streamed(const Payload& act, Reading& reading, Instant seen_at = {});

}  // namespace fanal::importers::x
