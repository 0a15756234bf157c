#include "crm/demo/calendar.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

namespace fanal::demo {
namespace {

using std::chrono::floor;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 7> weekdays_fr = {"dimanche", "lundi",    "mardi", "mercredi",
                                                         "jeudi",    "vendredi", "samedi"};
constexpr std::array<std::string_view, 7> weekdays_en = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                         "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> months_fr = {"janvier",   "février", "mars",     "avril",
                                                        "mai",       "juin",    "juillet",  "août",
                                                        "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 12> months_en = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};

/// How many of a day's lines are written in each local hour: a small rise at noon, most of it in the evening.
constexpr std::array<int, 24> writing_hours = {18, 8,  4,  2,  1,  2,  6,  18, 30, 34, 36, 44,
                                               62, 56, 38, 34, 36, 48, 66, 80, 92, 96, 74, 40};
constexpr std::array<int, 24> posting_hours = {0,  0, 0, 0, 0,  0,  0,  0,  4, 8, 14, 24,
                                               18, 6, 2, 6, 12, 26, 28, 14, 4, 2, 0,  0};

std::chrono::sys_time<std::chrono::milliseconds> clock_time(Instant instant) {
    return std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(instant.ms));
}

/// The same wall clock read as if it were UTC.
Instant local(Instant instant) {
    using namespace std::chrono;
    const year_month_day date(floor<days>(clock_time(instant)));
    const auto last_sunday_at_one = [&](month in) {
        return duration_cast<milliseconds>((sys_days(date.year() / in / Sunday[last]) + hours(1)).time_since_epoch())
            .count();
    };
    const bool summer = instant.ms >= last_sunday_at_one(March) && instant.ms < last_sunday_at_one(October);
    return {instant.ms + (summer ? 2 : 1) * ms_per_hour};
}

std::string two_digits(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string date_words(Instant instant, const std::array<std::string_view, 7>& weekdays,
                       const std::array<std::string_view, 12>& months) {
    const std::chrono::year_month_day date(floor<std::chrono::days>(clock_time(local(instant))));
    std::string words(weekdays[static_cast<std::size_t>(local_weekday(instant))]);
    words += " " + std::to_string(unsigned(date.day())) + " ";
    words += months[unsigned(date.month()) - 1];
    return words;
}

Instant whole_seconds(Instant instant) {
    return {instant.ms / ms_per_second * ms_per_second};
}

}  // namespace

int local_minutes(Instant instant) {
    const std::int64_t of_day = (local(instant).ms % ms_per_day + ms_per_day) % ms_per_day;
    return static_cast<int>(of_day / ms_per_minute);
}

int local_hour(Instant instant) {
    return local_minutes(instant) / 60;
}

int local_weekday(Instant instant) {
    return static_cast<int>(std::chrono::weekday(floor<std::chrono::days>(clock_time(local(instant)))).c_encoding());
}

std::string local_date_fr(Instant instant) {
    return date_words(instant, weekdays_fr, months_fr);
}
std::string local_date_en(Instant instant) {
    return date_words(instant, weekdays_en, months_en);
}

std::string date_text(Instant instant) {
    const std::chrono::year_month_day date(floor<std::chrono::days>(clock_time(instant)));
    return std::to_string(int(date.year())) + "-" + two_digits(unsigned(date.month())) + "-" +
           two_digits(unsigned(date.day()));
}

std::string graph_time(Instant instant) {
    const auto seconds = static_cast<unsigned>(instant.ms % ms_per_day / ms_per_second);
    return date_text(instant) + "T" + two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60) + ":" +
           two_digits(seconds % 60) + "+0000";
}

Calendar::Calendar(Instant ends_at, std::int64_t days_count)
    : ends_at_(whole_seconds(ends_at)), days_count_(days_count) {
    starts_at_ = {ends_at_.ms - days_count * ms_per_day};
    evening_at_ = {ends_at_.ms + 2 * ms_per_day};
    while (local_weekday(evening_at_) != 6) {
        evening_at_.ms += ms_per_day;
    }
    evening_at_.ms += (19 * 60 - local_minutes(evening_at_)) * ms_per_minute;
}

Instant Calendar::behind_since() const {
    return {ends_at_.ms - std::min(3 * ms_per_day, days_count_ * ms_per_day / 10)};
}

Instant Calendar::at_hour(std::int64_t day, int hour, Random& random) const {
    // Every local hour comes once in any 24 hours, so the day may begin at any hour.
    const Instant begins{starts_at_.ms + day * ms_per_day};
    const std::int64_t minutes = (hour * 60 - local_minutes(begins) + 2 * 1440) % 1440;
    const std::int64_t seconds = minutes * 60 + random.below(3600);
    return {begins.ms + seconds % 86'400 * ms_per_second};
}

Instant Calendar::moment(std::int64_t day, Random& random) const {
    const int hour = static_cast<int>(random.weighted(writing_hours));
    return at_hour(day, hour, random);
}

Instant Calendar::posting_moment(std::int64_t day, Random& random) const {
    const int hour = static_cast<int>(random.weighted(posting_hours));
    return at_hour(day, hour, random);
}

Instant Calendar::reaction_moment(Instant published_at, Random& random) const {
    static constexpr std::array<int, 5> reach_minutes = {40, 180, 720, 1440, 5760};
    static constexpr std::array<int, 5> weights = {24, 30, 24, 13, 9};
    Instant moment;
    // A few draws at most: whoever is still awake then writes at night, as some do.
    for (int tries = 0; tries < 5; ++tries) {
        const std::int64_t reach = reach_minutes[random.weighted(weights)];
        moment = {published_at.ms + (60 + random.below(reach * 60)) * ms_per_second};
        if (random.below(96) < writing_hours[static_cast<std::size_t>(local_hour(moment))]) {
            break;
        }
    }
    return moment;
}

Instant Calendar::answer_moment(Instant asked_at, Random& random) const {
    static constexpr std::array<int, 6> from_minutes = {3, 15, 60, 240, 960, 2880};
    static constexpr std::array<int, 6> to_minutes = {15, 60, 240, 960, 2880, 6000};
    static constexpr std::array<int, 6> weights = {14, 24, 30, 20, 9, 3};
    const std::size_t pace = random.weighted(weights);
    Instant moment{asked_at.ms + random.between(from_minutes[pace] * 60, to_minutes[pace] * 60) * ms_per_second};
    const int minutes = local_minutes(moment);
    if (minutes < 9 * 60 + 30) {  // nobody is at the desk before half past nine: the backlog goes in the morning
        moment.ms += (9 * 60 + 30 - minutes) * ms_per_minute + random.below(5400) * ms_per_second;
    }
    return moment;
}

Instant Calendar::squeezed(Instant since, Random& random) const {
    const std::int64_t seconds = std::max<std::int64_t>((ends_at_.ms - since.ms) / ms_per_second, 0);
    if (seconds < 2) {
        return ends_at_;
    }
    const std::int64_t window = std::min<std::int64_t>(seconds, 4'000'000'000);
    return {since.ms + std::min(1 + random.skewed(window), seconds) * ms_per_second};
}

}  // namespace fanal::demo
