// SPDX-License-Identifier: Apache-2.0
#include "base/working_calendar.h"

#include <algorithm>

namespace paceline {
int full_minutes(const WorkingCalendar& calendar, Day day) {
  return calendar.weekday_minutes.at(static_cast<std::size_t>(weekday_of(day)));
}

int available_minutes(const WorkingCalendar& calendar, Day day) {
  const auto exception = calendar.exceptions.find(day);
  return exception == calendar.exceptions.end() ? full_minutes(calendar, day) : exception->second.minutes;
}

int longest_day(const WorkingCalendar& calendar) {
  return *std::max_element(calendar.weekday_minutes.begin(), calendar.weekday_minutes.end());
}

int elapsed_minutes(const WorkingCalendar& calendar, int minutes, int minute_of_day) {
  const int begin = std::min(calendar.day_start_minute, kMinutesPerDay - minutes);
  return std::clamp(minute_of_day - begin, 0, minutes);
}

}  // namespace paceline
