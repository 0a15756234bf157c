#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "crm/storage/derived.hpp"
#include "tests/support/store_dump.hpp"
#include "tests/support/store_story.hpp"

namespace fanal::app {
namespace {

namespace fs = std::filesystem;

std::string line(int i) {
    return R"({"network":"x","kind":"comment","remote_id":"c)" + std::to_string(i) + R"(","occurred_at":)" +
           std::to_string(1'790'000'000 + i) + R"(,"profile_remote_id":"fan)" + std::to_string(i % 900) +
           R"(","post_remote_id":"p)" + std::to_string(i % 40) + R"(","text":"C'est ouvert )" + std::to_string(i) +
           " ?\"}\n";
}

class ImportResume : public testing::Test {
  protected:
    ImportResume() : path(fs::temp_directory_path() / ("fanal-resume-" + std::to_string(::getpid()) + ".ndjson")) {
        std::ofstream file(path);
        for (int i = 0; i < 90'000; ++i) {
            file << line(i);
        }
    }
    ~ImportResume() override { fs::remove(path); }

    fs::path path;
};

TEST_F(ImportResume, GoesOnWhereItWasStoppedAndEndsTheSame) {
    test::Story whole;
    const ImportReport once = import_paths(whole.store(), {path}, {});
    EXPECT_EQ(once.accepted_count, 90'000);

    test::Story pieces;
    std::int64_t accepted_count = 0;
    int runs = 0;
    for (; runs < 20; ++runs) {
        ImportOptions options;
        options.on_progress = [](const ImportProgress& progress) { return progress.records_count < 20'000; };
        const ImportReport piece = import_paths(pieces.store(), {path}, options);
        EXPECT_EQ(piece.repeated_count, 0) << "it must not read again what it has";
        accepted_count += piece.accepted_count;
        if (piece.accepted_count == 0 || accepted_count == 90'000) {
            break;
        }
    }
    EXPECT_GT(runs, 2);
    EXPECT_EQ(accepted_count, 90'000);
    EXPECT_EQ(test::dump(pieces.store()), test::dump(whole.store()));
}

TEST_F(ImportResume, BeginsAnewWhenAskedForMoreThanBefore) {
    test::Story whole;
    import_paths(whole.store(), {path}, {});
    test::Story asked;
    ImportOptions options;
    options.include_private = true;
    options.on_progress = [](const ImportProgress& progress) { return progress.records_count < 20'000; };
    import_paths(asked.store(), {path}, options);
    const ImportReport other = import_paths(asked.store(), {path}, {});
    EXPECT_EQ(other.accepted_count + other.repeated_count, 90'000) << "what was left out before is looked at again";
    EXPECT_EQ(test::dump(asked.store()), test::dump(whole.store()));
}

/// What a process killed between two batches leaves: whole batches, no indexes, nothing derived, and the mark.
TEST_F(ImportResume, RepairsWhatAKilledImportLeft) {
    test::Story whole;
    import_paths(whole.store(), {path}, {});

    test::Story killed;
    ImportOptions options;
    options.on_progress = [](const ImportProgress& progress) { return progress.records_count < 40'000; };
    import_paths(killed.store(), {path}, options);
    storage::suspend_indexes(killed.store());
    killed.store().database().run("DELETE FROM queue");
    import_paths(killed.store(), {path}, {});
    EXPECT_EQ(test::dump(killed.store()), test::dump(whole.store()));
    EXPECT_FALSE(storage::derived_is_abandoned(killed.store()));
}

}  // namespace
}  // namespace fanal::app
