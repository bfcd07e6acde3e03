// SPDX-License-Identifier: Apache-2.0
#include "team/time_on_day.h"

#include <algorithm>
#include <numeric>

#include "base/rounding.h"

namespace paceline {
namespace {

constexpr int kBpOfAPercent = kAllBp / 100;

bool is_away(const WorkTime& time, Day day) {
  return std::any_of(time.leaves.begin(), time.leaves.end(),
                     [&](const Leave& leave) { return !leave.minutes && leave.span.contains(day); });
}

int minutes_of(const std::array<int, 7>& week) {
  return std::accumulate(week.begin(), week.end(), 0);
}

std::optional<int> hours_percent(const WorkTime& time, Day day) {
  const int full = minutes_of(time.calendar.weekday_minutes);
  const WorkWeek* own = nullptr;
  for (const WorkWeek& week : time.weeks) {
    if (week.from <= day) own = &week;
  }
  if (own == nullptr || full == 0) return std::nullopt;
  const auto percent = static_cast<int>(round_half_up(Wide{100} * minutes_of(own->minutes), full));
  return percent == 100 ? std::nullopt : std::optional(percent);
}

}  // namespace

TimeOnDay time_on_day(const WorkTime& time, Day day) {
  TimeOnDay result;
  if (is_away(time, day)) {
    Day until = day;
    while (is_away(time, until)) ++until;
    result.away_until = until;
  }
  const int share_bp = work_day(time, day).share_bp;
  if (share_bp < kAllBp) result.ramp_percent = static_cast<int>(round_half_up(Wide{share_bp}, kBpOfAPercent));
  result.hours_percent = hours_percent(time, day);
  return result;
}

}  // namespace paceline
