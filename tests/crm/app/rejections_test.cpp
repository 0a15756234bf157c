// Records that an import refuses are kept, told, and tried again; private ones are left out unless they are asked for.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "crm/app/file_on_disk.hpp"
#include "crm/storage/import_log.hpp"
#include "models/error.hpp"
#include "tests/support/store_story.hpp"
#include "tests/support/zip_writer.hpp"

namespace fanal::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view sound =
    R"({"network":"x","kind":"comment","remote_id":"c1","occurred_at":"2026-11-20T10:00:00Z","profile_remote_id":"1"})";
constexpr std::string_view broken =
    R"({"network":"x","kind":"comment","remote_id":"c2","occurred_at":"soon","profile_remote_id":"1"})";

class Rejections : public testing::Test {
  protected:
    Rejections() : folder(fs::temp_directory_path() / ("fanal-rejections-" + std::to_string(::getpid()))) {
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    ~Rejections() override { fs::remove_all(folder); }

    ImportReport import(const std::string& lines, const ImportOptions& options = {}) {
        std::ofstream(file) << lines;
        return import_paths(story.store(), {file}, options);
    }
    ImportReport retry(RetryFrom from = RetryFrom::files) { return retry_rejections(story.store(), {}, from); }
    std::int64_t kept_count() { return count_rejections(story.store()); }

    test::Story story;
    fs::path folder;
    fs::path file = folder / "lines.ndjson";
};

TEST_F(Rejections, AreKeptWithTheirBytesAndPlace) {
    import(std::string(sound) + "\n" + std::string(broken) + "\n");
    const auto kept = list_rejections(story.store(), 10);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].rejection.source, file.string());
    EXPECT_NE(kept[0].rejection.path.find("line 2"), std::string::npos) << kept[0].rejection.path;
    EXPECT_NE(kept[0].rejection.reason.find("occurred_at"), std::string::npos) << kept[0].rejection.reason;
    EXPECT_NE(kept[0].record.find("soon"), std::string::npos) << kept[0].record;
    EXPECT_EQ(count_rejections(story.store()), 1);
}

TEST_F(Rejections, OfAMendedFileStayUntilTheyAreForgotten) {
    import(std::string(broken) + "\n");
    EXPECT_EQ(retry().rejected_count, 1) << "Nothing was mended yet.";
    EXPECT_EQ(kept_count(), 1);
    std::ofstream(file) << sound << '\n';
    EXPECT_EQ(retry().accepted_count, 1);
    EXPECT_EQ(kept_count(), 1) << "Nobody can tell a mended file from another of its name.";
    EXPECT_EQ(forget_rejections(story.store(), file.string()), 1);
    EXPECT_EQ(kept_count(), 0);
    EXPECT_THROW(forget_rejections(story.store(), file.string()), Error);
}

TEST_F(Rejections, GoWhenTheSameFileIsUnderstood) {
    import(std::string(sound) + "\n");
    // As if an earlier Fanal had refused what this one understands.
    const storage::RejectionOrigin origin{file.string(), fingerprint_of(file), "", "", false};
    storage::keep_rejection(story.store(), {{file.string(), "line 1", "Not understood."}, std::string(sound)}, origin);
    EXPECT_EQ(retry().repeated_count, 1);
    EXPECT_EQ(kept_count(), 0);
}

TEST_F(Rejections, StayWhenTheFileCannotBeReadAtAll) {
    import(std::string(sound) + "\n" + std::string(broken) + "\n");
    ImportOptions options;
    options.as_network = "facebook";
    const ImportReport report = retry_rejections(story.store(), options, RetryFrom::files);
    EXPECT_EQ(report.accepted_count + report.repeated_count, 0);
    EXPECT_NE(list_rejections(story.store(), 1)[0].record.find("soon"), std::string::npos);
}

/// The name that a client gives is no path.
TEST_F(Rejections, OfWhatCameOverHttpNeverReadAFile) {
    std::ofstream(file) << sound << '\n';
    import_bytes(story.store(), file.string(), broken, {});
    import_bytes(story.store(), file.string() + "/member.json", broken, {});
    ASSERT_EQ(kept_count(), 2);
    for (const RetryFrom from : {RetryFrom::files, RetryFrom::kept_bytes}) {
        const ImportReport report = retry(from);
        EXPECT_EQ(report.accepted_count, 0) << "What stands in the file was never sent.";
        EXPECT_EQ(report.rejected_count, 2);
        EXPECT_EQ(kept_count(), 2);
    }
    import(std::string(sound) + "\n");
    EXPECT_EQ(kept_count(), 2) << "The file of that name is another thing.";
}

TEST_F(Rejections, AreTriedFromTheirBytesAloneWhenNothingMayBeOpened) {
    import(std::string(broken) + "\n");
    std::ofstream(file) << sound << '\n';
    EXPECT_EQ(retry(RetryFrom::kept_bytes).accepted_count, 0);
    EXPECT_EQ(kept_count(), 1);
}

