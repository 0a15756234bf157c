#pragma once
#include "importers/reading.hpp"

namespace fanal::importers::x {

/// Whether a value is what X delivers to the owner of a profile as it happens (the Account Activity API), or a page of
/// the older API's direct messages.
bool is_delivery(const Payload& value);

/// Reads a delivery: posts, reactions, follows, messages and removals, and whose profile it is.
void read_delivery(const Payload& delivery, Reading& reading);

}  // namespace fanal::importers::x
