#include "crm/cli/format.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace fanal::cli {
namespace {

template <class... Values>
std::string printed(const char* format, Values... values) {
    char text[400];  // The largest double takes 310 digits.
    std::snprintf(text, sizeof text, format, values...);
    return text;
}

std::string two_units(std::int64_t first, const char* first_unit, std::int64_t second, const char* second_unit) {
    const std::string text = std::to_string(first) + " " + first_unit;
    return second == 0 ? text : text + " " + std::to_string(second) + " " + second_unit;
}

}  // namespace

std::string grouped(std::int64_t number) {
    std::string text = std::to_string(number);
    const std::ptrdiff_t sign = number < 0 ? 1 : 0;
    for (auto place = static_cast<std::ptrdiff_t>(text.size()) - 3; place > sign; place -= 3) {
        text.insert(static_cast<std::size_t>(place), 1, ',');
    }
    return text;
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many) {
    return grouped(number) + " " + std::string(number == 1 ? one : many);
}

std::string decimal(double number, int places) {
    return printed("%.*f", places, number);
}

std::string significant(double number) {
    return printed("%#.3g", number);
}

std::string duration(std::int64_t ms) {
    const std::int64_t seconds = std::max<std::int64_t>(ms, 0) / ms_per_second;
    const std::int64_t minutes = seconds / 60;
    const std::int64_t hours = minutes / 60;
    const std::int64_t days = hours / 24;
    if (minutes == 0) {
        return std::to_string(seconds) + " s";
    }
    if (hours == 0) {
        return std::to_string(minutes) + " min";
    }
    if (days == 0) {
        return two_units(hours, "h", minutes % 60, "min");
    }
    return days < 10 ? two_units(days, "d", hours % 24, "h") : grouped(days) + " d";
}

std::string moment(Instant instant) {
    std::string text = to_text(instant).substr(0, 16);  // 2026-11-23T04:05
    text[10] = ' ';
    return text;
}

std::string day(Instant instant) {
    return to_text(instant).substr(0, 10);
}

std::vector<std::int64_t> hundredths_that_add_up(const std::vector<double>& values, std::int64_t total) {
    std::vector<std::int64_t> hundredths;
    for (const double value : values) {
        hundredths.push_back(std::llround(value * 100));
        total -= hundredths.back();
    }
    if (!hundredths.empty()) {
        *std::max_element(hundredths.begin(), hundredths.end(),
                          [](std::int64_t a, std::int64_t b) { return std::abs(a) < std::abs(b); }) += total;
    }
    return hundredths;
}

std::string signed_hours(std::int64_t hundredths) {
    return printed("%+.2f h", static_cast<double>(hundredths) / 100);
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

}  // namespace fanal::cli
