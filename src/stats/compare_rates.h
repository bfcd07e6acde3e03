// SPDX-License-Identifier: Apache-2.0
// Whether one rate is higher than another, when each is known from a tally.
//
// chance_first_higher = P(A > B), A ~ Beta(k1 + 1/2, n1 - k1 + 1/2) and B likewise (Jeffreys): the integral of A's
// density times B's distribution function, by Gauss-Legendre with 30 points in the angle t of x = sin^2 t, where no
// such density is infinite, on 21 pieces that end where either of the two bends. fisher_two_sided = the sum of all
// hypergeometric probabilities that are no larger than that of what was seen (within 1e-7 of it, so that ties count).
// Range: tallies of 1 to 10^9 trials (no trials: Beta(1/2, 1/2), nothing known; Fisher is then 1).
// Source: Gelman et al. 2013, ch. 2 (posterior); Fisher 1935; Agresti, Categorical Data Analysis, 2013, ch. 3.5.
// Worked example: 12 of 35 against 5 of 30: 0.9478; Fisher 0.1576. Equal tallies: 1/2 and 1.
// Cost: 630 evaluations of the incomplete beta; Fisher about the square root of the trials.
#pragma once

#include "stats/limits.h"

namespace paceline::stats {

inline constexpr std::int64_t kMostComparedTrials = 1'000'000'000;

/// Each returns the codes of check_tally (but takes a tally without trials), or "stats.count.out_of_range" above 10^9.
[[nodiscard]] Result<double> chance_first_higher(Tally first, Tally second);
[[nodiscard]] Result<double> fisher_two_sided(Tally first, Tally second);

/// P(rate > level) after the tally, with Jeffreys' prior. Returns the codes of check_tally and check_probability.
[[nodiscard]] Result<double> chance_above(Tally tally, double level);

}  // namespace paceline::stats