/// Not only the field that is wrong: without the rest nobody could ever take it in.
TEST_F(Rejections, AreWholeRecords) {
    import_bytes(story.store(), "line", broken, {});
    import_bytes(story.store(), "page", R"({"data":[{"id":"1_2","message":"a","created_time":"soon","from":{"id":"9"}},
        {"id":"1_3","message":"b","from":{"id":"9"}}],"paging":{}})",
                 {});
    const auto kept = list_rejections(story.store(), 10);
    ASSERT_EQ(kept.size(), 3U);
    EXPECT_EQ(kept[0].record, broken);
    EXPECT_EQ(kept[1].record, R"({"id":"1_2","message":"a","created_time":"soon","from":{"id":"9"}})");
    EXPECT_EQ(kept[2].record, R"({"id":"1_3","message":"b","from":{"id":"9"}})");
}

TEST_F(Rejections, AreKeptBeforeTheirPlaceCountsAsDone) {
    story.store().database().run(
        "CREATE TRIGGER full BEFORE INSERT ON interactions BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
    EXPECT_THROW(import(std::string(sound) + "\n" + std::string(broken) + "\n"), Error);
    EXPECT_EQ(kept_count(), 1);
}

TEST_F(Rejections, OfTheStoreItselfAreToldToAThousandAndAllKept) {
    std::string lines;
    for (int i = 0; i < 1'100; ++i) {
        lines += R"({"network":"x","kind":"comment","remote_id":"c)" + std::to_string(i) +
                 R"(","occurred_at":"2026-11-20T10:00:00Z","profile_remote_id":"1"})" + "\n";
    }
    import(lines);
    story.store().database().run("UPDATE interactions SET network = 'another whose ids are the same'");
    const ImportReport report = import(lines);
    EXPECT_EQ(report.rejected_count, 1'100);
    EXPECT_EQ(report.rejections.size(), 1'000U);
    EXPECT_EQ(kept_count(), 1'100);
}

std::string broken_line(const std::string& id) {
    return R"({"network":"x","kind":"comment","remote_id":")" + id +
           R"(","occurred_at":"soon","profile_remote_id":"1"})" + "\n";
}

TEST_F(Rejections, OfFilesOfOneNameStandSideBySide) {
    const fs::path before = fs::current_path();
    for (const std::string name : {"a", "b"}) {
        fs::create_directories(folder / name);
        std::ofstream(folder / name / "c.ndjson") << sound << '\n' << broken_line("of-" + name);
        fs::current_path(folder / name);
        import_paths(story.store(), {"c.ndjson"}, {});
    }
    fs::current_path(before);
    EXPECT_EQ(kept_count(), 2);
    EXPECT_EQ(list_rejections(story.store(), 1)[0].rejection.source, (folder / "a/c.ndjson").string());
    import_paths(story.store(), {folder / "a/c.ndjson", folder / "b/c.ndjson"}, {});
    EXPECT_EQ(kept_count(), 2) << "The same files by another path.";
}

TEST_F(Rejections, OfAFileThatTookAnothersNameStandBesideThem) {
    import(std::string(sound) + "\n" + broken_line("first"));
    import(std::string(sound) + "\n" + broken_line("second"));
    EXPECT_EQ(kept_count(), 2);
    import(std::string(sound) + "\n" + broken_line("second"));
    EXPECT_EQ(kept_count(), 2) << "The same again is the same.";
    EXPECT_EQ(retry().rejected_count, 2);
    EXPECT_EQ(kept_count(), 2);
}

TEST_F(Rejections, OfTwoPayloadsOfOneNameAndTwoMembersOfOneNameStandSideBySide) {
    import_bytes(story.store(), "webhook", broken_line("1"), {});
    import_bytes(story.store(), "webhook", broken_line("2"), {});
    import_bytes(story.store(), "webhook", broken_line("2"), {});
    EXPECT_EQ(kept_count(), 2);
    std::ofstream(folder / "two.zip", std::ios::binary) << support::zipped(
        {{"same.json", std::string(sound) + "\n" + broken_line("3")}, {"same.json", broken_line("4")}});
    import_paths(story.store(), {folder / "two.zip"}, {});
    EXPECT_EQ(kept_count(), 4);
    import_paths(story.store(), {folder / "two.zip"}, {});
    EXPECT_EQ(kept_count(), 4);
}

/// Recognised by what is in it, it would be Instagram's.
constexpr std::string_view threads_post = R"({"id":"17","text":"Miam","timestamp":"2026-11-20T10:00:00+0000"})";
constexpr std::string_view undated_post = R"({"id":"18","text":"Miam","timestamp":"soon"})";

TEST_F(Rejections, AreTriedAgainAsTheImportWasTold) {
    ImportOptions options;
    options.as_network = "threads";
    import(std::string(threads_post) + "\n" + std::string(undated_post) + "\n", options);
    ASSERT_EQ(kept_count(), 1);
    EXPECT_EQ(retry().repeated_count, 1);
    storage::keep_rejection(story.store(), {{"webhook", "line 1", "Not understood."}, std::string(threads_post)},
                            {"", "", "threads", "", false});
    EXPECT_EQ(retry(RetryFrom::kept_bytes).repeated_count, 1);
    EXPECT_EQ(story.store().database().integer("SELECT count(*) FROM interactions WHERE network <> 'threads'"), 0);
    EXPECT_EQ(kept_count(), 1);
}

