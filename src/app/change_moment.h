// SPDX-License-Identifier: Apache-2.0
// When a change of an activity becomes known: never before the activity itself and never before its earlier changes,
// whatever the clock says by now. Another server's clock, or this one's before somebody set it right, may have been
// ahead.
//
// Worked example: logged at 10:00 by a clock that was an hour ahead, voided at 9:05 by the right one: known at 10:00.
// A change known at 10:00, the next one at 9:06: known a microsecond after 10:00.
#pragma once

#include <algorithm>
#include <vector>

#include "activity/activity.h"

namespace paceline {

/// `changes`: those of the fact, in their order.
[[nodiscard]] inline Instant moment_of_change(Instant now, Instant fact_known_at,
                                              const std::vector<ActivityChange>& changes) {
  if (changes.empty()) return std::max(now, fact_known_at);
  return std::max(now, Instant(changes.back().known_at.microseconds() + 1));
}

}  // namespace paceline
