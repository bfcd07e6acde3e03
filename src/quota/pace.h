// SPDX-License-Identifier: Apache-2.0
// Attainment against what the working calendar expects by now, where this pace ends, and the chance to reach the quota.
//
// Exposure is measured in full-time days: working minutes / minutes of the calendar's longest usual day.
//   expected_by_now = the plan of proration.h, today's share of the working hours included
//   pace_ratio = counted / expected_by_now      attainment = counted / amount
//   needed_per_day = (amount - counted) / days left
// Amount, plan, days and counted are of the days on which the rep is asked. Days are those on which the rep is there,
// whatever the quota excuses. In the chance and the projection a day of a ramp is worth its share: who is asked half
// is expected to do half.
// The chance and the projection are those of reach.h: by the outlook where past weeks are known, else gamma-Poisson.
// They, and the band, are of things that are counted one by one. For money there are none: what sales bring goes by few
// large steps that no rate of four weeks tells. Its state is by the plan: behind below what is expected by now, else
// on_pace, and never ahead.
// Worked example: see tests/quota/pace_test.cpp: 250 calls a week, one holiday, Wednesday noon.
#pragma once

#include <boost/describe/enum.hpp>
#include <map>
#include <optional>

#include "quota/outlook.h"
#include "quota/proration.h"
#include "quota/reach.h"

namespace paceline {

/// behind, on_pace, ahead: by the chance to reach it, under 40 %, to 80 %, over. made: reached. missed: the period
/// ended below. excused: no working minute. too_early: nothing known of the rate yet. not_started: the period, or the
/// quota in it, is to come.
BOOST_DEFINE_ENUM_CLASS(PaceState, not_started, too_early, behind, on_pace, ahead, made, missed, excused)

/// The highest that is reached; each is prorated like the quota.
BOOST_DEFINE_ENUM_CLASS(Grade, floor, quota, stretch)

/// Where in time the pace is asked for, on the rep's own clock.
struct PaceMoment {
  Day day;
  int minute_of_day = 0;
};

struct WorkingDays {
  double total = 0;
  double elapsed = 0;
  double left = 0;
};

struct Pace {
  Proration proration;
  std::int64_t counted = 0;
  std::optional<double> attainment;  ///< absent when excused or the quota is zero
  double expected_by_now = 0;
  std::optional<double> pace_ratio;  ///< absent when nothing is expected yet
  std::optional<double> needed_per_day;
  std::optional<double> so_far_per_day;
  WorkingDays working_days;
  std::optional<CountBand> band;  ///< where 8 of 10 who are exactly on plan are by now; absent for money
  std::optional<Projection> projection;
  std::optional<double> p_reach;
  std::optional<Grade> grade;  ///< absent below all of them, or when excused
  PaceState state = PaceState::too_early;
};

/// What a day of the period counted, and what is known of the rate.
struct PaceFacts {
  std::map<Day, std::int64_t> counted_by_day;
  PacePrior prior;                 ///< when there is no outlook
  std::optional<Outlook> outlook;  ///< from the past weeks of the rep and of the team
  bool money = false;              ///< minor units, and not things
};

/// What a pace follows from, of one rep or of several together.
struct PaceParts {
  Proration proration;
  std::int64_t counted = 0;
  WorkingDays working_days;
  double expected_by_now = 0;
  ReachInput reach;
  Period asked;                  ///< from the first day that asks to the last one
  std::optional<Coming> coming;  ///< what is to come, where more is known than by `reach`
  bool money = false;
};

/// Returns the codes of reach.h.
[[nodiscard]] Result<Pace> pace_from(const PaceParts& parts, Day today);

/// The highest grade that so much reaches; none when excused.
[[nodiscard]] std::optional<Grade> grade_of(const Proration& asked, std::int64_t counted);

[[nodiscard]] WorkingDays working_days(const std::vector<QuotaDay>& days, const WorkTime& time, PaceMoment moment);

/// Days that a rate is measured by, and what is left of them.
[[nodiscard]] ReachInput reach_input(const std::vector<QuotaDay>& days, const WorkTime& time, const PaceFacts& facts,
                                     std::int64_t amount, PaceMoment moment);

/// What is still to come of the days that ask.
[[nodiscard]] std::vector<DayToCome> days_to_come(const std::vector<QuotaDay>& days, const WorkTime& time,
                                                  PaceMoment moment);

/// REQUIRES: counted_by_day lies in the days. Returns the codes of reach.h.
[[nodiscard]] Result<Pace> pace_of(const std::vector<QuotaDay>& days, const WorkTime& time, const PaceFacts& facts,
                                   PaceMoment moment);

/// Which part of the day's work is done, 0 to 1.
[[nodiscard]] double share_gone(const QuotaDay& day, const WorkTime& time, PaceMoment moment);

/// Which part of the time that the rep is there is gone, whatever a quota excuses.
[[nodiscard]] double share_there(const WorkDay& there, const WorkTime& time, PaceMoment moment);

/// Working minutes as full-time days of this calendar.
[[nodiscard]] double full_time_days(const WorkingCalendar& calendar, double minutes);

}  // namespace paceline
