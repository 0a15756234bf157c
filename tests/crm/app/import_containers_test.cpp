// What lies in archives comes in as if it lay beside them: the same database, in whatever order, stopped or not.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "crm/app/use_cases.hpp"
#include "tests/support/store_dump.hpp"
#include "tests/support/store_story.hpp"
#include "tests/support/zip_writer.hpp"

namespace fanal::app {
namespace {

namespace fs = std::filesystem;

std::string comments(int first, int count) {
    std::string lines;
    for (int i = first; i < first + count; ++i) {
        lines += R"({"network":"x","kind":"comment","remote_id":"c)" + std::to_string(i) + R"(","occurred_at":)" +
                 std::to_string(1'790'000'000 + i) + R"(,"handle":"fan)" + std::to_string(i % 700) +
                 R"(","post_remote_id":"p","text":"bonjour )" + std::to_string(i) + "\"}\n";
    }
    return lines;
}

const std::string table = "network;kind;remote_id;occurred_at;handle;text\nx;comment;t1;1790000000;ana;\"a;b\"\n";

class ImportContainers : public testing::Test {
  protected:
    ImportContainers() : folder(fs::temp_directory_path() / ("fanal-containers-" + std::to_string(getpid()))) {
        fs::create_directories(folder / "plain");
        write("plain/a.ndjson", comments(0, 30'000));
        write("plain/b.ndjson", comments(30'000, 30'000));
        write("plain/t.csv", table);
        write("all.zip", support::zipped({{"a.ndjson", comments(0, 30'000)},
                                          {"in/b.ndjson.gz", support::gzipped(comments(30'000, 30'000))},
                                          {"t.csv", table}}));
        import_paths(expected.store(), {folder / "plain"}, {});
    }
    ~ImportContainers() override { fs::remove_all(folder); }

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder / name, std::ios::binary) << bytes;
    }

    fs::path folder;
    test::Story expected;
};

TEST_F(ImportContainers, GiveWhatThePlainFilesGive) {
    test::Story archived;
    const ImportReport report = import_paths(archived.store(), {folder / "all.zip"}, {});
    EXPECT_EQ(report.accepted_count, 60'001);
    ASSERT_EQ(report.files.size(), 3U);
    EXPECT_EQ(report.files[1].source, (folder / "all.zip").string() + "/in/b.ndjson.gz");
    EXPECT_EQ(test::dump(archived.store()), test::dump(expected.store()));
    EXPECT_EQ(import_paths(archived.store(), {folder / "all.zip"}, {}).repeated_count, 60'001);
}

TEST_F(ImportContainers, GoOnWhenTheyWereStopped) {
    test::Story pieces;
    for (int runs = 0; runs < 20; ++runs) {
        ImportOptions options;
        options.on_progress = [&](const ImportProgress& progress) {
            return progress.records_count < 20'000 * (runs + 1);
        };
        const ImportReport piece = import_paths(pieces.store(), {folder / "all.zip"}, options);
        if (piece.files.size() == 3) {
            break;
        }
    }
    import_paths(pieces.store(), {folder / "all.zip"}, {});
    EXPECT_EQ(test::dump(pieces.store()), test::dump(expected.store()));
}

TEST_F(ImportContainers, ComeInFromMemoryToo) {
    std::ifstream file(folder / "all.zip", std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    test::Story sent;
    const ImportReport report = import_bytes(sent.store(), "upload", bytes, {});
    EXPECT_EQ(report.accepted_count, 60'001);
    EXPECT_EQ(report.files.at(2).source, "upload/t.csv");
    EXPECT_EQ(test::dump(sent.store()), test::dump(expected.store()));
}

TEST_F(ImportContainers, SayWhatWasAssumedInTheReport) {
    write("plain/some.csv", "Date;Message;Lien\n24/02/2021;bonjour;https://x.com/a/status/1\n");
    test::Story story;
    const ImportReport report = import_paths(story.store(), {folder / "plain/some.csv"}, {});
    ASSERT_EQ(report.files.size(), 1U);
    EXPECT_EQ(report.files[0].network, "x");
    EXPECT_EQ(report.files[0].notes,
              (std::vector<std::string>{"The columns were taken as occurred_at=Date,text=Message,url=Lien, of x.",
                                        "Times without a zone were taken as UTC."}));
}

TEST_F(ImportContainers, RememberColumnsThatWereConfirmed) {
    write("one.csv", "Date;Message;Lien\n24/02/2021;bonjour;https://x.com/a/status/1\n");
    test::Story story;
    int asked = 0;
    ImportOptions options;
    options.confirm_columns = [&](const ColumnGuess& guess) {
        ++asked;
        EXPECT_EQ(guess.columns.size(), 3U);
        return ColumnAnswer::yes;
    };
    EXPECT_EQ(import_paths(story.store(), {folder / "one.csv"}, options).accepted_count, 1);
    EXPECT_EQ(import_paths(story.store(), {folder / "one.csv"}, options).repeated_count, 1);
    EXPECT_EQ(asked, 1);
    options.columns = "nothing";
    EXPECT_ANY_THROW(import_paths(story.store(), {folder / "one.csv"}, options));
}

}  // namespace
}  // namespace fanal::app
