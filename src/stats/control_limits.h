// SPDX-License-Identifier: Apache-2.0
// Within what limits the rates of a team lie if everybody were alike: the funnel plot, and what to do when they differ
// more.
//
// Limits for n trials at a common rate theta: r the smallest with P(Bin(n, theta) <= r) >= p, and
// a = (P(R <= r) - p) / P(R = r); limit (r - a) / n, held within 0 and 1, for p = alpha / 2 and 1 - alpha / 2.
// Over-dispersion of I reps: z_i = (k_i / n_i - theta) / sqrt(theta (1 - theta) / n_i); winsorised: held between their
// own quantiles w and 1 - w (linear between neighbours); phi = mean z_w^2. When I phi > I - 1, with
// v_i = n_i / (theta (1 - theta)): tau^2 = (I phi - (I - 1)) / (sum v - sum v^2 / sum v), else 0. The z that allows for
// it divides by sqrt(theta (1 - theta) / n_i + tau^2).
// Range: 0 < theta < 1, n 1 to 2^53, 0 <= w < 1/2, I >= 1 (with one rep tau^2 is 0).
// Source: Spiegelhalter 2005, Statistics in Medicine 24:1185-1202, sections 2.3 and A.1.1.
// Worked example: theta 0.25: 20 trials 0.0505 to 0.4294 at 95 %; the eight reps of the test: phi 1.9514, tau^2 0.0092.
#pragma once

#include <span>
#include <vector>

#include "stats/interval.h"

namespace paceline::stats {

/// Returns "stats.chance.out_of_range" (theta or alpha) or the codes of check_tally.
[[nodiscard]] Result<Interval> funnel_plot_limits(double theta, std::int64_t trials, double alpha);

struct Overdispersion {
  std::vector<double> z;            ///< as if everybody were alike but for chance
  std::vector<double> p_two_sided;  ///< of z
  double phi = 0;
  double tau2 = 0;
  std::vector<double> z_random;  ///< with the spread between reps allowed for
};

/// Returns "stats.counts.empty", the codes of check_tally, "stats.chance.out_of_range" (theta) or
/// "stats.probability.out_of_range" (w).
[[nodiscard]] Result<Overdispersion> overdispersion_of(std::span<const Tally> tallies, double theta, double winsorised);

/// The q-quantile of some values, linear between neighbours. REQUIRES: sorted and not empty, 0 <= q <= 1.
[[nodiscard]] double linear_quantile(std::span<const double> sorted, double q);

}  // namespace paceline::stats
