// SPDX-License-Identifier: Apache-2.0
#include "quota/pace_days.h"

#include <algorithm>

namespace paceline {
namespace {

constexpr double kStretchDays = 10;

DayKind kind_of(const QuotaDay& day) {
  if (!day.is_asked()) return DayKind::not_asked;
  const WorkDay& there = day.there;
  if (there.present > 0) return DayKind::work;
  if (there.full > 0 && there.calendar == 0) return DayKind::holiday;
  return there.employed && there.own > 0 ? DayKind::leave : DayKind::off;
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

std::vector<Worked> days_over(const std::vector<PaceDay>& days, Day today) {
  std::vector<Worked> over;
  for (const PaceDay& day : days) {
    if (day.kind == DayKind::work && day.day < today) over.push_back({day.counted.value_or(0), day.minutes});
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
    while (full_time_days(calendar, static_cast<double>(sum.minutes - over[begin].minutes)) >= kStretchDays) {
      sum.counted -= over[begin].counted;
      sum.minutes -= over[begin].minutes;
      ++begin;
    }
    const double length = full_time_days(calendar, static_cast<double>(sum.minutes));
    if (length >= kStretchDays) means.push_back(static_cast<double>(sum.counted) / length);
  }
  return means;
}

/// The same input as that of the whole period, at the end of each coming day.
class Coming {
 public:
  Coming(const std::vector<QuotaDay>& days, const WorkTime& time, const PaceFacts& facts, const Pace& pace,
         PaceMoment moment)
      : calendar_(time.calendar),
        moment_(moment),
        input_(reach_input(days, time, facts, pace.proration.amount, moment)) {}

  /// REQUIRES: every day of the period in order, from today on.
  [[nodiscard]] Result<std::optional<Projection>> at_the_end_of(const QuotaDay& day) {
    if (day.is_asked()) {
      const bool is_today = day.day == moment_.day;
      const int gone = is_today ? elapsed_minutes(calendar_, day.there.present, moment_.minute_of_day) : 0;
      worth_ += static_cast<double>(day.there.present - gone) * day.there.share_bp / kAllBp;
    }
    return projection_at(input_, std::min(full_time_days(calendar_, worth_), input_.remaining_days));
  }

 private:
  const WorkingCalendar& calendar_;
  PaceMoment moment_;
  ReachInput input_;
  double worth_ = 0;
};

}  // namespace

Result<std::vector<PaceDay>> pace_days(const std::vector<QuotaDay>& days, const WorkTime& time, const PaceFacts& facts,
                                       const Pace& pace, PaceMoment moment) {
  Coming coming(days, time, facts, pace, moment);
  std::vector<PaceDay> result;
  std::int64_t total = 0;
  for (const QuotaDay& day : days) {
    PaceDay entry;
    entry.day = day.day;
    entry.kind = kind_of(day);
    entry.name = name_of(time.calendar, day.day);
    entry.minutes = day.there.present;
    entry.usual_minutes = day.there.full;
    entry.share_bp = day.there.share_bp;
    entry.plan = planned_until(days, time.calendar, day.day, 1);
    PACELINE_TRY(entry.band, pace_band(entry.plan));
    if (day.day <= moment.day) {
      const auto found = facts.counted_by_day.find(day.day);
      entry.counted = found == facts.counted_by_day.end() || !day.is_asked() ? 0 : found->second;
      total += *entry.counted;
      entry.total = total;
    }
    if (day.day >= moment.day) {
      PACELINE_TRY(entry.likely, coming.at_the_end_of(day));
    }
    result.push_back(std::move(entry));
  }
  return result;
}

PerDay per_day(const WorkingCalendar& calendar, const std::vector<PaceDay>& days, const Pace& pace, Day today) {
  PerDay result;
  result.needed = pace.needed_per_day;
  result.so_far = pace.so_far_per_day;
  const auto means = stretches(calendar, days_over(days, today));
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
