#include "crm/text/nearest.hpp"

#include <algorithm>
#include <vector>

namespace fanal::text {
namespace {

/// Letters left out, put in, put wrong, or two neighbours swapped (Damerau 1964, optimal string alignment).
std::size_t slips_between(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> slips(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                slips[i][j] = i + j;
                continue;
            }
            const std::size_t changed = slips[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            slips[i][j] = std::min({slips[i - 1][j] + 1, slips[i][j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                slips[i][j] = std::min(slips[i][j], slips[i - 2][j - 2] + 1);
            }
        }
    }
    return slips[a.size()][b.size()];
}

}  // namespace

std::string_view nearest(std::string_view typed, std::span<const std::string_view> candidates) {
    constexpr std::size_t longest = 64;  // Nobody mistypes more than that, and the comparison is quadratic.
    std::string_view best;
    std::size_t fewest = 1 + std::min(typed.size(), longest) / 3;
    for (const std::string_view candidate : candidates) {
        const bool too_long = std::max(typed.size(), candidate.size()) > longest;
        const std::size_t slips = too_long ? longest : slips_between(typed, candidate);
        if (slips < fewest || (slips == fewest && best.empty())) {
            best = candidate;
            fewest = slips;
        }
    }
    return best;
}

}  // namespace fanal::text
