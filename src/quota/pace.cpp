// SPDX-License-Identifier: Apache-2.0
#include "quota/pace.h"

#include <algorithm>
#include <numeric>

namespace paceline {
namespace {

constexpr double kBehindBelow = 0.4;
constexpr double kAheadAbove = 0.8;

std::int64_t elapsed_minutes_of(const WorkingCalendar& calendar, Period worked, PaceMoment moment) {
  const Period past{worked.from, std::clamp(moment.day, worked.from, worked.to)};
  std::int64_t minutes = available_minutes(calendar, past);
  if (worked.contains(moment.day)) minutes += elapsed_minutes(calendar, moment.day, moment.minute_of_day);
  return minutes;
}

std::int64_t counted_in(Period worked, const std::map<Day, std::int64_t>& counted_by_day) {
  return std::accumulate(counted_by_day.lower_bound(worked.from), counted_by_day.lower_bound(worked.to),
                         std::int64_t{0}, [](std::int64_t sum, const auto& day) { return sum + day.second; });
}

PaceState state_of(const Pace& pace, Period worked, Day today) {
  if (pace.proration.excused) return PaceState::excused;
  if (today < worked.from) return PaceState::not_started;
  if (pace.counted >= pace.proration.amount) return PaceState::made;
  if (today >= worked.to) return PaceState::missed;
  if (!pace.p_reach) return PaceState::too_early;
  if (*pace.p_reach < kBehindBelow) return PaceState::behind;
  return *pace.p_reach > kAheadAbove ? PaceState::ahead : PaceState::on_pace;
}

double as_double(std::int64_t n) {
  return static_cast<double>(n);
}

}  // namespace

double full_time_days(const WorkingCalendar& calendar, std::int64_t minutes) {
  const int longest = *std::max_element(calendar.weekday_minutes.begin(), calendar.weekday_minutes.end());
  return longest == 0 ? 0 : as_double(minutes) / longest;
}

Result<Pace> pace_of(const Quota& quota, const WorkingCalendar& calendar, Period period, const PaceFacts& facts,
                     PaceMoment moment) {
  Pace pace;
  pace.proration = prorate(quota, calendar, period);
  const Period worked = worked_part(quota, period);
  pace.counted = counted_in(worked, facts.counted_by_day);
  const std::int64_t elapsed = elapsed_minutes_of(calendar, worked, moment);
  pace.working_days = {full_time_days(calendar, pace.proration.minutes), full_time_days(calendar, elapsed),
                       full_time_days(calendar, pace.proration.minutes - elapsed)};
  const int minutes_of_today = elapsed_minutes(calendar, moment.day, moment.minute_of_day);
  pace.expected_by_now = planned_until(quota, calendar, period, moment.day, minutes_of_today);

  const std::int64_t amount = pace.proration.amount;
  if (amount > 0) pace.attainment = as_double(pace.counted) / as_double(amount);
  if (pace.expected_by_now > 0) pace.pace_ratio = as_double(pace.counted) / pace.expected_by_now;
  if (pace.working_days.elapsed > 0) pace.so_far_per_day = as_double(pace.counted) / pace.working_days.elapsed;

  const ReachInput input{facts.prior, pace.counted, pace.working_days.elapsed, pace.working_days.left, amount};
  PACELINE_TRY(const Reach reach, reach_of(input));
  PACELINE_TRY(pace.band, pace_band(pace.expected_by_now));
  pace.needed_per_day = reach.needed_per_day;
  pace.projection = reach.projection;
  if (!pace.proration.excused) pace.p_reach = reach.p_reach;
  pace.state = state_of(pace, worked, moment.day);
  return pace;
}

}  // namespace paceline
