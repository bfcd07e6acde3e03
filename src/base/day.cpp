// SPDX-License-Identifier: Apache-2.0
#include "base/day.h"

#include <fmt/format.h>

#include <chrono>

#include "base/digits.h"

namespace paceline {

namespace chrono = std::chrono;

Day day_of(Date date) {
  const chrono::year_month_day ymd{chrono::year(date.year), chrono::month(static_cast<unsigned>(date.month)),
                                   chrono::day(static_cast<unsigned>(date.day))};
  PACELINE_ASSERT(ymd.ok());
  return Day(static_cast<std::int32_t>(chrono::local_days(ymd).time_since_epoch().count()));
}

Date date_of(Day day) {
  const chrono::year_month_day ymd{chrono::local_days(chrono::days(day.count()))};
  return Date{static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
              static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

Weekday weekday_of(Day day) {
  const chrono::weekday weekday{chrono::local_days(chrono::days(day.count()))};
  return static_cast<Weekday>(weekday.iso_encoding() - 1);
}

Result<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return fail(Fault::invalid, "day.malformed");
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day) return fail(Fault::invalid, "day.malformed");
  const chrono::year_month_day ymd{chrono::year(*year), chrono::month(static_cast<unsigned>(*month)),
                                   chrono::day(static_cast<unsigned>(*day))};
  if (!ymd.ok() || *year < 1970) return fail(Fault::invalid, "day.out_of_range");
  return day_of(Date{*year, *month, *day});
}

std::string to_text(Day day) {
  const Date date = date_of(day);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace paceline
