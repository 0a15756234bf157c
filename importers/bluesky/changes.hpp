#pragma once
#include "importers/reading.hpp"

namespace fanal::importers::bluesky {

/// Whether a value is an event of Jetstream.
bool is_change(const Payload& value);

/// Reads what happened to one record, handle or account. Events come at least once, and a delete names its record only
/// by its uri.
void read_change(const Payload& change, Reading& reading);

}  // namespace fanal::importers::bluesky
