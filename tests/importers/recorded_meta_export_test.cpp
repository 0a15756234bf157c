// What Meta's exports really hold, counted. The numbers are those of tests/support/counts/meta_export.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/recorded.hpp"

namespace fanal::importers {
namespace {

TEST(RecordedMetaExport, ActsAreCounted) {
    SKIP_WITHOUT_RECORDINGS("export_meta_dyi");
    const CountingSink sink = import_folder("export_meta_dyi");
    EXPECT_THAT(sink.networks, testing::ElementsAre("facebook", "instagram"));
    EXPECT_THAT(sink.rejections, testing::ElementsAre(testing::HasSubstr("This is no complete JSON")));
    EXPECT_EQ(sink.counts(), (Counts{{"accounts", 2},
                                     {"comments", 10},
                                     {"messages", 4},
                                     {"people", 2},
                                     {"posts", 36},
                                     {"private", 4},
                                     {"rejections", 1},
                                     {"skips", 21},
                                     {"unknown_authors", 42}}));
}

/// Keeps every text.
class TextSink final : public RunSink {
  public:
    void interaction(Record&& record, std::string_view) override { texts += record.text + "\n"; }
    void removal(Removal&&) override {}
    void profile(ProfileSighting&&, std::string_view) override {}
    void account(AccountSighting&&) override {}
    void skip(std::string_view, std::string_view) override {}
    void reject(std::string_view, std::string_view, std::string_view) override {}

    std::string texts;
};

TEST(RecordedMetaExport, TextsAreRepaired) {
    SKIP_WITHOUT_RECORDINGS("export_meta_dyi");
    TextSink sink;
    for (const auto& path : recorded_files(recorded_data / "export_meta_dyi", {".json"})) {
        import_file(path, sink);
    }
    // Capital A with tilde, or a with circumflex, before a character of Latin-1's upper half: what UTF-8 looks like
    // when it was read as Latin-1.
    EXPECT_EQ(sink.texts.find("\u00C3\u00B8"), std::string::npos);
    EXPECT_EQ(sink.texts.find("\u00C3\u00A5"), std::string::npos);
    EXPECT_EQ(sink.texts.find("\u00E2\u0080"), std::string::npos);
    EXPECT_NE(sink.texts.find("på søndag"), std::string::npos);
    EXPECT_NE(sink.texts.find("😂"), std::string::npos);
}

}  // namespace
}  // namespace fanal::importers
