// SPDX-License-Identifier: Apache-2.0
// When a call that somebody logged by hand and a call record of a switchboard are one call.
//
// They are when rep, contact and kind are the same, the directions do not contradict each other, and the logged moment
// lies between 120 s before the record's call began and 120 s after it ended. A rep logs while it rings or right after
// hanging up; two minutes cover that and a clock that is a little off, and are too short for a second call with the
// same contact to be taken for the first one in most cases. Where several fit, the nearest beginning is meant.
//
// Worked example: a call logged at 10:00:00, and a record of 10:00:40, 90 s long: one call. A record of 10:02:01: two.
// One that began at 9:50:00 and took 600 s: one, it ended as the rep logged it.
#pragma once

#include "activity/activity.h"

namespace paceline {

inline constexpr std::int64_t kCallWindowSeconds = 120;

/// REQUIRES: exact times.
[[nodiscard]] bool is_same_call(const Activity& logged, const Activity& record);

}  // namespace paceline
