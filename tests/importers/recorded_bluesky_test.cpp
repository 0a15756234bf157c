// What Bluesky really answered, counted. The numbers are those of tests/support/counts/bluesky.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/recorded.hpp"

namespace fanal::importers {
namespace {

TEST(RecordedBluesky, EverythingIsCounted) {
    SKIP_WITHOUT_RECORDINGS("api_bluesky");
    const CountingSink sink = import_folder("api_bluesky");
    EXPECT_THAT(sink.networks, testing::ElementsAre("bluesky"));
    EXPECT_THAT(sink.rejections, testing::IsEmpty());
    EXPECT_EQ(sink.counts(), (Counts{{"comments", 75},
                                     {"people", 18},
                                     {"posts", 148},
                                     {"profiles", 84},
                                     {"quotes", 59},
                                     {"reactions", 8},
                                     {"removals", 1},
                                     {"reshares", 14},
                                     {"skips", 30}}));
}

}  // namespace
}  // namespace fanal::importers
