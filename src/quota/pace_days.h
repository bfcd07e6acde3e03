// SPDX-License-Identifier: Apache-2.0
// The same pace day by day: what the chart, the calendar of days and "per working day" are drawn from.
#pragma once

#include <vector>

#include "quota/pace.h"

namespace paceline {

/// work: there are minutes; off: never any on this weekday, or not employed; holiday: the calendar took them all;
/// leave: absent all day; not_asked: the quota asks nothing of the rep on it.
BOOST_DEFINE_ENUM_CLASS(DayKind, work, off, holiday, leave, not_asked)

struct PaceDay {
  Day day;
  DayKind kind = DayKind::work;
  std::optional<std::string> name;      ///< of the exception
  int minutes = 0;                      ///< that the rep is there
  int usual_minutes = 0;                ///< of the calendar's usual week on this weekday: full time
  int share_bp = kAllBp;                ///< of the ramp
  std::optional<std::int64_t> counted;  ///< absent for a coming day; 0 where it asks nothing
  std::optional<std::int64_t> total;    ///< from the start of the period to the end of the day; absent for a coming day
  double plan = 0;                      ///< the plan at the end of the day
  std::optional<CountBand> band;        ///< where 8 of 10 who are on plan are at the end of the day; absent for money
  std::optional<Projection> likely;     ///< the total at the end of a coming day; absent for money
};

/// Means per full-time day. A stretch is the shortest run of working days of the quota that holds ten full-time days:
/// ten whole days or twenty half ones; its mean is what it counted / its full-time days. Worked example: 3 counted on
/// each of twenty half days is 60 / 10 = 6.
struct PerDay {
  std::optional<double> needed;
  std::optional<double> so_far;
  std::optional<double> last_10;  ///< of the last stretch that is over; absent before there is one
  std::optional<double> best_10;  ///< of the best one
  double at_start = 0;            ///< amount / full-time days
};

[[nodiscard]] Result<std::vector<PaceDay>> pace_days(const std::vector<QuotaDay>& days, const WorkTime& time,
                                                     const PaceFacts& facts, const Pace& pace, PaceMoment moment);

[[nodiscard]] PerDay per_day(const WorkingCalendar& calendar, const std::vector<PaceDay>& days, const Pace& pace,
                             Day today);

}  // namespace paceline
