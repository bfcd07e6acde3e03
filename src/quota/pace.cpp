// SPDX-License-Identifier: Apache-2.0
#include "quota/pace.h"

#include <algorithm>

namespace paceline {
namespace {

constexpr double kBehindBelow = 0.4;
constexpr double kAheadAbove = 0.8;

double as_double(std::int64_t n) {
  return static_cast<double>(n);
}

/// Which part of `minutes` of a day has gone by: 1 for a day that is over, 0 for one to come.
double share_of(int minutes, Day day, const WorkTime& time, PaceMoment moment) {
  if (day != moment.day) return day < moment.day ? 1 : 0;
  return minutes == 0 ? 0 : as_double(elapsed_minutes(time.calendar, minutes, moment.minute_of_day)) / minutes;
}

/// Minutes of the days that ask, by some measure of a day, up to the moment and in all.
struct Minutes {
  double total = 0;
  double elapsed = 0;
};

template <class MinutesOf>
Minutes minutes_there(const std::vector<QuotaDay>& days, const WorkTime& time, PaceMoment moment,
                      MinutesOf minutes_of) {
  Minutes sum;
  for (const QuotaDay& day : days) {
    if (!day.is_asked()) continue;
    const double minutes = minutes_of(day.there);
    sum.total += minutes;
    sum.elapsed += minutes * share_of(day.there.present, day.day, time, moment);
  }
  return sum;
}

std::int64_t counted_on(const std::vector<QuotaDay>& days, const std::map<Day, std::int64_t>& counted_by_day) {
  std::int64_t sum = 0;
  for (const QuotaDay& day : days) {
    const auto found = counted_by_day.find(day.day);
    if (day.is_asked() && found != counted_by_day.end() && __builtin_add_overflow(sum, found->second, &sum))
      return INT64_MAX;
  }
  return sum;
}

PaceState state_of(const Pace& pace, const PaceParts& parts, Day today) {
  const Period asked = parts.asked;
  if (pace.proration.excused) return PaceState::excused;
  if (today < asked.from) return PaceState::not_started;
  if (pace.counted >= pace.proration.amount) return PaceState::made;
  if (today >= asked.to) return PaceState::missed;
  if (parts.money) return as_double(pace.counted) < pace.expected_by_now ? PaceState::behind : PaceState::on_pace;
  if (!pace.p_reach) return PaceState::too_early;
  if (*pace.p_reach < kBehindBelow) return PaceState::behind;
  return *pace.p_reach > kAheadAbove ? PaceState::ahead : PaceState::on_pace;
}

double expected_by(const std::vector<QuotaDay>& days, const WorkTime& time, PaceMoment moment) {
  const auto today = std::find_if(days.begin(), days.end(), [&](const QuotaDay& day) { return day.day == moment.day; });
  const double share = today == days.end() ? 0 : share_gone(*today, time, moment);
  return planned_until(days, time.calendar, moment.day, share);
}

}  // namespace

WorkingDays working_days(const std::vector<QuotaDay>& days, const WorkTime& time, PaceMoment moment) {
  const Minutes minutes = minutes_there(days, time, moment, [](const WorkDay& day) { return as_double(day.present); });
  return {full_time_days(time.calendar, minutes.total), full_time_days(time.calendar, minutes.elapsed),
          full_time_days(time.calendar, minutes.total - minutes.elapsed)};
}

std::optional<Grade> grade_of(const Proration& asked, std::int64_t counted) {
  if (asked.excused) return std::nullopt;
  if (asked.stretch && counted >= *asked.stretch) return Grade::stretch;
  if (counted >= asked.amount) return Grade::quota;
  if (asked.floor && counted >= *asked.floor) return Grade::floor;
  return std::nullopt;
}

double full_time_days(const WorkingCalendar& calendar, double minutes) {
  const int longest = longest_day(calendar);
  return longest == 0 ? 0 : minutes / longest;
}

double share_there(const WorkDay& there, const WorkTime& time, PaceMoment moment) {
  return share_of(there.present, moment.day, time, moment);
}

double share_gone(const QuotaDay& day, const WorkTime& time, PaceMoment moment) {
  return share_of(day.asked.present, day.day, time, moment);
}

ReachInput reach_input(const std::vector<QuotaDay>& days, const WorkTime& time, const PaceFacts& facts,
                       std::int64_t amount, PaceMoment moment) {
  const Minutes worth = minutes_there(
      days, time, moment, [](const WorkDay& day) { return as_double(day.present) * day.share_bp / kAllBp; });
  return {facts.prior, counted_on(days, facts.counted_by_day), full_time_days(time.calendar, worth.elapsed),
          full_time_days(time.calendar, worth.total - worth.elapsed), amount};
}

std::vector<DayToCome> days_to_come(const std::vector<QuotaDay>& days, const WorkTime& time, PaceMoment moment) {
  std::vector<DayToCome> result;
  for (const QuotaDay& day : days) {
    if (!day.is_asked() || day.day < moment.day) continue;
    const double left = 1 - share_of(day.there.present, day.day, time, moment);
    if (left > 0 && day.there.present > 0) result.push_back({day.day, left * worth_of(time, day.there)});
  }
  return result;
}

Result<Pace> pace_from(const PaceParts& parts, Day today) {
  Pace pace;
  pace.proration = parts.proration;
  pace.counted = parts.counted;
  pace.working_days = parts.working_days;
  pace.expected_by_now = parts.expected_by_now;

  const std::int64_t amount = pace.proration.amount;
  if (amount > 0) pace.attainment = as_double(pace.counted) / as_double(amount);
  if (pace.expected_by_now > 0) pace.pace_ratio = as_double(pace.counted) / pace.expected_by_now;
  if (pace.working_days.elapsed > 0) pace.so_far_per_day = as_double(pace.counted) / pace.working_days.elapsed;
  if (pace.counted >= amount) pace.needed_per_day = 0;
  if (pace.counted < amount && pace.working_days.left > 0) {
    pace.needed_per_day = as_double(amount - pace.counted) / pace.working_days.left;
  }

  pace.grade = grade_of(pace.proration, pace.counted);
  if (parts.money) {
    pace.state = state_of(pace, parts, today);
    return pace;
  }
  PACELINE_TRY(const Reach reach, parts.coming ? reach_of(parts.reach, *parts.coming) : reach_of(parts.reach));
  PACELINE_TRY(pace.band, pace_band(pace.expected_by_now));
  pace.projection = reach.projection;
  if (!pace.proration.excused) pace.p_reach = reach.p_reach;
  pace.state = state_of(pace, parts, today);
  return pace;
}

Result<Pace> pace_of(const std::vector<QuotaDay>& days, const WorkTime& time, const PaceFacts& facts,
                     PaceMoment moment) {
  PaceParts parts;
  parts.proration = prorate(days, time.calendar);
  parts.counted = counted_on(days, facts.counted_by_day);
  parts.working_days = working_days(days, time, moment);
  parts.expected_by_now = expected_by(days, time, moment);
  parts.reach = reach_input(days, time, facts, parts.proration.amount, moment);
  parts.asked = asked_span(days);
  parts.money = facts.money;
  if (facts.outlook) parts.coming = coming(*facts.outlook, days_to_come(days, time, moment));
  return pace_from(parts, moment.day);
}

}  // namespace paceline
