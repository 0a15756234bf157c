#pragma once
#include "crm/storage/store.hpp"

namespace fanal::storage {

/// Whether tables under "Derived" lag behind an import that was cut short.
bool derived_is_stale(Store& store);
void mark_derived_fresh(Store& store);

/// Before a large import into a small database: drops the indexes, for mark_derived_fresh() to be preceded by
/// restore_indexes().
void suspend_indexes(Store& store);
void restore_indexes(Store& store);

/// Bytes of the database file.
std::int64_t database_bytes(Store& store);

}  // namespace fanal::storage
