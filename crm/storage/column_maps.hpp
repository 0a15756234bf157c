#pragma once
#include <vector>

#include "crm/storage/store.hpp"
#include "models/column_map.hpp"
#include "models/instant.hpp"

namespace fanal::storage {

/// Every table's columns that somebody gave or confirmed, the newest first; at most 1,000.
std::vector<KnownColumns> list_column_maps(Store& store);

/// Keeps what a table's columns hold, in place of what was kept for the same headings.
void keep_column_map(Store& store, const KnownColumns& known, Instant confirmed_at);

}  // namespace fanal::storage
