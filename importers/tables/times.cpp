#include "importers/tables/times.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "importers/tables/form.hpp"

namespace fanal::importers {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A word of a date: its first letters say which month, half of the day or zone it is.
struct Word {
    std::string_view begins;
    int value;
};

// Longer beginnings stand before shorter ones that they share. English and French.
constexpr std::array months = {Word{"jan", 1},  Word{"feb", 2},  Word{"fev", 2}, Word{"mar", 3},  Word{"apr", 4},
                               Word{"avr", 4},  Word{"may", 5},  Word{"mai", 5}, Word{"juil", 7}, Word{"jul", 7},
                               Word{"juin", 6}, Word{"jun", 6},  Word{"aug", 8}, Word{"aou", 8},  Word{"sep", 9},
                               Word{"oct", 10}, Word{"nov", 11}, Word{"dec", 12}};

// In minutes east of Greenwich.
constexpr std::array zones = {Word{"utc", 0},    Word{"gmt", 0},    Word{"z", 0},      Word{"est", -300},
                              Word{"edt", -240}, Word{"cst", -360}, Word{"cdt", -300}, Word{"mst", -420},
                              Word{"mdt", -360}, Word{"pst", -480}, Word{"pdt", -420}, Word{"cest", 120},
                              Word{"cet", 60},   Word{"bst", 60},   Word{"west", 60},  Word{"wet", 0}};

// Weekdays need not be known to be passed over, but another word means that this is no date.
constexpr std::array passed_over = {Word{"mon", 0}, Word{"tue", 0}, Word{"wed", 0}, Word{"thu", 0}, Word{"fri", 0},
                                    Word{"sat", 0}, Word{"sun", 0}, Word{"lun", 0}, Word{"mer", 0}, Word{"jeu", 0},
                                    Word{"ven", 0}, Word{"sam", 0}, Word{"dim", 0}, Word{"at", 0},  Word{"a", 0},
                                    Word{"le", 0},  Word{"de", 0},  Word{"t", 0},   Word{"er", 0},  Word{"st", 0},
                                    Word{"nd", 0},  Word{"rd", 0},  Word{"th", 0},  Word{"on", 0}};

template <std::size_t N>
const Word* beginning(const std::array<Word, N>& words, std::string_view text) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const Word& word) { return text.starts_with(word.begins); });
    return found == words.end() ? nullptr : &*found;
}

template <std::size_t N>
const Word* whole(const std::array<Word, N>& words, std::string_view text) {
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word& word) { return text == word.begins; });
    return found == words.end() ? nullptr : &*found;
}

/// Seconds east of Greenwich in Los Angeles, by the rule that holds since 2007: from the second Sunday of March to the
/// first one of November, an hour more.
std::int64_t pacific_offset_ms(Instant written) {
    const std::string date = to_text(written);
    const int month = (date[5] - '0') * 10 + date[6] - '0';
    const int day = (date[8] - '0') * 10 + date[9] - '0';
    const int hour = (date[11] - '0') * 10 + date[12] - '0';
    const auto weekday = static_cast<int>((written.ms / ms_per_day + 4) % 7);  // 0 is Sunday
    const int sundays_so_far = (day + 6 - weekday) / 7;                        // this day included
    const bool after_two = weekday != 0 || hour >= 2;
    bool summer = month > 3 && month < 11;
    if (month == 3) {
        summer = sundays_so_far > 2 || (sundays_so_far == 2 && after_two);
    } else if (month == 11) {
        summer = sundays_so_far == 0 || (sundays_so_far == 1 && !after_two);
    }
    return (summer ? -7 : -8) * ms_per_hour;
}

