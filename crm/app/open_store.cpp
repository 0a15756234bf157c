#include "crm/app/settle.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/storage/store.hpp"

namespace fanal::app {

std::shared_ptr<storage::Store> open_store(const std::string& path) {
    return std::make_shared<storage::Store>(storage::Store::open(path));
}

std::shared_ptr<storage::Store> open_existing_store(const std::string& path) {
    auto store = std::make_shared<storage::Store>(storage::Store::open_existing(path));
    settle_if_abandoned(*store);
    return store;
}

}  // namespace fanal::app
