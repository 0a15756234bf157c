#pragma once
#include "importers/reading.hpp"

/// What Instagram delivers to the address that a business registered: {object: "instagram", entry: [{id, time, changes
/// or messaging}]}.
namespace fanal::importers::instagram {

bool is_delivery(const Payload& document);
void read_delivery(const Payload& document, Reading& reading);

}  // namespace fanal::importers::instagram
