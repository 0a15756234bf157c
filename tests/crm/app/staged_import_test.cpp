// An import of more than a batch: staged beside the database and merged at the end. Whatever the batches, the kills and
// the company, the database is the one that a single batch makes.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>

#include "crm/storage/derived.hpp"
#include "crm/storage/staged_import.hpp"
#include "models/error.hpp"
#include "tests/support/store_dump.hpp"
#include "tests/support/store_story.hpp"
#include "tests/support/zip_writer.hpp"

namespace fanal::app {
namespace {

namespace fs = std::filesystem;
using test::dump;
using test::Story;

constexpr std::size_t small_batch = 600;  // bytes: two or three records

class StagedImportTest : public testing::Test {
  protected:
    StagedImportTest() : folder(fs::temp_directory_path() / ("fanal-staged-" + std::to_string(::getpid()))) {
        fs::remove_all(folder);
        fs::create_directories(folder);
        std::ifstream file(FANAL_ROOT "/tests/crm/app/month.ndjson");
        for (std::string line; std::getline(file, line);) {
            lines.push_back(line);
        }
    }
    ~StagedImportTest() override { fs::remove_all(folder); }

    fs::path write(const std::string& name) const {
        std::ofstream file(folder / name);
        for (const std::string& line : lines) {
            file << line << '\n';
        }
        return folder / name;
    }

    std::string database(const std::string& name) const { return (folder / name).string(); }

    /// The dump of a store in memory after one batch.
    std::string expected() const {
        Story whole;
        import_paths(whole.store(), {write("whole.ndjson")}, {});
        return dump(whole.store());
    }

    /// Imports in another process, which dies without a word once it has read `records_max`.
    static void import_and_die(const std::string& path, const fs::path& payload, std::int64_t records_max) {
        const pid_t child = fork();
        if (child == 0) {
            storage::Store store = storage::Store::open(path);
            ImportOptions options = in_small_batches();
            options.on_progress = [&](const ImportProgress& progress) {
                if (progress.records_count >= records_max) {
                    raise(SIGKILL);
                }
                return true;
            };
            import_paths(store, {payload}, options);
            _exit(0);
        }
        int status = 0;
        ASSERT_EQ(waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status)) << "It was to be killed before it ended.";
    }

    static ImportOptions in_small_batches() {
        ImportOptions options;
        options.batch_bytes = small_batch;
        return options;
    }

