// SPDX-License-Identifier: Apache-2.0
#include "plan/better_step.h"

#include <algorithm>

#include "funnel/rates.h"
#include "plan/dials.h"
#include "stats/binomial.h"

namespace paceline {

Result<std::vector<BetterStep>> better_steps(std::span<const std::int64_t> counts, std::int64_t wanted, double factor,
                                             double chance) {
  PACELINE_TRY(const FunnelRates rates, funnel_rates(counts));
  if (!(factor > 0 && factor <= 1e6)) return fail(Fault::invalid, "stats.value.out_of_range", "/factor");
  const stats::Tally all{.successes = counts.back(), .trials = counts.front()};
  if (all.successes == 0) return fail(Fault::invalid, "plan.rate.zero", "/counts");
  PACELINE_TRY(const DialsForChance now, dials_known(all, wanted, chance));
  std::vector<BetterStep> steps;
  for (const auto& rate : rates.steps) {
    BetterStep step;
    step.lift = factor / (1 + (factor - 1) * *rate);
    step.new_rate = *rate * step.lift;
    const double sale_rate = *rates.end_to_end * step.lift;
    step.dials_on_average = static_cast<double>(wanted) / sale_rate;
    const auto dials = stats::smallest_trials(std::min(sale_rate, 1.0), wanted, chance);
    if (!dials) return fail(Fault::invalid, "plan.dials.out_of_range");
    step.dials = *dials;
    step.dials_saved = now.dials - step.dials;
    steps.push_back(step);
  }
  return steps;
}

}  // namespace paceline
