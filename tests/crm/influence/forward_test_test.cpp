#include "crm/influence/forward_test.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace fanal::influence {
namespace {

TEST(ForwardTest, IsOneForTheBestOrderAndCountsPlaces) {
    const std::vector<double> gains = {5, 0, 3};
    EXPECT_DOUBLE_EQ(forward_test(gains, gains).ndcg, 1);
    EXPECT_DOUBLE_EQ(forward_test(gains, gains).capture, 1);
    const std::vector<double> scores = {1, 2, 3};  // gains in this order: 3, 0, 5
    const double best = 5 + 3 / std::log2(3.0);
    EXPECT_DOUBLE_EQ(forward_test(scores, gains).ndcg, (3 + 5 / 2.0) / best);
    EXPECT_DOUBLE_EQ(forward_test(scores, gains).capture, 1);
}

TEST(ForwardTest, LooksAtTheFirstHundredAlone) {
    std::vector<double> scores(300);
    std::vector<double> gains(300);
    for (std::size_t i = 0; i < 300; ++i) {
        scores[i] = -static_cast<double>(i);
        gains[i] = i < 50 || i >= 250 ? 1 : 0;
    }
    EXPECT_DOUBLE_EQ(forward_test(scores, gains).capture, 0.5);
}

TEST(ForwardTest, BreaksTiesByIndexAndAsksNothingOfNoGains) {
    const std::vector<double> same(200, 1);
    std::vector<double> gains(200);
    gains[150] = 1;
    EXPECT_EQ(forward_test(same, gains).capture, 0);
    EXPECT_EQ(forward_test(same, std::vector<double>(200)).ndcg, 1);
}

}  // namespace
}  // namespace fanal::influence
