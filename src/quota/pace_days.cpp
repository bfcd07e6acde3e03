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

/// The total at the end of each coming day.
class Fan {
 public:
  Fan(const std::vector<QuotaDay>& days, const WorkTime& time, const PaceFacts& facts, const Pace& pace,
      PaceMoment moment)
      : facts_(facts),
        input_(reach_input(days, time, facts, pace.proration.amount, moment)),
        all_(days_to_come(days, time, moment)) {}

  /// REQUIRES: asked in the order of the days.
  [[nodiscard]] Result<std::optional<Projection>> at_the_end_of(Day day) {
    while (gone_.size() < all_.size() && all_[gone_.size()].day <= day) {
      gone_.push_back(all_[gone_.size()]);
      worth_ += gone_.back().worth;
    }
    if (facts_.outlook) return projection_of(input_.done, coming(*facts_.outlook, gone_));
    return projection_at(input_, std::min(worth_, input_.remaining_days));
  }

 private:
  const PaceFacts& facts_;
  ReachInput input_;
  std::vector<DayToCome> all_;
  std::vector<DayToCome> gone_;
  double worth_ = 0;
};

}  // namespace

Result<std::vector<PaceDay>> pace_days(const std::vector<QuotaDay>& days, const WorkTime& time, const PaceFacts& facts,
                                       const Pace& pace, PaceMoment moment) {
  Fan fan(days, time, facts, pace, moment);
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
    if (!facts.money) {
      PACELINE_TRY(entry.band, pace_band(entry.plan));
    }
    if (day.day <= moment.day) {
      const auto found = facts.counted_by_day.find(day.day);
      entry.counted = found == facts.counted_by_day.end() || !day.is_asked() ? 0 : found->second;
      total += *entry.counted;
      entry.total = total;
    }
    if (day.day >= moment.day && !facts.money) {
      PACELINE_TRY(entry.likely, fan.at_the_end_of(day.day));
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
