#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <vector>

#include "crm/storage/store.hpp"
#include "schemas/embedded.hpp"

namespace fanal::storage {
namespace {

namespace fs = std::filesystem;

/// A database as the migrations before the one of this name left it.
void make_database(const std::string& path, std::string_view end) {
    std::vector<schemas::File> files;
    for (const schemas::File& file : schemas::files()) {
        if (file.name.starts_with("database/0") && file.name < end) {
            files.push_back(file);
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    Database database(path);
    for (const schemas::File& file : files) {
        database.run(file.bytes);
    }
    database.run("PRAGMA user_version = " + std::to_string(files.size()));
}

TEST(Migrations, KeepMergesThatStandAndTurnUndoneOnesIntoSeparations) {
    const fs::path path = fs::temp_directory_path() / ("fanal-migrations-" + std::to_string(::getpid()) + ".db");
    make_database(path, "database/0005");
    Database(path).run(
        "INSERT INTO merges VALUES (1, 10, 20, 'networks', 'a', 100, NULL), (2, 10, 30, 'networks', 'b', 100, 200), "
        "(3, 20, 30, 'person', 'c', 100, 300)");
    {
        Store store = Store::open_existing(path);
        EXPECT_EQ(store.database().integer("SELECT count(*) FROM merges"), 1);
        EXPECT_EQ(store.database().integer("SELECT merge_id FROM merges WHERE evidence = 'a' AND merged_at = 100"), 1);
        EXPECT_EQ(store.database().integer("SELECT count(*) FROM separations"), 1);
        EXPECT_EQ(store.database().integer("SELECT decided_at FROM separations WHERE profile_id = 10 AND "
                                           "other_profile_id = 30 AND reason = 'undone'"),
                  200);
    }
    for (const char* const ending : {"", "-wal", "-shm"}) {
        fs::remove(path.string() + ending);
    }
}

TEST(Migrations, NoteHowTheDecisionLogEnds) {
    const fs::path path = fs::temp_directory_path() / ("fanal-log-end-" + std::to_string(::getpid()) + ".db");
    make_database(path, "database/0009");
    Database(path).run(
        "INSERT INTO decision_log VALUES (1, 100, 'Ana', 'merge', 0, 's', '', 'f'), (2, 100, 'Ana', 'undo', 0, 's', "
        "'f', 'a')");
    {
        Store store = Store::open_existing(path);
        EXPECT_EQ(store.database().integer("SELECT decisions_count FROM decision_head WHERE digest = 'a'"), 2);
    }
    for (const char* const ending : {"", "-wal", "-shm"}) {
        fs::remove(path.string() + ending);
    }
}

}  // namespace
}  // namespace fanal::storage
