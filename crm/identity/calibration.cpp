#include "crm/identity/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "crm/identity/match_settings.hpp"

namespace fanal::identity {
namespace {

constexpr double bits_a_step = 2;
constexpr double first_middle_bits = -20;

double middle_bits(std::size_t step) {
    return first_middle_bits + bits_a_step * static_cast<double>(step);
}

double probability_of(double bits) {
    return 1 / (1 + std::exp2(-bits));
}

CalibratedProbability with_interval(double probability, double decisions_count) {
    constexpr double z = 1.96;
    const double n = decisions_count + model_weight_decisions;
    const double middle = probability + z * z / (2 * n);
    const double half = z * std::sqrt(probability * (1 - probability) / n + z * z / (4 * n * n));
    return {probability, (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n),
            static_cast<std::int64_t>(std::lround(decisions_count))};
}

}  // namespace

Calibration::Between Calibration::between_steps(int total_millibits) {
    const double place = std::clamp((total_millibits / 1000.0 - first_middle_bits) / bits_a_step, 0.0,
                                    static_cast<double>(steps_count - 1));
    const auto below = std::min(static_cast<std::size_t>(place), steps_count - 2);
    return {below, place - static_cast<double>(below)};
}

void Calibration::add(int total_millibits, bool accepted) {
    const Between between = between_steps(total_millibits);
    for (const auto& [step, part] :
         {std::pair(between.below, 1 - between.part), std::pair(between.below + 1, between.part)}) {
        steps_[step].accepted += accepted ? part : 0;
        steps_[step].decided += part;
    }
}

void Calibration::settle() {
    struct Pool {
        double accepted;
        double weight;
        double decided;
        std::size_t size;
    };
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < steps_count; ++i) {
        const double believed = model_weight_decisions * probability_of(middle_bits(i));
        pools.push_back(
            {steps_[i].accepted + believed, steps_[i].decided + model_weight_decisions, steps_[i].decided, 1});
        while (pools.size() > 1) {
            const Pool last = pools.back();
            Pool& before = pools[pools.size() - 2];
            if (before.accepted * last.weight < last.accepted * before.weight) {
                break;
            }
            before = {before.accepted + last.accepted, before.weight + last.weight, before.decided + last.decided,
                      before.size + last.size};
            pools.pop_back();
        }
    }
    std::size_t step = 0;
    for (const Pool& pool : pools) {
        for (std::size_t i = 0; i < pool.size; ++i, ++step) {
            steps_[step].bits = std::log2(pool.accepted / (pool.weight - pool.accepted));
            steps_[step].decided_near = pool.decided;
            steps_[step].pool = static_cast<std::size_t>(&pool - pools.data());
        }
    }
}

CalibratedProbability Calibration::at(int total_millibits) const {
    const Between between = between_steps(total_millibits);
    const Step& below = steps_[between.below];
    const Step& above = steps_[between.below + 1];
    const double decided = below.pool == above.pool ? below.decided_near : below.decided_near + above.decided_near;
    return with_interval(probability_of(std::lerp(below.bits, above.bits, between.part)), decided);
}

}  // namespace fanal::identity
