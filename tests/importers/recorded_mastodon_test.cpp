// What Mastodon really answered, counted. The numbers are those of tests/support/counts/mastodon.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/recorded.hpp"

namespace fanal::importers {
namespace {

TEST(RecordedMastodon, AnswersAreCounted) {
    SKIP_WITHOUT_RECORDINGS("api_mastodon");
    const CountingSink sink = import_folder("api_mastodon");
    EXPECT_THAT(sink.networks, testing::ElementsAre("mastodon"));
    EXPECT_THAT(sink.rejections, testing::IsEmpty());
    Counts counts = sink.counts();
    EXPECT_EQ(counts.erase("accounts"), 1U);  // told by many small signs, which fixtures show one by one
    EXPECT_EQ(counts, (Counts{{"comments", 3},
                              {"mentions", 8},
                              {"messages", 26},
                              {"people", 32},
                              {"posts", 173},
                              {"private", 8},
                              {"profiles", 59},
                              {"quotes", 1},
                              {"removals", 6},
                              {"reshares", 6},
                              {"skips", 104}}));
}

TEST(RecordedMastodon, TheArchiveIsCounted) {
    SKIP_WITHOUT_RECORDINGS("export_mastodon_archive");
    const CountingSink sink = import_folder("export_mastodon_archive");
    EXPECT_THAT(sink.networks, testing::ElementsAre("mastodon"));
    EXPECT_THAT(sink.rejections, testing::IsEmpty());
    EXPECT_EQ(sink.counts(),
              (Counts{{"accounts", 1}, {"comments", 5}, {"people", 1}, {"posts", 5}, {"profiles", 1}, {"skips", 5}}));
}

}  // namespace
}  // namespace fanal::importers
