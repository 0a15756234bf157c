#pragma once
#include "importers/reading.hpp"

namespace fanal::importers::x {

/// Whether a value is a line between the posts of a stream: something is gone, hidden or left out; or a line of a list
/// of what must be removed.
bool is_notice(const Payload& value);

/// Reads such a line: a removal, or something to skip.
void read_notice(const Payload& value, Reading& reading);

/// Reads what such a line, or an entry of a delivery, says to be gone: a post or a reaction.
void read_removal(const Payload& gone, Reading& reading);

}  // namespace fanal::importers::x
