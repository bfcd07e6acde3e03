// SPDX-License-Identifier: Apache-2.0
#include "base/working_calendar.h"

#include <algorithm>

namespace paceline {
namespace {

template <class MinutesOfDay>
std::int64_t sum_over(Period period, MinutesOfDay minutes_of_day) {
  std::int64_t sum = 0;
  for (Day day = period.from; day < period.to; ++day) sum += minutes_of_day(day);
  return sum;
}

}  // namespace

int full_minutes(const WorkingCalendar& calendar, Day day) {
  return calendar.weekday_minutes.at(static_cast<std::size_t>(weekday_of(day)));
}

std::int64_t full_minutes(const WorkingCalendar& calendar, Period period) {
  return sum_over(period, [&](Day day) { return full_minutes(calendar, day); });
}

int available_minutes(const WorkingCalendar& calendar, Day day) {
  const auto exception = calendar.exceptions.find(day);
  return exception == calendar.exceptions.end() ? full_minutes(calendar, day) : exception->second.minutes;
}

std::int64_t available_minutes(const WorkingCalendar& calendar, Period period) {
  return sum_over(period, [&](Day day) { return available_minutes(calendar, day); });
}

int longest_day(const WorkingCalendar& calendar) {
  return *std::max_element(calendar.weekday_minutes.begin(), calendar.weekday_minutes.end());
}

int elapsed_minutes(const WorkingCalendar& calendar, Day day, int minute_of_day) {
  const int minutes = available_minutes(calendar, day);
  const int begin = std::min(calendar.day_start_minute, kMinutesPerDay - minutes);
  return std::clamp(minute_of_day - begin, 0, minutes);
}

}  // namespace paceline