/// Excel's count of days since the end of 1899; what is read so lies between 1970 and 2100.
std::optional<Instant> from_day_count(std::string_view text) {
    double days = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc{} || end != text.data() + text.size() || days < 25'569 || days > 73'051) {
        return std::nullopt;
    }
    return Instant{static_cast<std::int64_t>(std::llround((days - 25'569) * static_cast<double>(ms_per_day)))};
}

}  // namespace

/// The parts of a date as they were written.
struct TimeReader::Written {
    std::array<int, 3> numbers{};
    std::array<std::size_t, 3> digits{};
    std::size_t count = 0;
    int month = 0;  ///< by its name
    int hour = 0, minute = 0, second = 0;
    bool has_clock = false;
    bool is_half_day = false;
    std::optional<int> zone_minutes;

    /// Takes a number of the clock at `at`: "11:35:20" or "14h05".
    bool take_clock(std::string_view text, std::size_t& at, int first) {
        std::array<int*, 2> rest = {&minute, &second};
        hour = first;
        has_clock = true;
        for (int* part : rest) {
            if (at >= text.size() || (text[at] != ':' && text[at] != 'h' && text[at] != 'H')) {
                break;
            }
            const auto [end, error] = std::from_chars(text.data() + at + 1, text.data() + text.size(), *part);
            if (error != std::errc{}) {
                return text[at] != ':' && ++at > 0;  // "14h"
            }
            at = static_cast<std::size_t>(end - text.data());
        }
        if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
            for (++at; at < text.size() && is_digit(text[at]); ++at) {
            }
        }
        return true;
    }

    bool take_number(std::string_view text, std::size_t& at) {
        int number = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
        const auto stop = static_cast<std::size_t>(end - text.data());
        const std::size_t size = stop - at;
        const bool clock = stop < text.size() && (text[stop] == ':' || text[stop] == 'h' || text[stop] == 'H');
        const char before = at > 0 ? text[at - 1] : ' ';
        at = stop;
        if (error != std::errc{}) {
            return false;
        }
        if (has_clock && (before == '+' || before == '-')) {
            const int minutes = size > 2 ? number / 100 * 60 + number % 100 : number * 60;
            zone_minutes = before == '+' ? minutes : -minutes;
            if (size == 2 && at + 2 < text.size() && text[at] == ':') {
                *zone_minutes += (before == '+' ? 1 : -1) * ((text[at + 1] - '0') * 10 + text[at + 2] - '0');
                at += 3;
            }
            return true;
        }
        if (clock && !has_clock) {
            return take_clock(text, at, number);
        }
        if (count == numbers.size() || size > 4) {
            return false;
        }
        numbers[count] = number;
        digits[count++] = size;
        return true;
    }

    bool take_word(std::string_view text, std::size_t& at) {
        std::string word;
        for (; at < text.size() && !is_digit(text[at]) &&
               std::string_view(" ,./:-+").find(text[at]) == std::string_view::npos;
             ++at) {
            word += text[at];
        }
        word = folded_heading(word);
        if (has_clock && (word == "am" || word == "pm" || word == "a" || word == "p")) {
            is_half_day = true;
            hour = hour % 12 + (word.front() == 'p' ? 12 : 0);
            at += at < text.size() && text[at] == '.' ? 1 : 0;
            return true;
        }
        if (word == "m" && is_half_day) {
            return true;  // "p.m."
        }
        if (const Word* zone = whole(zones, word); zone != nullptr && has_clock) {
            zone_minutes = zone->value;
            return true;
        }
        if (word == "mardi" || whole(passed_over, word) != nullptr) {
            return true;
        }
        if (const Word* named = beginning(months, word); named != nullptr && month == 0) {
            month = named->value;
            return true;
        }
        return word.empty() ? false : beginning(passed_over, word) != nullptr;
    }
};

TimeReader::TimeReader(const Table& table, std::size_t column) {
    bool half_day = false;
    for (const auto& row : table.first_rows) {
        const auto written = parse(column < row.size() ? row[column] : "");
        if (!written || written->month != 0 || written->count != 3 || written->digits[0] == 4) {
            continue;
        }
        half_day = half_day || written->is_half_day;
        if (written->numbers[0] > 12) {
            order_ = Order::day_first;
        } else if (written->numbers[1] > 12) {
            order_ = Order::month_first;
        }
    }
    if (order_ == Order::unknown && half_day) {
        order_ = Order::month_first;  // who counts to twelve twice a day writes the month first
    }
}

std::optional<TimeReader::Written> TimeReader::parse(std::string_view text) const {
    Written written;
    for (std::size_t at = 0; at < text.size();) {
        if (is_digit(text[at])) {
            if (!written.take_number(text, at)) {
                return std::nullopt;
            }
        } else if (std::string_view(" ,./-+").find(text[at]) != std::string_view::npos) {
            ++at;
        } else if (!written.take_word(text, at)) {
            return std::nullopt;
        }
    }
    return written;
}

std::optional<Instant> TimeReader::read(std::string_view text) {
    text = text.substr(std::min(text.find_first_not_of(' '), text.size()));
    text = text.substr(0, text.find_last_not_of(' ') + 1);
    if (text.empty() || text.size() > 64) {
        return std::nullopt;
    }
    const auto point = text.find('.');
    const bool number = text.find_first_not_of("0123456789.") == std::string_view::npos && text.rfind('.') == point;
    if (number && (point == 5 || text.size() == 5)) {
        const auto instant = from_day_count(text);
        zone_was_assumed_ = true;
        return instant ? without_zone(*instant) : std::nullopt;
    }
    if (number && text.size() >= 9 && point >= 9) {
        return parse_instant(text);
    }
    if (number) {
        return std::nullopt;  // a year, a count: nothing that says when
    }
    if (const auto instant = text.size() > 4 && text[4] == '-' ? parse_instant(text) : std::nullopt) {
        if (text.size() > 10 && text.find_first_of("Zz+-U", 10) != std::string_view::npos) {
            return instant;
        }
        zone_was_assumed_ = true;
        return without_zone(*instant);
    }
    const auto written = parse(text);
    if (!written || written->count != (written->month != 0 ? 2U : 3U)) {
        return parse_instant(text);
    }
    int year = 0, month = written->month, day = 0;
    const auto& numbers = written->numbers;
    if (month != 0) {
        const bool year_first = written->digits[0] == 4;
        year = numbers[year_first ? 0 : 1];
        day = numbers[year_first ? 1 : 0];
    } else if (written->digits[0] == 4) {
        year = numbers[0];
        month = numbers[1];
        day = numbers[2];
    } else {
        const bool month_first = order_ == Order::month_first;
        order_was_assumed_ = order_was_assumed_ || order_ == Order::unknown;
        year = numbers[2];
        month = numbers[month_first ? 0 : 1];
        day = numbers[month_first ? 1 : 0];
    }
    year += year < 100 ? 2000 : 0;
    std::array<char, 80> iso{};
    std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, written->hour,
                  written->minute, written->second);
    const auto instant = parse_instant(iso.data());
    if (!instant || !written->zone_minutes) {
        zone_was_assumed_ = zone_was_assumed_ || instant;
        return instant ? without_zone(*instant) : std::nullopt;
    }
    return Instant{instant->ms - *written->zone_minutes * ms_per_minute};
}

std::optional<Instant> TimeReader::without_zone(Instant instant) const {
    return Instant{instant.ms + (pacific_ ? -pacific_offset_ms(instant) : shift_ms_)};
}

void TimeReader::tell(RowSink& sink) const {
    if (order_was_assumed_) {
        sink.note("Dates such as 2/3/2021 were read as the 2nd of March: nothing in the first rows says otherwise.");
    }
    if (zone_was_assumed_) {
        sink.note(pacific_         ? "Times without a zone were taken as those of Los Angeles, as Meta writes them."
                  : shift_ms_ != 0 ? "Times were moved forward by the fixed 5 hours that this exporter takes off."
                                   : "Times without a zone were taken as UTC.");
    }
}

}  // namespace fanal::importers
