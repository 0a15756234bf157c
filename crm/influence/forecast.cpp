#include "crm/influence/forecast.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace fanal::influence {
namespace {

constexpr std::size_t width_place = 40;      ///< the kernel is as wide as this neighbour is far
constexpr std::size_t neighbours_max = 160;  ///< beyond these nobody counts
constexpr double memory_count = 200;         ///< cascades after which one counts 1/e

struct Weighed {
    double growth;
    double weight;
};

/// The growth below which this part of the weight lies. `sorted` is by growth.
double quantile(const std::vector<Weighed>& sorted, double part) {
    double sum = 0;
    for (const Weighed& one : sorted) {
        sum += one.weight;
    }
    double below = 0;
    for (const Weighed& one : sorted) {
        below += one.weight;
        if (below >= part * sum) {
            return one.growth;
        }
    }
    return sorted.back().growth;
}

/// By how much to divide a measure so that all spread alike.
template <class Past, std::size_t count>
std::array<double, count> spreads(const std::vector<Past>& past) {
    std::array<double, count> spreads{};
    for (std::size_t i = 0; i < count; ++i) {
        double sum = 0;
        double squares = 0;
        for (const Past& one : past) {
            sum += one.measures[i];
            squares += one.measures[i] * one.measures[i];
        }
        const double mean = sum / static_cast<double>(past.size());
        spreads[i] = std::sqrt(std::max(0.0, squares / static_cast<double>(past.size()) - mean * mean)) + 1e-9;
    }
    return spreads;
}

}  // namespace

GrowthHistory::Measures GrowthHistory::measure(std::span<const std::int64_t> delays_ms) const {
    const double age = static_cast<double>(age_ms_);
    const auto count_until = [&](double part) {  // the root stands at 0, so that it is never none
        const auto end = std::upper_bound(delays_ms.begin(), delays_ms.end(), static_cast<std::int64_t>(age * part));
        return static_cast<double>(end - delays_ms.begin());
    };
    const double count = count_until(1);
    Measures measures{std::log(count)};
    std::size_t place = 1;
    for (const double part : {0.875, 0.75, 0.5, 0.25, 0.125, 0.0625}) {
        measures[place++] = std::log(count_until(part) / count);
    }
    measures[place++] = std::log((count - count_until(0.9) + 0.5) / count);  // the newest
    for (const std::size_t part : {2U, 4U}) {                                // when half and a quarter had come
        const double delay = static_cast<double>(delays_ms[static_cast<std::size_t>(count) / part]);
        measures[place++] = std::log((delay + 0.01 * age) / age);
    }
    assert(place == measures_count);
    return measures;
}

void GrowthHistory::add(std::span<const std::int64_t> delays_ms) {
    assert(!delays_ms.empty() && std::is_sorted(delays_ms.begin(), delays_ms.end()) && delays_ms.front() <= age_ms_);
    const Measures measures = measure(delays_ms);
    past_.push_back({measures, std::log(static_cast<double>(delays_ms.size())) - measures[0]});
}

std::optional<SizeForecast> GrowthHistory::forecast(std::span<const std::int64_t> delays_ms) const {
    if (past_.size() < width_place) {
        return std::nullopt;
    }
    const Measures measures = measure(delays_ms);
    const auto scale = spreads<Past, measures_count>(past_);
    std::vector<double> distances;  // squared
    for (const Past& one : past_) {
        double sum = 0;
        for (std::size_t i = 0; i < measures_count; ++i) {
            const double step = (one.measures[i] - measures[i]) / scale[i];
            sum += step * step;
        }
        distances.push_back(sum);
    }
    std::vector<double> nearest = distances;
    std::sort(nearest.begin(), nearest.end());
    const double width = nearest[width_place - 1] + 1e-12;
    const double farthest = nearest[std::min(neighbours_max, nearest.size()) - 1];
    std::vector<Weighed> weighed;
    for (std::size_t i = 0; i < past_.size(); ++i) {
        const double since = static_cast<double>(past_.size() - i);
        if (distances[i] <= farthest) {
            weighed.push_back({past_[i].growth, std::exp(-since / memory_count - distances[i] / (2 * width))});
        }
    }
    std::sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) { return a.growth < b.growth; });
    const double count = std::exp(measures[0]);
    const auto size_at = [&](double part) { return count * std::exp(quantile(weighed, part)); };
    return SizeForecast{size_at(0.5), size_at(0.1), size_at(0.9)};
}

}  // namespace fanal::influence
