// Records that an import refuses are kept, told, and tried again; private ones are left out unless they are asked for.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "crm/storage/import_log.hpp"
#include "tests/support/store_story.hpp"

namespace fanal::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view sound =
    R"({"network":"x","kind":"comment","remote_id":"c1","occurred_at":"2026-11-20T10:00:00Z","profile_remote_id":"1"})";
constexpr std::string_view broken =
    R"({"network":"x","kind":"comment","remote_id":"c2","occurred_at":"soon","profile_remote_id":"1"})";

class Rejections : public testing::Test {
  protected:
    Rejections() : file(fs::temp_directory_path() / ("fanal-rejections-" + std::to_string(::getpid()) + ".ndjson")) {}
    ~Rejections() override { fs::remove(file); }

    ImportReport import(const std::string& lines) {
        std::ofstream(file) << lines;
        return import_paths(story.store(), {file}, {});
    }

    test::Story story;
    fs::path file;
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

TEST_F(Rejections, GoWhenTheFileIsMendedAndImportedOrTriedAgain) {
    import(std::string(broken) + "\n");
    EXPECT_EQ(retry_rejections(story.store(), {}).rejected_count, 1) << "Nothing was mended yet.";
    EXPECT_EQ(count_rejections(story.store()), 1);
    std::ofstream(file) << sound << '\n';
    const ImportReport report = retry_rejections(story.store(), {});
    EXPECT_EQ(report.accepted_count, 1);
    EXPECT_EQ(count_rejections(story.store()), 0);
}

TEST_F(Rejections, OfAFileThatIsGoneAreTriedFromTheirBytes) {
    import(std::string(broken) + "\n");
    // As if an earlier Fanal had refused what this one understands.
    storage::keep_rejection(story.store(), {{file.string(), "line 9", "Not understood."}, std::string(sound)});
    fs::remove(file);
    const ImportReport report = retry_rejections(story.store(), {});
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
