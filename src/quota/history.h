// SPDX-License-Identifier: Apache-2.0
// What the four weeks before a quota's period say of the rate: the prior of its pace.
//
//   days = full-time days of those weeks from the rep's first day on      b0 = min(5, days)
//   a0 = 0.5 + (counted / days) b0                                        (prior_from_history of reach.h)
// Every day that the rep was there is exposure, whether anything was counted on it or not: four empty weeks pull the
// rate down. A day of a ramp is worth its share (pace.h). Days
// before the rep had ever done anything are not: a rep who began last week is known by that week.
// Units and range: full-time days of the calendar, a half day is half a day; counts 0 to 2^53. A distinct count has no
// such history: who was new in an earlier period says little of who will be new in this one.
// Source: as reach.h; docs/formulas/pace.md.
// Worked example: 300 counted in four weeks of five days: Gamma(0.5 + 15 * 5, 5) = Gamma(75.5, 5). Nothing in four
// weeks: Gamma(0.5, 5). 75 by somebody who began on the last Monday: Gamma(75.5, 5) again; in five half days:
// Gamma(75.5, 2.5).
#pragma once

#include <optional>

#include "quota/reach.h"
#include "team/work_time.h"

namespace paceline {

struct PaceHistory {
  Period weeks;                  ///< history_before() the period
  std::optional<Day> rep_since;  ///< the rep's first day; absent: nothing was ever done before the period
  std::int64_t counted = 0;      ///< by the quota's rule, in those weeks
};

/// The 28 days before `start`, less where the calendar begins.
[[nodiscard]] Period history_before(Day start);

/// The default prior when the rep was not there, or had no working minute. Returns the codes of prior_from_history.
[[nodiscard]] Result<PacePrior> prior_of(const PaceHistory& history, const WorkTime& time);

}  // namespace paceline
