#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "models/instant.hpp"

namespace fanal::importers {

struct Table;
class RowSink;

/// Reads the times of one column, in whatever form people and spreadsheets write them: what parse_instant() reads,
/// "24/02/2015 11:35", "2/24/2015 11:35 PM", "12 janv. 2021 à 14h05", "Jan 12, 2021", Excel's count of days. Whether
/// days or months come first is learnt from the column's own values.
class TimeReader {
  public:
    /// Learns from the first rows of a table.
    TimeReader(const Table& table, std::size_t column);

    /// Of a time without a zone, the time in UTC is taken to be later than what is written by this much.
    void set_zone(std::int64_t shift_ms) { shift_ms_ = shift_ms; }
    /// Times without a zone are those of Los Angeles, as Meta's exports have them.
    void set_pacific() { pacific_ = true; }

    /// Nullopt when it is no time.
    std::optional<Instant> read(std::string_view text);

    /// Says what had to be assumed of the times that were read.
    void tell(RowSink& sink) const;

  private:
    enum class Order : std::uint8_t { unknown, day_first, month_first };

    struct Written;

    std::optional<Written> parse(std::string_view text) const;
    std::optional<Instant> without_zone(Instant instant) const;

    Order order_ = Order::unknown;
    std::int64_t shift_ms_ = 0;
    bool pacific_ = false;
    bool order_was_assumed_ = false;
    bool zone_was_assumed_ = false;
};

}  // namespace fanal::importers
