// SPDX-License-Identifier: Apache-2.0
// How an event of an iCalendar file comes again: every year on the same date, or not at all.
//
// Of an RRULE (RFC 5545, section 3.3.10) these are known: FREQ=YEARLY, INTERVAL=1, COUNT, UNTIL, WKST, and BYMONTH and
// BYMONTHDAY where they repeat the date of the event, as some programs write them.
// Worked example: parse_yearly_rule("FREQ=YEARLY;COUNT=3", 2025-12-25) comes in 2025, 2026 and 2027. An event of
// 29 February comes in leap years only, and those are what COUNT counts.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/day.h"

namespace paceline {

struct YearlyRule {
  int count = 1;         ///< how often, the first time included
  Day until = kLastDay;  ///< the last day on which it may begin
};

/// Absent for every other rule: "FREQ=WEEKLY", "FREQ=YEARLY;BYDAY=4TH".
[[nodiscard]] std::optional<YearlyRule> parse_yearly_rule(std::string_view text, Day start);

/// The first days of an event that begins on `start`, in the years from `first_year` to `last_year`.
[[nodiscard]] std::vector<Day> beginnings(Day start, const YearlyRule& rule, int first_year, int last_year);

/// "20251225" as a date. Absent for anything else.
[[nodiscard]] std::optional<Day> parse_ics_day(std::string_view text);

}  // namespace paceline
