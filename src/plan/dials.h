// SPDX-License-Identifier: Apache-2.0
// How many dials a number of sales needs when the rate from dial to sale is taken as known.
//
// With rate p = sales / dials so far: the smallest n with P(Bin(n, p) >= wanted) >= chance. On average wanted / p dials
// are enough, which succeeds only about every other time.
// Units and range: counts 0 to 2^53; 0 < chance < 1. None wanted: no dial, and certain.
// Source: Johnson, Kemp, Kotz 2005, ch. 3; the reference case of docs/formulas/plan.md.
// Worked example: 5 sales of 1500 dials, 5 wanted: 2015 dials for 80 % (0.8000232; one fewer 0.7996808), 2744 for 95 %,
// 1500 on average, which succeed with 0.5598.
#pragma once

#include <optional>

#include "stats/limits.h"

namespace paceline {

struct DialsForChance {
  std::int64_t dials = 0;
  double chance = 0;                       ///< of reaching the wanted sales with so many
  std::optional<double> chance_one_fewer;  ///< shows that one fewer is not enough; absent at 0 dials
};

struct DialsOnAverage {
  double dials = 0;   ///< wanted / p
  double chance = 0;  ///< of reaching the wanted sales with so many, rounded up to whole dials
};

/// `rate` is sales (successes) of dials (trials). Each returns the codes of stats::check_tally,
/// "plan.wanted.out_of_range" (below 0 or above 2^53), "plan.rate.zero" (sales wanted, none ever made: no number is
/// known to be enough) or "plan.dials.out_of_range" (more than 2^53), and dials_known "stats.chance.out_of_range".
[[nodiscard]] Result<DialsForChance> dials_known(stats::Tally rate, std::int64_t wanted, double chance);
[[nodiscard]] Result<DialsOnAverage> dials_on_average(stats::Tally rate, std::int64_t wanted);

}  // namespace paceline
