#include "crm/storage/store.hpp"

#include <filesystem>

#include "crm/storage/migrations.hpp"
#include "models/error.hpp"

namespace fanal::storage {

Store Store::open(const std::string& path) {
    Store store{Database(path)};
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

std::optional<Store> Store::open_reader() const {
    const std::string path = database_.path();
    if (path.empty()) {
        return std::nullopt;
    }
    Store reader(Database(path, "PRAGMA query_only = TRUE; PRAGMA cache_size = -4096; PRAGMA threads = 1"));
    reader.database().run("BEGIN");  // to lock once, not for every row looked up
    return reader;
}

}  // namespace fanal::storage
