// SPDX-License-Identifier: Apache-2.0
// What it would bring to become better at one step: the same effort on each step, one at a time.
//
// A factor g on the odds of a step turns its rate p into g p / (1 + (g - 1) p), a lift of g / (1 + (g - 1) p): an equal
// gain of odds pays most at the lowest rate, and a step at p = 1 gains nothing. The dials for an average of `wanted`
// sales are wanted / (end-to-end rate x lift); for a chance: the smallest n of stats/binomial.h with that rate.
// Units and range: counts of a finished group that reached its end, 0 to 2^53; 0 < g <= 1e6; 0 < chance < 1.
// Source: SCIENCE section 1, by arithmetic.
// Worked example: 1500, 1000, 20, 15, 10, 5, 5 wanted, g = 1.1: the second step rises from 0.02 to 0.021956, and 80 %
// need 1836 dials in place of 2015, 179 fewer; the third step only 45.
#pragma once

#include <span>
#include <vector>

#include "stats/limits.h"

namespace paceline {

struct BetterStep {
  double new_rate = 0;
  double lift = 1;
  double dials_on_average = 0;
  std::int64_t dials = 0;
  std::int64_t dials_saved = 0;
};

/// One for each step. Returns the codes of funnel_rates, "plan.wanted.out_of_range", "plan.rate.zero" (nobody reached
/// the end), "stats.value.out_of_range" (the factor), "stats.chance.out_of_range" or "plan.dials.out_of_range".
[[nodiscard]] Result<std::vector<BetterStep>> better_steps(std::span<const std::int64_t> counts, std::int64_t wanted,
                                                           double factor, double chance = 0.8);

}  // namespace paceline
