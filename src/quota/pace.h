// SPDX-License-Identifier: Apache-2.0
// Attainment against what the working calendar expects by now, where this pace ends, and the chance to reach the quota.
//
// Exposure is measured in full-time days: working minutes / minutes of the calendar's longest usual day.
//   expected_by_now = the plan of proration.h, today's share of the working hours included
//   pace_ratio = counted / expected_by_now      attainment = counted / amount
//   needed_per_day = (amount - counted) / days left
// Amount, plan, days and counted are all of worked_part(): what came before the quota does not count.
// The chance, projection and bands are those of reach.h (gamma-Poisson).
// Worked example: see tests/quota/pace_test.cpp: 250 calls a week, one holiday, Wednesday noon.
#pragma once

#include <boost/describe/enum.hpp>
#include <map>
#include <optional>

#include "quota/proration.h"
#include "quota/reach.h"

namespace paceline {

/// behind, on_pace, ahead: by the chance to reach it, under 40 %, to 80 %, over. made: reached. missed: the period
/// ended below. excused: no working minute. too_early: nothing known of the rate yet. not_started: the period, or the
/// quota in it, is to come.
BOOST_DEFINE_ENUM_CLASS(PaceState, not_started, too_early, behind, on_pace, ahead, made, missed, excused)

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
  CountBand band;  ///< where 8 of 10 who are exactly on plan are by now
  std::optional<Projection> projection;
  std::optional<double> p_reach;
  PaceState state = PaceState::too_early;
};

/// What a day of the period counted, and what an earlier stretch says of the rate.
struct PaceFacts {
  std::map<Day, std::int64_t> counted_by_day;
  PacePrior prior;
};

/// REQUIRES: counted_by_day lies in the period. Returns the codes of reach.h.
[[nodiscard]] Result<Pace> pace_of(const Quota& quota, const WorkingCalendar& calendar, Period period,
                                   const PaceFacts& facts, PaceMoment moment);

/// Working minutes as full-time days of this calendar.
[[nodiscard]] double full_time_days(const WorkingCalendar& calendar, std::int64_t minutes);

}  // namespace paceline
