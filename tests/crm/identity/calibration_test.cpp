#include "crm/identity/calibration.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace fanal::identity {
namespace {

TEST(Calibration, WithoutDecisionsIsTheModel) {
    const Calibration calibration;
    for (int total = -19'000; total <= 19'000; total += 377) {
        const CalibratedProbability found = calibration.at(total);
        EXPECT_NEAR(found.probability, 1 / (1 + std::exp2(-total / 1000.0)), 1e-9);
        EXPECT_LE(found.low, found.probability);
        EXPECT_GE(found.high, found.probability);
        EXPECT_EQ(found.decisions_count, 0);
    }
}

TEST(Calibration, ComesToWhatPeopleSay) {
    Calibration calibration;
    for (int i = 0; i < 2000; ++i) {
        calibration.add(6000, i % 2 == 0);  // the model says 98 %
    }
    calibration.settle();
    EXPECT_NEAR(calibration.at(6000).probability, 0.5, 0.02);
    EXPECT_EQ(calibration.at(6000).decisions_count, 2000);
    EXPECT_LT(calibration.at(6000).high - calibration.at(6000).low, 0.06);
}

TEST(Calibration, RisesWhateverPeopleSay) {
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        Calibration calibration;
        for (int i = 0; i < 300; ++i) {
            calibration.add(static_cast<int>(random() % 60'000) - 30'000, random() % 2 == 0);
        }
        calibration.settle();
        double before = 0;
        for (int total = -25'000; total <= 25'000; total += 250) {
            const CalibratedProbability found = calibration.at(total);
            EXPECT_GE(found.probability, before - 1e-12);
            EXPECT_GE(found.low, -1e-12);
            EXPECT_LE(found.high, 1 + 1e-12);
            before = found.probability;
        }
    }
}

/// The interval against its definition: the ends are the probabilities of which what was seen is 1.96 standard errors
/// away.
TEST(Calibration, HasWilsonsInterval) {
    const CalibratedProbability found = Calibration().at(2000);
    constexpr double n = 20;
    for (const double end : {found.low, found.high}) {
        EXPECT_NEAR(std::abs(found.probability - end), 1.96 * std::sqrt(end * (1 - end) / n), 1e-9);
    }
}

}  // namespace
}  // namespace fanal::identity