TEST_F(Rejections, OfAFileThatIsGoneAreTriedFromTheirBytes) {
    import(std::string(broken) + "\n");
    // As if an earlier Fanal had refused what this one understands.
    storage::keep_rejection(story.store(), {{file.string(), "line 9", "Not understood."}, std::string(sound)});
    fs::remove(file);
    const ImportReport report = retry();
    EXPECT_EQ(report.accepted_count, 1);
    EXPECT_EQ(report.rejected_count, 1);
    const auto kept = list_rejections(story.store(), 10);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_NE(kept[0].rejection.path.find("line 1"), std::string::npos) << "It keeps its place in the file.";
    EXPECT_EQ(kept[0].rejection.source, file.string());
}

constexpr std::string_view direct = R"({"id":"7","uri":"https://mas.example/users/ana/statuses/7",
    "created_at":"2026-11-20T10:00:00.000Z","visibility":"direct","content":"<p>Entre nous</p>","account":{"id":"1",
    "username":"ana","acct":"ana","uri":"https://mas.example/users/ana","url":"https://mas.example/@ana"},
    "replies_count":0,"reblogs_count":0,"favourites_count":0,"mentions":[],"tags":[]})";

/// In an address, a member, a column, a name; of what is taken in and of what is refused.
TEST(Secrets, NeverReachTheDatabase) {
    const std::string address = "https://graph.example/me?access_token=SECRET&after=x";
    const std::vector<std::string> payloads = {
        R"({"network":"x","kind":"comment","remote_id":"c1","occurred_at":"2026-11-20T10:00:00Z",)"
        R"("profile_remote_id":"1","url":")" +
            address + R"(","token":"SECRET","paging":{"next":")" + address + R"("}})",
        R"({"network":"x","kind":"comment","occurred_at":"soon","profile_remote_id":"1","paging":{"next":")" + address +
            R"("},"client_secret":"SECRET"})",
        R"({"network":"x","kind":"comment","occurred_at":")" + address + R"(","profile_remote_id":"1"})",
        R"({"data":[{"id":"1_2","message":"a","created_time":"2026-11-20T10:00:00+0000","permalink_url":")" + address +
            R"(","from":{"id":"9","name":"Z","link":")" + address + R"(","picture":{"data":{"url":")" + address +
            R"("}}}}],"paging":{"next":")" + address + R"("}})",
        R"({"data":[{"id":"1_2","access_token":"SECRET)",
        R"({")" + address + R"(":1})",
        "network,kind,occurred_at,profile_remote_id,text,access_token\nx,comment,2026-11-20,1,Hi,SECRET\n"
        "x,comment,soon,1,Hi,SECRET\n",
    };
    test::Story story;
    for (const std::string& payload : payloads) {
        const ImportReport report = import_bytes(story.store(), "a?token=SECRET", payload, {});
        std::string told = report.files[0].source + report.files[0].skipped_reason;
        for (const Rejection& rejection : report.rejections) {
            told += rejection.source + rejection.path + rejection.reason;
        }
        EXPECT_EQ(told.find("SECRET"), std::string::npos) << told;
    }
    auto rows = story.store().database().prepare(
        "SELECT 'extra ' || extra || ' url ' || url FROM interactions UNION ALL "
        "SELECT field || ' ' || value FROM profile_facts UNION ALL SELECT source || network FROM import_log UNION ALL "
        "SELECT source || ' ' || path || ' ' || reason || ' ' || CAST(record AS TEXT) FROM import_rejections");
    int count = 0;
    for (; rows.step(); ++count) {
        EXPECT_EQ(rows.text(0).find("SECRET"), std::string_view::npos) << rows.text(0);
    }
    EXPECT_GT(count, 12);
    EXPECT_GE(count_rejections(story.store()), 4);
}

TEST(PrivateRecords, AreLeftOutAndCountedUnlessAskedFor) {
    test::Story story;
    ImportReport report = story.tell(direct);
    EXPECT_EQ(report.private_count, 1);
    EXPECT_EQ(report.skipped_count, 1);
    EXPECT_EQ(report.accepted_count, 0);
    ImportOptions options;
    options.include_private = true;
    report = import_bytes(story.store(), "story", direct, options);
    EXPECT_EQ(report.private_count, 0);
    EXPECT_EQ(report.accepted_count, 1);
}

TEST(UnknownAuthors, AreCountedApart) {
    test::Story story;
    const ImportReport report =
        story.tell(R"({"id":"1_2","message":"Miam","created_time":"2026-11-20T10:00:00+0000","parent":{"id":"1_1"}})");
    EXPECT_EQ(report.accepted_count + report.skipped_count, 1);
    EXPECT_EQ(report.unknown_author_count, report.accepted_count);
}

}  // namespace
}  // namespace fanal::app
