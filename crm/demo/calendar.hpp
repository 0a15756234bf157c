#pragma once
#include <cstdint>
#include <string>

#include "crm/demo/random.hpp"
#include "models/instant.hpp"

namespace fanal::demo {

constexpr std::int64_t ms_per_minute = 60'000;

/// Hour of the day in Bordeaux, 0 to 23: central European time, with summer time by the rule in force since 1996.
int local_hour(Instant instant);
/// Minutes since local midnight, 0 to 1439.
int local_minutes(Instant instant);
/// 0 is Sunday, in Bordeaux.
int local_weekday(Instant instant);
/// "samedi 28 novembre", "Saturday 28 November"
std::string local_date_fr(Instant instant);
std::string local_date_en(Instant instant);
/// "2026-11-23T04:05:06+0000", as the Graph API writes it.
std::string graph_time(Instant instant);
/// "2026-11-23"
std::string date_text(Instant instant);

/// The days that the demo tells, in whole seconds, and how people spread over them.
class Calendar {
  public:
    /// `days_count` days that end at `ends_at`.
    Calendar(Instant ends_at, std::int64_t days_count);

    Instant starts_at() const { return starts_at_; }
    Instant ends_at() const { return ends_at_; }
    std::int64_t days_count() const { return days_count_; }
    /// Since when answers have not kept up: the last tenth of the days, three at most.
    Instant behind_since() const;
    /// The first Saturday, 19:00 in Bordeaux, that is two days or more after the end: what all this prepares.
    Instant evening_at() const { return evening_at_; }

    /// An instant of day `day` (0 is the first) at an hour at which people write: evenings first, hardly at night.
    Instant moment(std::int64_t day, Random& random) const;
    /// An instant of day `day` at which we post: noon, late afternoon, early evening.
    Instant posting_moment(std::int64_t day, Random& random) const;
    /// When somebody acts on what was published at `published_at`: mostly within hours, at waking hours. May be after
    /// the end.
    Instant reaction_moment(Instant published_at, Random& random) const;
    /// When we answer what came at `asked_at`: minutes to days later, at working hours. May be after the end.
    Instant answer_moment(Instant asked_at, Random& random) const;
    /// An instant after `since` and not after the end, however short the time left: nearer to `since` than to the end.
    Instant squeezed(Instant since, Random& random) const;

  private:
    Instant at_hour(std::int64_t day, int hour, Random& random) const;

    Instant starts_at_;
    Instant ends_at_;
    Instant evening_at_;
    std::int64_t days_count_;
};

}  // namespace fanal::demo
