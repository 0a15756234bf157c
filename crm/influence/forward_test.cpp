#include "crm/influence/forward_test.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

namespace fanal::influence {
namespace {

constexpr std::size_t places_max = 100;

/// What the first places of an order by `scores` gained: discounted by place, and as it is.
ForwardTest gained(std::span<const double> scores, std::span<const double> gains) {
    std::vector<std::uint32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    const std::size_t places = std::min(places_max, order.size());
    std::partial_sort(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(places), order.end(),
        [&](std::uint32_t a, std::uint32_t b) { return scores[a] != scores[b] ? scores[a] > scores[b] : a < b; });
    ForwardTest sums;
    for (std::size_t place = 0; place < places; ++place) {
        sums.ndcg += gains[order[place]] / std::log2(static_cast<double>(place) + 2);
        sums.capture += gains[order[place]];
    }
    return sums;
}

}  // namespace

ForwardTest forward_test(std::span<const double> scores, std::span<const double> gains) {
    assert(scores.size() == gains.size());
    const ForwardTest best = gained(gains, gains);
    const ForwardTest found = gained(scores, gains);
    return best.capture > 0 ? ForwardTest{found.ndcg / best.ndcg, found.capture / best.capture} : ForwardTest{1, 1};
}

}  // namespace fanal::influence
