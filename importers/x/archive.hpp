#pragma once
#include "importers/reading.hpp"

namespace fanal::importers::x {

/// Whether a value is an entry of the archive that X hands to a profile's owner.
bool is_archived(const Payload& value);

/// Reads an entry. Posts are the owner's, whom only the entry of account.js names: here they have no author.
void read_archived(const Payload& entry, Reading& reading);

}  // namespace fanal::importers::x
