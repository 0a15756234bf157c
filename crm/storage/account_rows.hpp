#pragma once
#include <vector>

#include "crm/storage/store.hpp"
#include "models/account.hpp"

namespace fanal::storage {

/// Our presences, by network and handle.
std::vector<Account> all_accounts(Store& store);

}  // namespace fanal::storage
