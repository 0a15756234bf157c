#pragma once
#include <string_view>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/account.hpp"

namespace fanal::storage {

/// Our presences, by network and handle.
std::vector<Account> all_accounts(Store& store);

/// Whether any profile is on a network of this name.
bool knows_network(Store& store, std::string_view network);

}  // namespace fanal::storage
