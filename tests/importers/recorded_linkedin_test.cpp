// What LinkedIn really answered, counted. The numbers are those of tests/support/counts/linkedin.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/recorded.hpp"

namespace fanal::importers {
namespace {

TEST(RecordedLinkedIn, EverythingIsCounted) {
    SKIP_WITHOUT_RECORDINGS("api_linkedin");
    const CountingSink sink = import_folder("api_linkedin");
    EXPECT_THAT(sink.networks, testing::ElementsAre("linkedin"));
    EXPECT_THAT(sink.rejections, testing::IsEmpty());
    EXPECT_EQ(sink.counts(), (Counts{{"comments", 1}, {"people", 1}, {"skips", 1}}));
}

}  // namespace
}  // namespace fanal::importers
