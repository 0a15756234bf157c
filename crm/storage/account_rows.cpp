#include "crm/storage/account_rows.hpp"

namespace fanal::storage {

std::vector<Account> all_accounts(Store& store) {
    Statement all = store.database().prepare(
        "SELECT account_id, network, remote_id, handle, display_name, declared FROM accounts "
        "ORDER BY network, handle, display_name, remote_id");
    std::vector<Account> accounts;
    while (all.step()) {
        accounts.push_back({{all.integer(0)},
                            std::string(all.text(1)),
                            std::string(all.text(2)),
                            std::string(all.text(3)),
                            std::string(all.text(4)),
                            all.integer(5) == 1});
    }
    return accounts;
}

bool knows_network(Store& store, std::string_view network) {
    return store.database().prepare("SELECT 1 FROM profiles WHERE network = $1 LIMIT 1").bind(1, network).step();
}

}  // namespace fanal::storage
