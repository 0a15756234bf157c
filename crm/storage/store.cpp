#include "crm/storage/store.hpp"

#include <filesystem>

#include "crm/storage/migrations.hpp"
#include "models/error.hpp"

namespace fanal::storage {

Store Store::open(const std::string& path) {
    Store store(path);
    migrate(store.database_);
    return store;
}

Store Store::open_existing(const std::string& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        throw Error(ErrorKind::not_found,
                    "There is no database at " + path + ". Import something first: fanal import FILE --db " + path);
    }
    return open(path);
}

}  // namespace fanal::storage
