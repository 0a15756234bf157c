#include "crm/influence/forecast.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace fanal::influence {
namespace {

constexpr std::int64_t hour = 3'600'000;

/// A cascade whose posts come at exponential delays of this mean, the root at once.
std::vector<std::int64_t> drawn_delays(std::mt19937_64& random, std::size_t size, double mean_ms) {
    std::vector<std::int64_t> delays(size);
    for (std::size_t i = 1; i < size; ++i) {
        const double uniform = (static_cast<double>(random() >> 11) + 0.5) * 0x1p-53;
        delays[i] = static_cast<std::int64_t>(-mean_ms * std::log(uniform));
    }
    std::sort(delays.begin(), delays.end());
    return delays;
}

std::span<const std::int64_t> until(const std::vector<std::int64_t>& delays, std::int64_t age_ms) {
    return std::span(delays).first(
        static_cast<std::size_t>(std::upper_bound(delays.begin(), delays.end(), age_ms) - delays.begin()));
}

TEST(GrowthHistory, SaysNothingFromTooFew) {
    std::mt19937_64 random(1);
    GrowthHistory history(hour);
    const auto delays = drawn_delays(random, 100, hour);
    for (int i = 0; i < 39; ++i) {
        history.add(delays);
        EXPECT_FALSE(history.forecast(until(delays, hour)).has_value());
    }
    history.add(delays);
    EXPECT_TRUE(history.forecast(until(delays, hour)).has_value());
}

TEST(GrowthHistory, TellsWhatIsSlowFromWhatIsDone) {
    std::mt19937_64 random(2);
    GrowthHistory history(hour);
    for (int i = 0; i < 400; ++i) {
        history.add(drawn_delays(random, 200 + random() % 200, i % 2 == 0 ? hour / 10.0 : hour * 5.0));
    }
    const auto done = drawn_delays(random, 300, hour / 10.0);
    const auto slow = drawn_delays(random, 300, hour * 5.0);
    EXPECT_NEAR(history.forecast(until(done, hour))->size, 300, 5);
    EXPECT_NEAR(history.forecast(until(slow, hour))->size, 300, 60);
    EXPECT_LT(until(slow, hour).size(), 80U) << "the slow one had hardly begun";
}

TEST(GrowthHistory, HoldsTheSizeFourTimesInFive) {
    std::mt19937_64 random(3);
    GrowthHistory history(hour);
    double covered_count = 0;
    constexpr int tried_count = 400;
    for (int i = 0; i < 300 + tried_count; ++i) {
        const auto delays =
            drawn_delays(random, 60 + random() % 600, hour * (0.2 + 0.01 * static_cast<double>(random() % 300)));
        if (i >= 300) {
            const auto forecast = history.forecast(until(delays, hour));
            ASSERT_TRUE(forecast.has_value());
            EXPECT_LE(forecast->low, forecast->size);
            EXPECT_LE(forecast->size, forecast->high);
            const double size = static_cast<double>(delays.size());
            covered_count += forecast->low <= size && size <= forecast->high ? 1 : 0;
        }
        history.add(delays);
    }
    EXPECT_NEAR(covered_count / tried_count, 0.8, 0.08);
}

}  // namespace
}  // namespace fanal::influence
