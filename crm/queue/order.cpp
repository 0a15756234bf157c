#include "crm/queue/order.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fanal::queue {
namespace {

std::string waiting_words(std::int64_t ms) {
    const std::int64_t minutes = std::max<std::int64_t>(ms, 0) / 60'000;
    if (minutes < 60) {
        return "waiting for " + std::to_string(minutes) + " min";
    }
    if (minutes < 48 * 60) {
        return "waiting for " + std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
    }
    return "waiting for " + std::to_string(minutes / (24 * 60)) + " days";
}

}  // namespace

std::int64_t order_key_ms(Instant waiting_since, const SignalValues& values) {
    const double hours = std::accumulate(values.begin(), values.end(), 0.0);
    return waiting_since.ms - std::llround(hours * static_cast<double>(ms_per_hour));
}

std::vector<Signal> explain(const WaitingFacts& facts, const SignalValues& values, Instant now) {
    std::vector<Signal> signals;
    for (std::size_t i = 0; i < signal_count; ++i) {
        if (values[i] != 0) {
            const auto name = static_cast<SignalName>(i);
            signals.push_back({std::string(to_text(name)), values[i], reason(name, facts)});
        }
    }
    std::stable_sort(signals.begin(), signals.end(),
                     [](const Signal& a, const Signal& b) { return std::fabs(a.value) > std::fabs(b.value); });
    const std::int64_t waited_ms = now.ms - facts.waiting_since.ms;
    signals.push_back(
        {"waiting", static_cast<double>(waited_ms) / static_cast<double>(ms_per_hour), waiting_words(waited_ms)});
    return signals;
}

double score(const std::vector<Signal>& signals) {
    double sum = 0;
    for (const Signal& signal : signals) {
        sum += signal.value;
    }
    return sum;
}

}  // namespace fanal::queue
