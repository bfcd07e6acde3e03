// SPDX-License-Identifier: Apache-2.0
#include "quota/pace_days.h"

#include <algorithm>

namespace paceline {
namespace {

constexpr double kStretchDays = 10;

DayKind kind_of(const WorkingCalendar& calendar, Day day) {
  if (available_minutes(calendar, day) > 0) return DayKind::work;
  return full_minutes(calendar, day) > 0 ? DayKind::holiday : DayKind::off;
}

std::optional<std::string> name_of(const WorkingCalendar& calendar, Day day) {
  const auto exception = calendar.exceptions.find(day);
  return exception == calendar.exceptions.end() ? std::nullopt : std::optional(exception->second.name);
}

/// What a working day that is over counted, and how long it was.
struct Worked {
  std::int64_t counted = 0;
  std::int64_t minutes = 0;
};

std::vector<Worked> days_over(const Quota& quota, const std::vector<PaceDay>& days, Day today) {
  std::vector<Worked> over;
  for (const PaceDay& day : days) {
    const bool is_worked = day.kind == DayKind::work && version_on(quota, day.day) != nullptr;
    if (is_worked && day.day < today) over.push_back({day.counted.value_or(0), day.minutes});
  }
  return over;
}

/// The mean of every stretch of ten full-time days that is over, the last one last.
std::vector<double> stretches(const WorkingCalendar& calendar, const std::vector<Worked>& over) {
  std::vector<double> means;
  Worked sum;
  std::size_t begin = 0;
  for (const Worked& day : over) {
    sum.counted += day.counted;
    sum.minutes += day.minutes;
    while (full_time_days(calendar, sum.minutes - over[begin].minutes) >= kStretchDays) {
      sum.counted -= over[begin].counted;
      sum.minutes -= over[begin].minutes;
      ++begin;
    }
    const double length = full_time_days(calendar, sum.minutes);
    if (length >= kStretchDays) means.push_back(static_cast<double>(sum.counted) / length);
  }
  return means;
}

}  // namespace

Result<std::vector<PaceDay>> pace_days(const Quota& quota, const WorkingCalendar& calendar, Period period,
                                       const PaceFacts& facts, const Pace& pace, PaceMoment moment) {
  const ReachInput input{facts.prior, pace.counted, pace.working_days.elapsed, pace.working_days.left,
                         pace.proration.amount};
  std::vector<PaceDay> days;
  const Period worked = worked_part(quota, period);
  std::int64_t total = 0;
  std::int64_t minutes_ahead =
      worked.contains(moment.day) ? -elapsed_minutes(calendar, moment.day, moment.minute_of_day) : 0;
  for (Day day = period.from; day < period.to; ++day) {
    PaceDay entry{day, kind_of(calendar, day), name_of(calendar, day), available_minutes(calendar, day), {}, {}, 0, {},
                  {}};
    entry.plan = planned_until(quota, calendar, period, day, entry.minutes);
    PACELINE_TRY(entry.band, pace_band(entry.plan));
    if (day <= moment.day) {
      const auto found = facts.counted_by_day.find(day);
      entry.counted = found == facts.counted_by_day.end() || !worked.contains(day) ? 0 : found->second;
      total += *entry.counted;
      entry.total = total;
    }
    if (day >= moment.day) {
      if (worked.contains(day)) minutes_ahead += entry.minutes;
      const double ahead = std::max(0.0, full_time_days(calendar, minutes_ahead));
      PACELINE_TRY(entry.likely, projection_at(input, std::min(ahead, input.remaining_days)));
    }
    days.push_back(std::move(entry));
  }
  return days;
}

PerDay per_day(const Quota& quota, const WorkingCalendar& calendar, const std::vector<PaceDay>& days, const Pace& pace,
               Day today) {
  PerDay result;
  result.needed = pace.needed_per_day;
  result.so_far = pace.so_far_per_day;
  const auto means = stretches(calendar, days_over(quota, days, today));
  if (!means.empty()) {
    result.last_10 = means.back();
    result.best_10 = *std::max_element(means.begin(), means.end());
  }
  if (pace.working_days.total > 0) {
    result.at_start = static_cast<double>(pace.proration.amount) / pace.working_days.total;
  }
  return result;
}

}  // namespace paceline
