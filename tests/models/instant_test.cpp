#include "models/instant.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace fanal {
namespace {

/// The slow twin: walks the calendar from 1970 year by year and month by month, and writes with snprintf.
std::string slow_text(std::int64_t ms) {
    const auto leap = [](int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; };
    std::int64_t days = ms / ms_per_day;
    int year = 1970;
    for (; days >= (leap(year) ? 366 : 365); ++year) {
        days -= leap(year) ? 366 : 365;
    }
    const int lengths[] = {31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int month = 0;
    for (; days >= lengths[month]; ++month) {
        days -= lengths[month];
    }
    const int in_day = static_cast<int>(ms % ms_per_day);
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d", year, month + 1, static_cast<int>(days) + 1,
                  in_day / 3'600'000, in_day / 60'000 % 60, in_day / 1000 % 60);
    std::string out = text;
    if (in_day % 1000 != 0) {
        std::snprintf(text, sizeof text, ".%03d", in_day % 1000);
        out += text;
    }
    return out + "Z";
}

/// The weekday and the month are read off the slow twin's text, and "Thu" is 1970-01-01.
std::string slow_named(std::int64_t ms) {
    const std::string iso = slow_text(ms);
    const char* const weekdays[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    const char* const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::string(weekdays[ms / ms_per_day % 7]) + " " + months[std::stoi(iso.substr(5, 2)) - 1] + " " +
           iso.substr(8, 2) + " " + iso.substr(11, 8) + " +0000 " + iso.substr(0, 4);
}

std::string parsed(std::string_view text) {
    const auto instant = parse_instant(text);
    return instant ? to_text(*instant) : "refused";
}

TEST(Instant, reads_what_networks_and_exports_write) {
    const std::pair<const char*, const char*> forms[] = {
        {"2021-08-10T18:45:03+0000", "2021-08-10T18:45:03Z"},
        {"2021-08-10T18:45:03+02:00", "2021-08-10T16:45:03Z"},
        {"2021-08-10T18:45:03-0330", "2021-08-10T22:15:03Z"},
        {"2021-08-10T18:45:03-08", "2021-08-11T02:45:03Z"},
        {"2019-11-26T15:51:44.000Z", "2019-11-26T15:51:44Z"},
        {"2019-11-26T15:51:44.5Z", "2019-11-26T15:51:44.500Z"},
        {"2019-11-26T15:51:44.123456789Z", "2019-11-26T15:51:44.123Z"},
        {"2019-11-26t15:51:44,25z", "2019-11-26T15:51:44.250Z"},
        {"2019-11-26 15:51:44", "2019-11-26T15:51:44Z"},
        {"2019-11-26 15:51:44 UTC", "2019-11-26T15:51:44Z"},
        {"2019-11-26 15:51:44 +0100", "2019-11-26T14:51:44Z"},
        {"2019-11-26T15:51", "2019-11-26T15:51:00Z"},
        {"2019-11-26", "2019-11-26T00:00:00Z"},
        {"2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"},
        {"2020-02-29T12:00:00Z", "2020-02-29T12:00:00Z"},
        {"2200-12-31T23:59:59.999Z", "2200-12-31T23:59:59.999Z"},
        {"1969-12-31T23:00:00-0200", "1970-01-01T01:00:00Z"},
        {"Wed Aug 10 19:40:03 +0000 2016", "2016-08-10T19:40:03Z"},
        {"Wed Aug 10 19:40:03 -0130 2016", "2016-08-10T21:10:03Z"},
        {"1449135003", "2015-12-03T09:30:03Z"},
        {"1449135003123", "2015-12-03T09:30:03.123Z"},
        {"1449135003123456", "2015-12-03T09:30:03.123Z"},
        {"1449135003.75", "2015-12-03T09:30:03.750Z"},
        {"1449135003.0", "2015-12-03T09:30:03Z"},
        {"1449135003123.9", "2015-12-03T09:30:03.123Z"},
        {"0", "1970-01-01T00:00:00Z"},
    };
    for (const auto& [text, instant] : forms) {
        EXPECT_EQ(parsed(text), instant) << text;
    }
}

TEST(Instant, refuses_what_is_no_time_or_lies_outside_1970_to_2200) {
    const char* const forms[] = {
        "",
        " ",
        "now",
        "2021",
        "2021-",
        "2021-08",
        "2021-8-10",
        "2021-13-10",
        "2021-00-10",
        "2021-02-29",
        "2100-02-29",
        "2021-08-00",
        "2021-08-32",
        "2021-08-10T",
        "2021-08-10 ",
        "2021-08-10T24:00:00Z",
        "2021-08-10T23:60:00Z",
        "2021-08-10T23:00:61Z",
        "2021-08-10T23",
        "2021-08-10T23:00:00.",
        "2021-08-10T23:00:00.Z",
        "2021-08-10T23:00:00 ",
        "2021-08-10T23:00:00ZZ",
        "2021-08-10T23:00:00+",
        "2021-08-10T23:00:00+1",
        "2021-08-10T23:00:00+01:",
        "2021-08-10T23:00:00+2400",
        "2021-08-10T23:00:00 CET",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:00:00+0100",
        "2201-01-01T00:00:00Z",
        "2200-12-31T23:00:00-0100",
        "9999-01-01",
        "Wed Aug 10 19:40:03 2016",
        "Wed Aug 10 19:40:03 +0000",
        "Wed Aug 32 19:40:03 +0000 2016",
        "Wed Feb 30 19:40:03 +0000 2016",
        "Mer Aug 10 19:40:03 +0000 2016",
        "Wed Aou 10 19:40:03 +0000 2016",
        "Wed Aug 10 19:40:03 +0000 20160",
        "-1",
        "1449135003.",
        ".5",
        "1449135003.5s",
        "1.449e9",
        "0x10",
        "7289654400000000",
        "99999999999999999999",
    };
    for (const char* text : forms) {
        const bool is_year_alone = std::string_view(text) == "2021";  // a small epoch, as any number of seconds is
        EXPECT_EQ(parsed(text), is_year_alone ? "1970-01-01T00:33:41Z" : "refused") << text;
    }
}

TEST(Instant, tells_the_unit_of_an_epoch_by_its_magnitude) {
    EXPECT_EQ(instant_from_epoch(7'289'654'399)->ms, 7'289'654'399'000);
    EXPECT_EQ(instant_from_epoch(7'289'654'400)->ms, 7'289'654'400);
    EXPECT_EQ(instant_from_epoch(7'289'654'399'999)->ms, 7'289'654'399'999);
    EXPECT_EQ(instant_from_epoch(7'289'654'400'000)->ms, 7'289'654'400);
    EXPECT_EQ(instant_from_epoch(7'289'654'399'999'999)->ms, 7'289'654'399'999);
    EXPECT_FALSE(instant_from_epoch(7'289'654'400'000'000));
    EXPECT_FALSE(instant_from_epoch(-1));
    EXPECT_FALSE(instant_from_epoch(std::numeric_limits<std::int64_t>::min()));
    EXPECT_FALSE(instant_from_epoch(std::numeric_limits<std::int64_t>::max()));
}

TEST(Instant, agrees_with_the_slow_twin_on_every_day) {
    constexpr std::int64_t days = 84'371;  // 1970-01-01 to 2200-12-31
    for (std::int64_t day = 0; day < days; ++day) {
        const std::int64_t ms = day * ms_per_day;
        const std::string text = slow_text(ms);
        ASSERT_EQ(to_text(Instant{ms}), text);
        ASSERT_EQ(parse_instant(text), Instant{ms}) << text;
        ASSERT_EQ(parse_instant(text.substr(0, 10)), Instant{ms}) << text;
        ASSERT_EQ(parse_instant(slow_named(ms)), Instant{ms}) << slow_named(ms);
    }
    EXPECT_EQ(parsed(slow_text(days * ms_per_day)), "refused");
}

TEST(Instant, agrees_with_the_slow_twin_on_random_instants_and_offsets) {
    std::mt19937_64 random(20261123);
    for (int i = 0; i < 50'000; ++i) {
        const std::int64_t ms = static_cast<std::int64_t>(random() % (84'371ull * ms_per_day));
        const std::string text = slow_text(ms);
        ASSERT_EQ(to_text(Instant{ms}), text);
        ASSERT_EQ(parse_instant(text), Instant{ms}) << text;
        // The same instant as a clock elsewhere shows it.
        const int offset_minutes = static_cast<int>(random() % 1679) - 839;
        const std::int64_t local = ms + offset_minutes * 60'000;
        if (local < 0) {
            continue;
        }
        char offset[16];
        std::snprintf(offset, sizeof offset, "%c%02d%s%02d", offset_minutes < 0 ? '-' : '+',
                      std::abs(offset_minutes) / 60, random() % 2 == 0 ? ":" : "", std::abs(offset_minutes) % 60);
        std::string elsewhere = slow_text(local);
        elsewhere.replace(elsewhere.size() - 1, 1, offset);
        ASSERT_EQ(parse_instant(elsewhere), Instant{ms}) << elsewhere;
    }
}

TEST(Instant, what_is_read_from_random_bytes_reads_the_same_again) {
    std::mt19937_64 random(7);
    const std::string_view alphabet = "0123456789-:TZ+. ,WedAugJnUTC";
    int read = 0;
    for (int i = 0; i < 300'000; ++i) {
        std::string text = i % 2 == 0 ? "2021-08-10T18:45:03.250+02:00" : "Wed Aug 10 19:40:03 +0000 2016";
        for (std::uint64_t changes = random() % 4; changes > 0; --changes) {
            text[random() % text.size()] = alphabet[random() % alphabet.size()];
        }
        text.resize(random() % 3 == 0 ? random() % text.size() : text.size());
        if (const auto instant = parse_instant(text)) {
            ++read;
            ASSERT_GE(instant->ms, 0) << text;
            ASSERT_EQ(parse_instant(to_text(*instant)), instant) << text;
        }
    }
    EXPECT_GT(read, 10'000);
}

TEST(Instant, writes_any_instant_even_those_it_would_not_read) {
    EXPECT_EQ(to_text(Instant{-1}), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(to_text(Instant{-62'135'596'800'000}), "0001-01-01T00:00:00Z");
    EXPECT_EQ(to_text(Instant{std::numeric_limits<std::int64_t>::max()}), "292278994-08-17T07:12:55.807Z");
    EXPECT_EQ(to_text(Instant{std::numeric_limits<std::int64_t>::min()}), "-292275055-05-16T16:47:04.192Z");
}

}  // namespace
}  // namespace fanal
