#pragma once
#include "crm/storage/database.hpp"

namespace fanal::storage {

/// Brings a database to the newest of schemas/database/NNNN_*.sql, one transaction a file; a new file gets them all.
/// Throws conflict when the database was written by a newer Fanal, bad_input when it is some other program's.
void migrate(Database& database);

/// Drops every index, so that a large import does not keep them up row by row.
void drop_indexes(Database& database);

/// Makes the indexes of schemas/database/indexes.sql that are missing, in its order.
void make_indexes(Database& database);

}  // namespace fanal::storage
