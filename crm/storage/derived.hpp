#pragma once
#include <cstdint>

#include "crm/storage/store.hpp"

namespace fanal::storage {

/// Marks that the tables under "Derived" lag behind what this process has imported.
void mark_derived_stale(Database& database);
/// Takes this process's mark away. Another's stays: only it knows what it has changed.
void mark_derived_fresh(Store& store);

/// Whether there is a mark of this process, or of one that is no more: nobody else will settle what it has changed.
bool derived_is_abandoned(Store& store);
/// Takes the marks of processes that are no more away, after everything was rebuilt.
void forget_abandoned_marks(Store& store);

/// Drops the indexes before a large import into a small database, and marks the derived as stale.
void suspend_indexes(Store& store);
/// Makes the indexes that are missing.
void restore_indexes(Store& store);

/// Bytes of the database file.
std::int64_t database_bytes(Store& store);

}  // namespace fanal::storage
