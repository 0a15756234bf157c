// What Reddit really answered, counted. The numbers are those of tests/support/counts/reddit.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/recorded.hpp"

namespace fanal::importers {
namespace {

TEST(RecordedReddit, EverythingIsCounted) {
    SKIP_WITHOUT_RECORDINGS("api_reddit");
    const CountingSink sink = import_folder("api_reddit");
    EXPECT_THAT(sink.networks, testing::ElementsAre("reddit"));
    EXPECT_THAT(sink.rejections, testing::IsEmpty());
    EXPECT_EQ(sink.counts(), (Counts{{"accounts", 1},
                                     {"comments", 2695},
                                     {"people", 891},
                                     {"posts", 260},
                                     {"quotes", 6},
                                     {"removals", 22},
                                     {"reshares", 6},
                                     {"skips", 162},
                                     {"unknown_authors", 33}}));
}

}  // namespace
}  // namespace fanal::importers
