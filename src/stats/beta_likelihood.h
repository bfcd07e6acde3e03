// SPDX-License-Identifier: Apache-2.0
// The beta distribution under which a list of observations is likeliest: the one fit behind shrinkage and behind rates
// that fade with age.
//
// Maximises L(a, b) = sum_i w_i [ln B(a + x_i, b + y_i) - ln B(a, b)] over the mean a / (a + b) and the strength a + b,
// the strength held within bounds: Newton's method on (logit mean, ln strength) with the exact first and second
// derivatives (digamma, trigamma), damped until each step climbs.
// Range: x_i, y_i >= 0, w_i > 0, sum of w_i x_i and of w_i y_i above 0 (else the mean runs to 0 or 1).
// Source: Johnson, Kemp, Kotz 2005, ch. 6.9.2 (likelihood); Nocedal and Wright, Numerical Optimization, 2006, ch. 3.4.
// Worked example: one observation of 1 success and 1 failure, the strength held at 2: a = b = 1.
// Cost: about 10 to 30 steps, each of at most 9 special functions per observation; whole numbers that lie near each
// other cost a division for each number between them instead.
#pragma once

#include <span>

#include "stats/beta_binomial.h"

namespace paceline::stats {

struct BetaTerm {
  double x = 0;
  double y = 0;
  double weight = 1;
};

struct Strength {
  double smallest = 2;
  double largest = 1e4;
};

/// L of above.
[[nodiscard]] double beta_log_likelihood(std::span<const BetaTerm> terms, Beta rate);

/// REQUIRES: the range above, 0 < smallest <= largest.
[[nodiscard]] Beta likeliest_beta(std::span<const BetaTerm> terms, Strength strength);

}  // namespace paceline::stats
