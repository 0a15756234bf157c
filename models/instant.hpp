#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fanal {

/// A point in time: milliseconds since 1970-01-01T00:00:00Z. Time is always an argument; only main reads a clock.
struct Instant {
    std::int64_t ms = 0;

    auto operator<=>(const Instant&) const = default;
};

constexpr std::int64_t ms_per_second = 1000;
constexpr std::int64_t ms_per_hour = 3'600'000;
constexpr std::int64_t ms_per_day = 86'400'000;

/// Reads what networks and exports write: ISO 8601 and RFC 3339 ("2021-08-10T18:45:03+0000", "…Z", with or without a
/// fraction, a space instead of the T, a date alone), X's "Wed Aug 10 19:40:03 +0000 2016", and whole or fractional
/// Unix epochs, whose unit (s, ms, µs) is told by magnitude. No offset means UTC. Years 1970 to 2200; anything else is
/// nullopt.
std::optional<Instant> parse_instant(std::string_view text);

/// A Unix epoch in seconds, milliseconds or microseconds, told by magnitude; nullopt outside 1970 to 2200.
std::optional<Instant> instant_from_epoch(std::int64_t number);

/// "2026-11-23T04:05:06.789Z", or without the fraction when it is zero.
std::string to_text(Instant instant);

}  // namespace fanal
