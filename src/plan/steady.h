// SPDX-License-Identifier: Apache-2.0
// How much to start every week so that money and sales come evenly.
//
// Starts for the money: wanted / (conversion x value). Starts so that a week without any sale is rarer than 1 - p_ok:
// sales of a week are then Poisson with mean starts x conversion, so -ln(1 - p_ok) / conversion. The larger counts.
// What lies upstream: divide by each rate of the steps before, from the last one back. Units and range: money per week
// and per sale in the same unit, 0 or more and above 0; 0 < conversion <= 1; 0 <= p_ok < 1; 0 < rate <= 1. Source:
// Little 1961, Operations Research 9:383-387 (the steady state); Poisson. Worked example: 12,000 a week, 0.15, 5,000 a
// sale, 0.9: 16 starts for the money, 15.35 for no empty week, so 16; with the rates 0.02 and 2/3 before them 24, and
// 1,200 dials.
#pragma once

#include <span>
#include <vector>

#include "stats/limits.h"

namespace paceline {

struct SteadyInput {
  double wanted_per_week = 0;  ///< money
  double value = 1;            ///< money per sale
  double conversion = 1;       ///< of a start
  double p_ok = 0;             ///< the share of weeks that shall have a sale
};

struct Steady {
  double starts_for_money = 0;
  double starts_for_no_empty_week = 0;
  double starts = 0;
  std::vector<double> upstream;  ///< from the step before the starts to the first
};

/// `rates`: those of the steps before, in their order. Returns "stats.value.out_of_range" (money),
/// "stats.probability.out_of_range", "stats.probability.zero" or "stats.result.out_of_range".
[[nodiscard]] Result<Steady> steady_input(SteadyInput input, std::span<const double> rates);

}  // namespace paceline
