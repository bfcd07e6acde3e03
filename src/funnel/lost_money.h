// SPDX-License-Identifier: Apache-2.0
// What each step of the funnel costs in money against what peers make of it, fairly shared between the steps.
//
// With N who enter, a value V per sale, own rates r_i and benchmark rates b_i: v(S) = N V prod_(i in S) b_i
// prod_(others) r_i. The steps' shares of the gap v(all) - v(none) are Shapley values: phi_i = sum over S without i of
// |S|! (k - 1 - |S|)! / k! (v(S + i) - v(S)). They add up to the gap exactly. Negative: a strength. One at a time:
// v({i}) - v(none), which does not add up.
// On draws of the own rates from their posteriors (seed): the mean share, P(phi_i > 0), P(phi_i is the largest). List a
// step only where P(phi_i > 0) >= 0.9.
// Units and range: money in any unit; rates 0 to 1; 1 to 10 steps; N V up to 1e300; 1 to 100,000 draws.
// Source: Shapley 1953; SCIENCE section 6.3.
// Worked example: N 1500, 8000 a sale, own 2/3, .02, .75, 2/3, .5, peers .6, .05, .7, .75, .5: 40,000 against 94,500;
// shares -7209.72, 58479.17, -4709.72, 7940.28, 0. Cost: k 2^k; draws times that, and one beta quantile per step.
#pragma once

#include <span>
#include <vector>

#include "stats/beta_binomial.h"

namespace paceline {

struct LostMoney {
  double current = 0;
  double at_benchmark = 0;
  double gap = 0;
  std::vector<double> share;          ///< Shapley, adds up to the gap
  std::vector<double> one_at_a_time;  ///< does not
};

/// N V. Returns "stats.value.out_of_range" unless both are 0 or more and so is their product, up to 1e300.
[[nodiscard]] Result<double> money_at_stake(double entered, double value);

/// `worth`: N V. Returns "stats.count.out_of_range" (steps), "stats.lengths.differ", "stats.probability.out_of_range"
/// or "stats.value.out_of_range".
[[nodiscard]] Result<LostMoney> lost_money(double worth, std::span<const double> own,
                                           std::span<const double> benchmark);

struct LikelyLoss {
  double mean = 0;
  double p_loss = 0;     ///< P(phi > 0)
  double p_largest = 0;  ///< of all steps; ties go to the earlier one
};
/// Returns the codes above, those of stats::check_beta, or "stats.count.out_of_range" (draws).
[[nodiscard]] Result<std::vector<LikelyLoss>> likely_losses(double worth, std::span<const stats::Beta> own,
                                                            std::span<const double> benchmark, std::int64_t draws,
                                                            std::uint64_t seed);

}  // namespace paceline
