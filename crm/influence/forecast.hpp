#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// How large a cascade will become, told from how it grew so far and how those before it went on.
namespace fanal::influence {

/// A size in posts, root included, and what holds it four times in five.
struct SizeForecast {
    double size = 0;
    double low = 0;
    double high = 0;
};

/// Cascades that have ended, as they stood at one age.
///
/// A cascade's growth, log(final size / size so far), is read off those before it that had grown alike by the same age:
/// its weighted median, and its tenths from either end as the interval. Alike is a Gaussian kernel over ten measures of
/// the curve so far, as wide as the 40th nearest is far, over the 160 nearest; the last ones count more, by half every
/// 139, since habits change. Cost: O(cascades log cascades) a forecast.
class GrowthHistory {
  public:
    explicit GrowthHistory(std::int64_t age_ms) : age_ms_(age_ms) {}

    /// A cascade that has ended, after those that began before it: the delay of each of its posts after the root, the
    /// root's 0 included, rising.
    void add(std::span<const std::int64_t> delays_ms);

    /// Of a cascade of this age, by the delays of its posts up to then. None with fewer than 40 before it.
    std::optional<SizeForecast> forecast(std::span<const std::int64_t> delays_ms) const;

  private:
    static constexpr std::size_t measures_count = 10;
    using Measures = std::array<double, measures_count>;
    struct Past {
        Measures measures;
        double growth;  ///< log of final size over size at this age
    };

    Measures measure(std::span<const std::int64_t> delays_ms) const;

    std::int64_t age_ms_;
    std::vector<Past> past_;
};

}  // namespace fanal::influence
