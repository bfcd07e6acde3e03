// SPDX-License-Identifier: Apache-2.0
// How far the difference of two rates may be from what was counted: k1 of n1 less k2 of n2.
//
// Newcombe's hybrid score interval: with p = k / n and (l, u) the Wilson interval of each,
//   low  = p1 - p2 - sqrt((p1 - l1)^2 + (u2 - p2)^2)
//   high = p1 - p2 + sqrt((u1 - p1)^2 + (p2 - l2)^2)
// Units and range: -1 to 1; the two groups have nobody in common. Source: Newcombe 1998, Statistics in Medicine
// 17:873-890, method 10. Worked example (his table II, a): 56 of 70 less 48 of 80 is 0.2, 0.0524 to 0.3339.
#pragma once

#include "stats/interval.h"

namespace paceline::stats {

struct RateDifference {
  double value = 0;
  Interval interval;
};

/// Returns the codes of check_confidence, then of check_tally.
[[nodiscard]] Result<RateDifference> rate_difference(Tally first, Tally second, double confidence = kUsualConfidence);

}  // namespace paceline::stats
