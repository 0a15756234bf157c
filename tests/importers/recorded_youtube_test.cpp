// What YouTube really answered, counted. The numbers are those of tests/support/counts/youtube.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/recorded.hpp"

namespace fanal::importers {
namespace {

TEST(RecordedYouTube, EverythingIsCounted) {
    SKIP_WITHOUT_RECORDINGS("api_youtube");
    const CountingSink sink = import_folder("api_youtube");
    EXPECT_THAT(sink.networks, testing::ElementsAre("youtube"));
    EXPECT_THAT(sink.rejections, testing::IsEmpty());
    EXPECT_EQ(sink.counts(), (Counts{{"accounts", 3},
                                     {"comments", 17},
                                     {"follows", 29},
                                     {"people", 23},
                                     {"posts", 11},
                                     {"profiles", 9},
                                     {"skips", 235}}));
}

}  // namespace
}  // namespace fanal::importers
