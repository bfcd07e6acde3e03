// SPDX-License-Identifier: Apache-2.0
// A rate in which what happened lately speaks louder.
//
// Periods with k_i of n_i that ended age_i ago weigh w_i = 2^(-age_i / half_life): k = sum w_i k_i, n = sum w_i n_i,
// rate k / n, with Jeffreys' interval for these k and n (stats/interval.h). n is what the periods together are worth
// now. Units and range: age and half-life in the same unit (weeks); age 0 or more, half-life above 0; tallies of 0 to
// 2^53 trials. A rate over nothing, and over trials so old that their weight is 0, is absent with its interval. Source:
// Ibrahim and Chen 2000, Statistical Science 15:46-60 (power prior). Worked example: 3/20, 2/18, 4/25, 1/15 of 0, 13,
// 26, 39 weeks ago, half-life 13: 3 + 1 + 1 + 0.125 = 5.125 of 37.125: 0.1380, between 0.0554 and 0.2745.
#pragma once

#include <optional>
#include <span>

#include "stats/interval.h"

namespace paceline {

struct AgedTally {
  stats::Tally tally;
  double age = 0;
};

struct RecentRate {
  double successes = 0;
  double trials = 0;
  std::optional<double> rate;
  std::optional<stats::Interval> around;
};

/// Returns the codes of check_tally but for a tally without trials, "stats.value.out_of_range" (an age, the half-life)
/// or "stats.confidence.out_of_range".
[[nodiscard]] Result<RecentRate> recent_rate(std::span<const AgedTally> periods, double half_life,
                                             double confidence = stats::kUsualConfidence);

}  // namespace paceline
