#include "crm/storage/migrations.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "models/error.hpp"
#include "schemas/embedded.hpp"

namespace fanal::storage {
namespace {

constexpr std::string_view folder = "database/";
constexpr std::string_view indexes_name = "database/indexes.sql";

std::vector<schemas::File> migrations() {
    std::vector<schemas::File> found;
    for (const schemas::File& file : schemas::files()) {
        if (file.name.starts_with(folder) && file.name != indexes_name) {
            found.push_back(file);
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return found;
}

}  // namespace

void migrate(Database& database) {
    const auto files = migrations();
    const auto newest = static_cast<std::int64_t>(files.size());
    std::int64_t version = database.integer("PRAGMA user_version");
    if (version == newest) {
        return;
    }
    if (version > newest) {
        throw Error(ErrorKind::conflict, "This database was written by a newer Fanal (schema " +
                                             std::to_string(version) + ", this one knows " + std::to_string(newest) +
                                             "): update Fanal.");
    }
    Transaction transaction(database);
    version = database.integer("PRAGMA user_version");  // another process may have migrated while we waited
    if (version == 0 && database.integer("SELECT count(*) FROM sqlite_master") > 0) {
        throw Error(ErrorKind::bad_input, "This file is a database of another program, so Fanal leaves it alone.");
    }
    for (; version < newest; ++version) {
        database.run(files[static_cast<std::size_t>(version)].bytes);
    }
    make_indexes(database);
    database.run("PRAGMA user_version = " + std::to_string(newest));
    transaction.commit();
}

void drop_indexes(Database& database) {
    std::string drops;
    {
        Statement list = database.prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
        while (list.step()) {
            drops += "DROP INDEX " + std::string(list.text(0)) + ";";
        }
    }
    database.run(drops);
}

void make_indexes(Database& database) {
    // What SQLite sorts at once is as large as its cache: pieces that fit the processor's own cache are sorted twice as
    // fast, and on another thread. What was cached for writing is of no use now.
    const std::int64_t cache_size = database.integer("PRAGMA cache_size");
    database.run("PRAGMA shrink_memory; PRAGMA threads = 2; PRAGMA cache_size = -4096");
    for (const schemas::File& file : schemas::files()) {
        if (file.name == indexes_name) {
            database.run(file.bytes);
        }
    }
    database.run("PRAGMA threads = 0; PRAGMA cache_size = " + std::to_string(cache_size));
}

}  // namespace fanal::storage
