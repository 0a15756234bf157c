#include "crm/app/settle.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/storage/account_rows.hpp"
#include "crm/storage/batch_writer.hpp"
#include "crm/storage/derived.hpp"
#include "crm/storage/import_batch.hpp"
#include "importers/import_run.hpp"
#include "models/error.hpp"

namespace fanal::app {

std::vector<Account> list_accounts(storage::Store& store) {
    return storage::all_accounts(store);
}

Account add_account(storage::Store& store, std::string_view network, std::string_view remote_id,
                    std::string_view handle, std::string_view display_name) {
    if (network.empty() || remote_id.empty()) {
        throw Error(ErrorKind::bad_input,
                    "An account needs its network and its remote_id there, such as: facebook 1234567890.");
    }
    if (importers::find_importer(network) == nullptr && !storage::knows_network(store, network)) {
        throw Error(ErrorKind::bad_input, "No network is called " + std::string(network) +
                                              " here, and nothing was imported from one of that name.");
    }
    storage::ImportBatch batch;
    batch.add(
        AccountSighting{std::string(network), std::string(remote_id), std::string(handle), std::string(display_name)},
        true);
    const bool stale = storage::derived_is_abandoned(store);
    if (storage::write(store, batch).changed_is_complete && !stale) {
        settle(store, {});  // only its names changed
    } else {
        settle_all(store);
    }
    const ProfileId id = profile_id(network, remote_id);
    for (Account& account : storage::all_accounts(store)) {
        if (account.account_id == id) {
            return std::move(account);
        }
    }
    throw Error(ErrorKind::internal, "The account was written but cannot be found.");
}

}  // namespace fanal::app
