// What Instagram really answered, counted. The numbers are those of tests/support/counts/instagram.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/recorded.hpp"

namespace fanal::importers {
namespace {

TEST(RecordedInstagram, AnswersAreCounted) {
    SKIP_WITHOUT_RECORDINGS("api_instagram");
    const CountingSink sink = import_folder("api_instagram");
    EXPECT_THAT(sink.networks, testing::ElementsAre("facebook", "instagram"));
    EXPECT_THAT(sink.rejections, testing::IsEmpty());
    EXPECT_EQ(sink.counts(), (Counts{{"accounts", 5},
                                     {"comments", 11},
                                     {"people", 4},
                                     {"posts", 32},
                                     {"profiles", 6},
                                     {"skips", 49},
                                     {"unknown_authors", 31}}));
}

TEST(RecordedInstagram, AnswersAndDeliveriesRecordedWithFacebooksAreCounted) {
    SKIP_WITHOUT_RECORDINGS("api_facebook/restfb/instagram");
    const CountingSink sink = import_folder("api_facebook/restfb/instagram");
    EXPECT_THAT(sink.networks, testing::ElementsAre("instagram"));
    EXPECT_THAT(sink.rejections, testing::ElementsAre(testing::HasSubstr("This post has no timestamp")));
    EXPECT_EQ(sink.counts(), (Counts{{"accounts", 5},
                                     {"comments", 3},
                                     {"messages", 1},
                                     {"people", 4},
                                     {"posts", 2},
                                     {"profiles", 1},
                                     {"rejections", 1},
                                     {"skips", 10},
                                     {"unknown_authors", 2}}));
}

}  // namespace
}  // namespace fanal::importers