    fs::path folder;
    std::vector<std::string> lines;
};

TEST_F(StagedImportTest, MakesTheDatabaseOfOneBatchInAnyOrder) {
    const std::string once = expected();
    std::mt19937 random(5);
    for (int round = 0; round < 5; ++round) {
        std::shuffle(lines.begin(), lines.end(), random);
        Story story(database(std::to_string(round) + ".db"));
        const fs::path payload = write("month.ndjson");
        const ImportReport report = import_paths(story.store(), {payload}, in_small_batches());
        EXPECT_EQ(dump(story.store()), once);
        EXPECT_FALSE(storage::StagedImport::exists(story.store().database()));
        const ImportReport again = import_paths(story.store(), {payload}, in_small_batches());
        EXPECT_EQ(again.accepted_count, 0);
        EXPECT_EQ(again.repeated_count, report.accepted_count + report.repeated_count);
        EXPECT_EQ(dump(story.store()), once);
    }
}

TEST_F(StagedImportTest, GoesOnAfterAKillAndCountsBothParts) {
    const std::string once = expected();
    const fs::path payload = write("month.ndjson");
    Story whole(database("whole.db"));
    const ImportReport in_one_go = import_paths(whole.store(), {payload}, in_small_batches());

    const std::string path = database("killed.db");
    import_and_die(path, payload, static_cast<std::int64_t>(lines.size()) / 2);
    Story story(path);
    ASSERT_TRUE(storage::StagedImport::exists(story.store().database()));
    ASSERT_TRUE(storage::derived_is_abandoned(story.store()));
    const ImportReport report = import_paths(story.store(), {payload}, in_small_batches());
    EXPECT_EQ(dump(story.store()), once);
    EXPECT_EQ(report.accepted_count, in_one_go.accepted_count);
    EXPECT_EQ(report.repeated_count, in_one_go.repeated_count);
    EXPECT_FALSE(storage::StagedImport::exists(story.store().database()));
}

/// Every file of it, also one that was staged whole, packed or not, and what was skipped and refused before the kill.
TEST_F(StagedImportTest, AfterAKillTheReportTellsOfBothRuns) {
    lines[0] = R"({"network":"x","kind":"comment","occurred_at":"soon","handle":"ana"})";
    lines[1] = R"({"greetings":"all"})";
    const fs::path input = folder / "input";
    fs::create_directories(input);
    std::string all;
    for (const std::string& line : lines) {
        all += line + "\n";
    }
    std::ofstream(input / "a.ndjson.gz", std::ios::binary) << support::gzipped(all);
    std::ofstream(input / "b.ndjson") << all;
    const auto count = static_cast<std::int64_t>(lines.size());

    Story whole(database("whole.db"));
    const ImportReport once = import_paths(whole.store(), {input}, in_small_batches());
    for (const std::int64_t records_max : {count / 2, count + 3, 2 * count - 3}) {
        const std::string path = database("killed" + std::to_string(records_max) + ".db");
        import_and_die(path, input, records_max);
        Story story(path);
        const ImportReport report = import_paths(story.store(), {input}, in_small_batches());
        ASSERT_EQ(report.files.size(), 2U);
        for (std::size_t i = 0; i < 2; ++i) {
            EXPECT_EQ(report.files[i].source, once.files[i].source);
            EXPECT_EQ(report.files[i].network, once.files[i].network);
            EXPECT_EQ(report.files[i].skipped_count, once.files[i].skipped_count);
            EXPECT_EQ(report.files[i].rejected_count, once.files[i].rejected_count);
            EXPECT_EQ(report.files[i].accepted_count + report.files[i].repeated_count,
                      once.files[i].accepted_count + once.files[i].repeated_count);
        }
        EXPECT_EQ(dump(story.store()), dump(whole.store()));
        EXPECT_EQ(count_rejections(story.store()), count_rejections(whole.store()));
        EXPECT_EQ(story.store().database().integer("SELECT count(*) FROM import_log WHERE network = ''"), 0);
    }
}

TEST_F(StagedImportTest, WhoeverOpensTheDatabaseAfterAKillBringsInWhatWasStaged) {
    const std::string once = expected();
    const fs::path payload = write("month.ndjson");
    const std::string path = database("killed.db");
    import_and_die(path, payload, static_cast<std::int64_t>(lines.size()) / 2);
    const auto opened = open_existing_store(path);
    EXPECT_GT(opened->database().integer("SELECT count(*) FROM interactions"), 0);
    EXPECT_FALSE(storage::StagedImport::exists(opened->database()));
    const ImportReport rest = import_paths(*opened, {payload}, in_small_batches());
    EXPECT_EQ(rest.repeated_count, 0) << "It goes on where the first had come to.";
    EXPECT_GT(rest.files[0].resumed_at_bytes, 0);
    EXPECT_EQ(rest.files[0].network, "canonical");
    EXPECT_EQ(dump(*opened), once);
}

TEST_F(StagedImportTest, AnotherImportAtTheSameTimeWritesWithoutIt) {
    const std::string once = expected();
    const fs::path payload = write("month.ndjson");
    Story story(database("shared.db"));
    auto other = storage::StagedImport::open(story.store().database());
    ASSERT_TRUE(other);
    EXPECT_FALSE(storage::StagedImport::open(story.store().database()));
    import_paths(story.store(), {payload}, in_small_batches());
    EXPECT_EQ(dump(story.store()), once);
}

TEST_F(StagedImportTest, ADamagedFileIsSaid) {
    const fs::path payload = write("month.ndjson");
    const std::string path = database("killed.db");
    import_and_die(path, payload, static_cast<std::int64_t>(lines.size()) / 2);
    std::ofstream(path + "-import", std::ios::trunc) << "This is not what was there.";
    Story story(path);
    try {
        import_paths(story.store(), {payload}, in_small_batches());
        ADD_FAILURE() << "It was not said.";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unavailable);
        EXPECT_NE(std::string(error.what()).find("killed.db-import"), std::string::npos) << error.what();
    }
}

}  // namespace
}  // namespace fanal::app
