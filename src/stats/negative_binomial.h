// SPDX-License-Identifier: Apache-2.0
// Counts whose average itself is uncertain: the negative binomial, which is a Poisson count with a gamma-distributed
// rate.
//
// With shape r and mean m: variance m + m^2 / r; P(X >= t) = I(m / (r + m); t, r), the regularised incomplete beta.
// A rate that is Gamma(shape a, rate b) over an exposure R gives shape a and mean a R / b.
// Range: 0 < shape <= 1e300, 0 <= mean <= 1e300 (0: always the count 0); at_least up to 2^53, and 0 or less is certain.
// Source: Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, ch. 2.6; Cameron and Trivedi 2013, ch. 3 (NB2).
// Worked example: shape 1, mean 1 (the geometric with 1/2): P(X >= 3) = 1/8, the median is 0 and the 90 % quantile 3.
#pragma once

#include "stats/limits.h"

namespace paceline::stats {

struct NegativeBinomial {
  double shape = 1;
  double mean = 0;
};

/// P(X >= at_least). Returns "stats.mean.out_of_range", "stats.shape.out_of_range" or "stats.count.out_of_range"
/// (at_least above 2^53), or "stats.result.out_of_range" where shape and mean are too far apart for a double.
[[nodiscard]] Result<double> negative_binomial_tail(NegativeBinomial counts, std::int64_t at_least);

/// The smallest count x with P(X <= x) >= chance. Returns the codes above, "stats.chance.out_of_range", or
/// "stats.result.out_of_range" (above 2^53).
[[nodiscard]] Result<std::int64_t> negative_binomial_quantile(NegativeBinomial counts, double chance);

}  // namespace paceline::stats
