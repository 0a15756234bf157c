#include "models/instant.hpp"

#include <array>
#include <charconv>

namespace fanal {
namespace {

constexpr std::int64_t seconds_per_day = 86'400;
constexpr std::int64_t end_second = 7'289'654'400;  // 2201-01-01T00:00:00Z
constexpr std::int64_t end_ms = end_second * ms_per_second;

/// Days since 1970-01-01 of a date of the proleptic Gregorian calendar. The year is taken to begin in March, so that
/// the leap day is its last day and the months' lengths follow one line (153 days in five months); an era is 400 years.
constexpr std::int64_t days_from_date(std::int64_t year, std::int64_t month, std::int64_t day) {
    const std::int64_t march_year = year - (month <= 2 ? 1 : 0);
    const std::int64_t era = (march_year >= 0 ? march_year : march_year - 399) / 400;
    const std::int64_t year_of_era = march_year - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146'097 + day_of_era - 719'468;
}

struct Date {
    std::int64_t year, month, day;
};

constexpr Date date_from_days(std::int64_t days) {
    const std::int64_t shifted = days + 719'468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const std::int64_t day_of_era = shifted - era * 146'097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t march_month = (5 * day_of_year + 2) / 153;
    const std::int64_t month = march_month + (march_month < 10 ? 3 : -9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * march_month + 2) / 5 + 1};
}

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_leap(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr std::int64_t days_in_month(std::int64_t year, std::int64_t month) {
    constexpr std::array<std::int64_t, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Reads a text from left to right. Once something does not fit, `ok` stays false and every value is 0.
struct Cursor {
    const char* at;
    const char* end;
    bool ok = true;

    explicit Cursor(std::string_view text) : at(text.data()), end(text.data() + text.size()) {}

    bool done() const { return at == end; }
    bool sees(char c) const { return at != end && *at == c; }

    bool take(char c) {
        if (!sees(c)) {
            return false;
        }
        ++at;
        return true;
    }
    bool take_word(std::string_view word) {
        if (!std::string_view(at, static_cast<std::size_t>(end - at)).starts_with(word)) {
            return false;
        }
        at += word.size();
        return true;
    }
    void expect(char c) { ok = ok && take(c); }

    /// Exactly `count` digits whose number lies in [low, high].
    std::int64_t number(int count, std::int64_t low, std::int64_t high) {
        std::int64_t value = 0;
        for (int i = 0; i < count; ++i) {
            if (!ok || at == end || !is_digit(*at)) {
                ok = false;
                return 0;
            }
            value = value * 10 + (*at++ - '0');
        }
        ok = ok && value >= low && value <= high;
        return ok ? value : 0;
    }

    /// One of `words`, all of three letters; its index.
    std::int64_t word_of_three(std::string_view words) {
        for (std::size_t i = 0; ok && i + 3 <= words.size(); i += 3) {
            if (take_word(words.substr(i, 3))) {
                return static_cast<std::int64_t>(i / 3);
            }
        }
        ok = false;
        return 0;
    }

    /// The digits of a fraction as thousandths; what is finer is cut off. At least one digit.
    std::int64_t thousandths() {
        ok = ok && at != end && is_digit(*at);
        std::int64_t value = 0;
        std::int64_t weight = 100;
        for (; ok && at != end && is_digit(*at); ++at) {
            value += weight * (*at - '0');
            weight /= 10;
        }
        return value;
    }
};

/// "HH:MM:SS" or, where the seconds are optional, "HH:MM"; in seconds. A leap second counts as the one that follows it.
std::int64_t read_clock(Cursor& cursor, bool seconds_required) {
    std::int64_t seconds = cursor.number(2, 0, 23) * 3600;
    cursor.expect(':');
    seconds += cursor.number(2, 0, 59) * 60;
    if (seconds_required || cursor.sees(':')) {
        cursor.expect(':');
        seconds += cursor.number(2, 0, 60);
    }
    return seconds;
}

/// "Z", "+0200", "+02:00", "+02", " UTC" or nothing, which means UTC; in seconds east of Greenwich.
std::int64_t read_offset(Cursor& cursor) {
    cursor.take(' ');
    if (cursor.take('Z') || cursor.take('z') || cursor.take_word("UTC")) {
        return 0;
    }
    const bool west = cursor.sees('-');
    if (!west && !cursor.sees('+')) {
        return 0;
    }
    ++cursor.at;
    std::int64_t seconds = cursor.number(2, 0, 23) * 3600;
    if (cursor.take(':') || (!cursor.done() && is_digit(*cursor.at))) {
        seconds += cursor.number(2, 0, 59) * 60;
    }
    return west ? -seconds : seconds;
}

std::optional<Instant> checked(const Cursor& cursor, std::int64_t ms) {
    if (!cursor.ok || !cursor.done() || ms < 0 || ms >= end_ms) {
        return std::nullopt;
    }
    return Instant{ms};
}

std::optional<Instant> parse_iso(std::string_view text) {
    Cursor cursor(text);
    const std::int64_t year = cursor.number(4, 1969, 2201);  // a day more at both ends, because of the offset
    cursor.expect('-');
    const std::int64_t month = cursor.number(2, 1, 12);
    cursor.expect('-');
    const std::int64_t day = cursor.number(2, 1, cursor.ok ? days_in_month(year, month) : 0);
    std::int64_t seconds = 0;
    std::int64_t fraction_ms = 0;
    if (!cursor.done()) {
        cursor.ok = cursor.ok && (cursor.take('T') || cursor.take('t') || cursor.take(' '));
        seconds = read_clock(cursor, false);
        if (cursor.take('.') || cursor.take(',')) {
            fraction_ms = cursor.thousandths();
        }
        // A lone space before nothing is left over, and refused below.
        const bool bare = cursor.done();
        seconds -= bare ? 0 : read_offset(cursor);
        cursor.ok = cursor.ok && (bare || text.back() != ' ');
    }
    return checked(cursor,
                   (days_from_date(year, month, day) * seconds_per_day + seconds) * ms_per_second + fraction_ms);
}

std::optional<Instant> parse_named(std::string_view text) {
    Cursor cursor(text);
    cursor.word_of_three("MonTueWedThuFriSatSun");
    cursor.expect(' ');
    const std::int64_t month = cursor.word_of_three("JanFebMarAprMayJunJulAugSepOctNovDec") + 1;
    cursor.expect(' ');
    const std::int64_t day = cursor.number(2, 1, 31);
    cursor.expect(' ');
    std::int64_t seconds = read_clock(cursor, true);
    cursor.expect(' ');
    cursor.ok = cursor.ok && (cursor.sees('+') || cursor.sees('-'));
    seconds -= read_offset(cursor);
    cursor.expect(' ');
    const std::int64_t year = cursor.number(4, 1969, 2201);
    cursor.ok = cursor.ok && day <= days_in_month(year, month);
    return checked(cursor, (days_from_date(year, month, day) * seconds_per_day + seconds) * ms_per_second);
}

std::optional<Instant> parse_epoch(std::string_view text) {
    Cursor cursor(text);
    std::int64_t whole = 0;
    const auto [stop, error] = std::from_chars(cursor.at, cursor.end, whole);
    const auto instant = error == std::errc{} ? instant_from_epoch(whole) : std::nullopt;
    cursor.at = stop;
    std::int64_t fraction_ms = 0;
    if (cursor.take('.')) {
        fraction_ms = cursor.thousandths();
    }
    if (!instant || !cursor.ok || !cursor.done()) {
        return std::nullopt;
    }
    // A fraction of a millisecond or of a microsecond is finer than an instant is.
    return Instant{instant->ms + (whole < end_second ? fraction_ms : 0)};
}

char* put_digits(char* out, std::int64_t value, int count) {
    for (int i = count - 1; i >= 0; --i) {
        out[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    return out + count;
}

}  // namespace

std::optional<Instant> parse_instant(std::string_view text) {
    if (text.empty()) {
        return std::nullopt;
    }
    if (!is_digit(text.front())) {
        return parse_named(text);
    }
    return text.size() > 4 && text[4] == '-' ? parse_iso(text) : parse_epoch(text);
}

std::optional<Instant> instant_from_epoch(std::int64_t number) {
    if (number < 0) {
        return std::nullopt;
    }
    if (number < end_second) {
        return Instant{number * ms_per_second};
    }
    if (number < end_ms) {
        return Instant{number};
    }
    return number < end_ms * 1000 ? std::optional(Instant{number / 1000}) : std::nullopt;
}

std::string to_text(Instant instant) {
    // Floors, so that the rest of the day is never negative.
    const std::int64_t days = instant.ms / ms_per_day - (instant.ms % ms_per_day < 0 ? 1 : 0);
    const std::int64_t rest = instant.ms % ms_per_day + (instant.ms % ms_per_day < 0 ? ms_per_day : 0);
    const Date date = date_from_days(days);
    char buffer[40];
    char* out = buffer;
    if (date.year < 0 || date.year > 9999) {
        out = std::to_chars(out, buffer + sizeof buffer, date.year).ptr;
    } else {
        out = put_digits(out, date.year, 4);
    }
    const auto put = [&out](char before, std::int64_t value, int count) {
        *out++ = before;
        out = put_digits(out, value, count);
    };
    put('-', date.month, 2);
    put('-', date.day, 2);
    put('T', rest / ms_per_hour, 2);
    put(':', rest / 60'000 % 60, 2);
    put(':', rest / ms_per_second % 60, 2);
    if (rest % ms_per_second != 0) {
        put('.', rest % ms_per_second, 3);
    }
    *out++ = 'Z';
    return std::string(buffer, out);
}

}  // namespace fanal
