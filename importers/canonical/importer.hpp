#pragma once
#include "importers/importer.hpp"

namespace fanal::importers::canonical {

/// Our own flat record as JSON: one object, or an array of them, with the keys of canonical/fields.hpp. The network is
/// said by each record. Keys that we do not know are kept as `extra`; null is as good as absent.
const Importer& importer();

}  // namespace fanal::importers::canonical
