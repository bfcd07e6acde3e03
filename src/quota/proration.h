// SPDX-License-Identifier: Apache-2.0
// How much of a quota a period asks of somebody: amount x available working minutes / full-time working minutes.
//
// One exact fraction, rounded half up once. Each day uses the amount of the version of that day; the ramp's share of a
// day is part of its minutes. Units: minutes of work; amounts in whole things. Nothing to be worked: excused, amount 0.
// A period of no usual minutes (a daily quota on a moved Saturday) is measured by the calendar's longest usual day.
// Worked examples: 250 a week, five days of 480 minutes, one holiday: 250 * 1920 / 2400 = 200. Half time and that
// holiday: 100. A ramp of one half from Wednesday on: 250 * (960 + 720) / 2400 = 175.
#pragma once

#include <boost/describe/enum.hpp>
#include <vector>

#include "base/rounding.h"
#include "quota/quota_days.h"

namespace paceline {

/// before_start: the quota did not yet exist. not_asked: on these days it asked others. holiday: less time than usual.
/// moved_day: more. closing_day: the company's own. part_time: the rep's own week. not_employed: before the first day
/// or after the last. leave: absent. ramp: somebody new is asked a share.
BOOST_DEFINE_ENUM_CLASS(ProrationWhy, before_start, not_asked, holiday, moved_day, closing_day, part_time, not_employed,
                        leave, ramp)

struct ProrationPart {
  ProrationWhy why = ProrationWhy::holiday;
  std::int64_t minutes = 0;  ///< taken away when positive, added when negative
};

struct Proration {
  std::int64_t amount = 0;            ///< what is asked
  std::optional<std::int64_t> floor;  ///< when each day that asks has one
  std::optional<std::int64_t> stretch;
  std::int64_t amount_full = 0;  ///< what full time without any excuse would be asked
  std::int64_t minutes = 0;      ///< available in the period; those of a ramp are counted in full
  std::int64_t minutes_full = 0;
  std::vector<ProrationPart> parts;
  bool excused = false;  ///< not one working minute
};

[[nodiscard]] Proration prorate(const std::vector<QuotaDay>& days, const WorkingCalendar& calendar);

/// The plan: what should be done when the part `share_of_today` (0 to 1) of today's work is done, by the same fraction.
/// Rises from 0 at the start of the period to the exact (unrounded) quota at its end.
[[nodiscard]] double planned_until(const std::vector<QuotaDay>& days, const WorkingCalendar& calendar, Day today,
                                   double share_of_today);

}  // namespace paceline
