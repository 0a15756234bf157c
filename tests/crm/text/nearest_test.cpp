#include "crm/text/nearest.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fanal::text {
namespace {

TEST(Nearest, AllowsOneSlipForEveryThreeLetters) {
    const std::string_view candidates[] = {"pagerank", "core_number"};
    EXPECT_EQ(nearest("pagernak", candidates), "pagerank");
    EXPECT_EQ(nearest("core-nmber", candidates), "core_number");
    EXPECT_EQ(nearest("xagxrxxk", candidates), "");
}

TEST(Nearest, DoesNotCompareWhatNobodyTypes) {
    const std::string large(1 << 24, 'a');
    const std::string_view candidates[] = {large, "pagerank"};
    EXPECT_EQ(nearest("pagernak", candidates), "pagerank");
    EXPECT_EQ(nearest(large, candidates), "");
}

}  // namespace
}  // namespace fanal::text
