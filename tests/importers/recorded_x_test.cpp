// What X really answered and handed out, counted. The numbers are those of tests/support/counts/x.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/recorded.hpp"

namespace fanal::importers {
namespace {

struct Folder {
    std::string name;
    std::string path;
    Counts counts;
};

const std::vector<Folder> folders = {
    {"newer_api",
     "api_x_v2/twarc-csv",
     {{"comments", 85},
      {"people", 510},
      {"posts", 341},
      {"profiles", 564},
      {"quotes", 98},
      {"reshares", 202},
      {"skips", 185}}},
    {"newer_api_by_endpoint",
     "api_x_v2/python-twitter",
     {{"comments", 10},
      {"messages", 3},
      {"people", 91},
      {"posts", 56},
      {"profiles", 106},
      {"reshares", 28},
      {"skips", 241},
      {"unknown_authors", 37}}},
    // Between two documents of one file stands a line that is none.
    {"older_api",
     "api_x_v11",
     {{"comments", 13},
      {"people", 7},
      {"posts", 15},
      {"private", 8},
      {"quotes", 5},
      {"rejections", 1},
      {"reshares", 1}}},
    {"archive",
     "export_twitter_archive",
     {{"comments", 9}, {"posts", 6}, {"quotes", 1}, {"reshares", 4}, {"skips", 5}, {"unknown_authors", 20}}},
};

class RecordedX : public testing::TestWithParam<Folder> {};

TEST_P(RecordedX, everything_is_counted) {
    SKIP_WITHOUT_RECORDINGS(GetParam().path);
    const CountingSink sink = import_folder(GetParam().path, {".json", ".jsonl", ".js"});
    EXPECT_THAT(sink.networks, testing::ElementsAre("x"));
    EXPECT_THAT(sink.rejections, testing::Each(testing::HasSubstr("no complete JSON")));
    EXPECT_EQ(sink.counts(), GetParam().counts);
}

std::string name_of(const testing::TestParamInfo<Folder>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Folders, RecordedX, testing::ValuesIn(folders), name_of);

}  // namespace
}  // namespace fanal::importers
