// SPDX-License-Identifier: Apache-2.0
// How much of a quota a period asks of somebody: amount x available working minutes / full-time working minutes.
//
// One exact fraction, rounded half up once. Each day uses the amount of the version of that day.
// Units: minutes of work; amounts in whole things. No working minute in the period: excused, amount 0.
// Worked example: 250 a week, five days of 480 minutes, one holiday: 250 * 1920 / 2400 = 200.
#pragma once

#include <boost/describe/enum.hpp>
#include <vector>

#include "base/rounding.h"
#include "base/working_calendar.h"
#include "quota/quota.h"

namespace paceline {

/// holiday: less time than usual; moved_day: more; before_start: the quota did not yet exist.
BOOST_DEFINE_ENUM_CLASS(ProrationWhy, holiday, moved_day, before_start)

struct ProrationPart {
  ProrationWhy why = ProrationWhy::holiday;
  std::int64_t minutes = 0;  ///< taken away when positive, added when negative
};

struct Proration {
  std::int64_t amount = 0;       ///< what is asked
  std::int64_t amount_full = 0;  ///< what full time without any holiday would be asked
  std::int64_t minutes = 0;      ///< available in the period
  std::int64_t minutes_full = 0;
  std::vector<ProrationPart> parts;
  bool excused = false;  ///< not one working minute
};

[[nodiscard]] Proration prorate(const Quota& quota, const WorkingCalendar& calendar, Period period);

/// The plan: what should be done when `minutes_of_today` minutes of `today` have gone by, by the same fraction.
/// Rises from 0 at the start of the period to the exact (unrounded) quota at its end.
[[nodiscard]] double planned_until(const Quota& quota, const WorkingCalendar& calendar, Period period, Day today,
                                   int minutes_of_today);

}  // namespace paceline
