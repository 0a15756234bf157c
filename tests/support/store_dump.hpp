#pragma once
#include <string>

#include "crm/storage/store.hpp"

namespace fanal::test {

/// Every table but the import log and the decision log, row by row as they stand, and every index: what `sqlite3 .dump`
/// would show. Two stores with one dump hold the same.
std::string dump(storage::Store& store);

}  // namespace fanal::test
