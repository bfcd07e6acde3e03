// SPDX-License-Identifier: Apache-2.0
// Which minutes of which days are there to be worked: the usual week, and the days that differ from it.
//
// Minutes are minutes of work, not of the clock. The usual week says what full time is; an exception says what a day
// really has (a holiday 0, a half day 240, a moved working Saturday 480).
// Worked example: five days of 480 with one holiday have 2400 full and 1920 available minutes, so
// 250 a week becomes 250 * 1920 / 2400 = 200.
#pragma once

#include <array>
#include <map>
#include <string>

#include "base/period.h"

namespace paceline {

inline constexpr int kMinutesPerDay = 1440;

struct CalendarException {
  int minutes = 0;       ///< 0 to 1440, what this day has in place of its usual minutes
  std::string name;      ///< for people, for example "Christmas Day"
  bool closing = false;  ///< the company's own closing day, whatever the calendar says
  friend bool operator==(const CalendarException&, const CalendarException&) = default;
};

struct WorkingCalendar {
  std::array<int, 7> weekday_minutes{480, 480, 480, 480, 480, 0, 0};  ///< Monday first, each 0 to 1440
  int day_start_minute = 540;                                         ///< when work begins, minutes after midnight
  Weekday week_start = Weekday::monday;
  std::map<Day, CalendarException> exceptions;
};

/// Minutes of the usual week, exceptions left out.
[[nodiscard]] int full_minutes(const WorkingCalendar& calendar, Day day);
/// Minutes that the day really has.
[[nodiscard]] int available_minutes(const WorkingCalendar& calendar, Day day);
/// Minutes of the longest day of the usual week: what is called a full-time day.
[[nodiscard]] int longest_day(const WorkingCalendar& calendar);
/// Of a day with so many minutes of work, those that have gone by at `minute_of_day` (0 to 1440): 0 before work begins,
/// all of them after it ends. A day with more work than fits between its start and midnight begins earlier.
[[nodiscard]] int elapsed_minutes(const WorkingCalendar& calendar, int minutes, int minute_of_day);

}  // namespace paceline
