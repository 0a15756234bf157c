#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/instant.hpp"

/// Numbers and times as people read them. Instants are shown in UTC.
namespace fanal::cli {

/// "1,234,567"
std::string grouped(std::int64_t number);

/// "1 fan", "1,234 fans"
std::string counted(std::int64_t number, std::string_view one, std::string_view many);

/// With `places` digits after the point: "12.30"
std::string decimal(double number, int places);

/// With three significant digits, for shares that may be tiny: "0.0123", "4.5e-07"
std::string significant(double number);

/// "45 s", "12 min", "3 h 20 min", "2 d 4 h", "15 d"; a negative one is "0 s"
std::string duration(std::int64_t ms);

/// "2026-11-23 04:05"
std::string moment(Instant instant);

/// "2026-11-23", in UTC.
std::string day(Instant instant);

/// `values` in whole hundredths that add up to `total` in whole hundredths: what rounding leaves goes to the largest,
/// where it shows least. A person who adds up an explanation gets its score.
std::vector<std::int64_t> hundredths_that_add_up(const std::vector<double>& values, std::int64_t total);

/// "+12.50 h" of 1250 hundredths
std::string signed_hours(std::int64_t hundredths);

/// "mastodon, youtube"
std::string joined(const std::vector<std::string>& words);

}  // namespace fanal::cli
