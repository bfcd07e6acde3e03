// SPDX-License-Identifier: Apache-2.0
#include "team/work_time.h"

#include <algorithm>
#include <numeric>

#include "base/rounding.h"

namespace paceline {
namespace {

std::size_t weekday_index(Day day) {
  return static_cast<std::size_t>(weekday_of(day));
}

const WorkWeek* week_on(const WorkTime& time, Day day) {
  const WorkWeek* found = nullptr;
  for (const WorkWeek& week : time.weeks) {
    if (week.from <= day) found = &week;
  }
  return found;
}

int minutes_of(const std::array<int, 7>& week) {
  return std::accumulate(week.begin(), week.end(), 0);
}

/// The part-time share of a day that has `minutes` in place of its `usual` ones.
int own_share(const WorkingCalendar& calendar, const WorkWeek& week, Day day, int minutes, int usual) {
  const int own_usual = week.minutes.at(weekday_index(day));
  if (minutes == usual) return own_usual;
  if (usual > 0) return static_cast<int>(round_half_up(Wide{minutes} * own_usual, usual));
  const int full_week = minutes_of(calendar.weekday_minutes);
  if (full_week == 0) return minutes;
  return static_cast<int>(round_half_up(Wide{minutes} * minutes_of(week.minutes), full_week));
}

int away_minutes(const WorkTime& time, Day day) {
  int away = 0;
  for (const Leave& leave : time.leaves) {
    if (leave.span.contains(day)) away = std::max(away, leave.minutes.value_or(kMinutesPerDay));
  }
  return away;
}

int share_on(const Ramp& ramp, Day day) {
  if (day < ramp.from) return kAllBp;
  int share_bp = 0;
  for (const RampStep& step : ramp.steps) {
    if (day - ramp.from >= step.after_days) share_bp = step.share_bp;
  }
  return share_bp;
}

bool is_closing(const WorkingCalendar& calendar, Day day) {
  const auto exception = calendar.exceptions.find(day);
  return exception != calendar.exceptions.end() && exception->second.closing;
}

}  // namespace

void close_on(WorkingCalendar& calendar, Day day, const CalendarException& closing) {
  if (available_minutes(calendar, day) <= closing.minutes) return;
  calendar.exceptions[day] = {closing.minutes, closing.name, true};
}

WorkDay work_day(const WorkTime& time, Day day, const Excuses& excuses) {
  WorkDay result;
  result.full = full_minutes(time.calendar, day);
  result.calendar = excuses.holidays ? available_minutes(time.calendar, day) : result.full;
  result.closing = excuses.holidays && is_closing(time.calendar, day);
  const WorkWeek* week = excuses.part_time ? week_on(time, day) : nullptr;
  result.own = week == nullptr ? result.calendar : own_share(time.calendar, *week, day, result.calendar, result.full);
  result.employed = time.employed.contains(day);
  const int away = excuses.leave ? away_minutes(time, day) : 0;
  result.present = result.employed ? std::max(0, result.own - away) : 0;
  if (excuses.ramp && time.ramp) result.share_bp = share_on(*time.ramp, day);
  return result;
}

std::int64_t present_minutes(const WorkTime& time, Period period) {
  std::int64_t sum = 0;
  for (Day day = period.from; day < period.to; ++day) sum += work_day(time, day).present;
  return sum;
}

}  // namespace paceline
