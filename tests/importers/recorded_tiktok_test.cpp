// What TikTok really answered, counted. The numbers are those of tests/support/counts/tiktok.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/recorded.hpp"

namespace fanal::importers {
namespace {

TEST(RecordedTikTok, EverythingIsCounted) {
    SKIP_WITHOUT_RECORDINGS("api_tiktok");
    const CountingSink sink = import_folder("api_tiktok");
    EXPECT_THAT(sink.networks, testing::ElementsAre("tiktok"));
    EXPECT_THAT(sink.rejections, testing::IsEmpty());
    EXPECT_EQ(sink.counts(),
              (Counts{{"comments", 2}, {"people", 147}, {"posts", 182}, {"profiles", 62}, {"skips", 107}}));
}

}  // namespace
}  // namespace fanal::importers
