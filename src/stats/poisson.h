// SPDX-License-Identifier: Apache-2.0
// Counts that come one by one at a known average: the Poisson distribution.
//
// P(X = j) = exp(-mean) mean^j / j!; P(X >= m) = P(m, mean), the regularised lower incomplete gamma.
// Range: 0 <= mean <= 1e300, a mean of 0 always gives the count 0; at_least up to 2^53, and 0 or less is certain.
// Source: Johnson, Kemp, Kotz, Univariate Discrete Distributions, 3rd ed. 2005, ch. 4.
// Worked example: mean 2: P(X >= 1) = 1 - exp(-2) = 0.8646647168, and the 10 % and 90 % quantiles are 0 and 4.
#pragma once

#include "stats/limits.h"

namespace paceline::stats {

/// P(X >= at_least). Returns "stats.mean.out_of_range" or, for at_least above 2^53, "stats.count.out_of_range".
[[nodiscard]] Result<double> poisson_tail(double mean, std::int64_t at_least);

/// The smallest count x with P(X <= x) >= chance. Returns "stats.mean.out_of_range", "stats.chance.out_of_range" or
/// "stats.result.out_of_range" (above 2^53).
[[nodiscard]] Result<std::int64_t> poisson_quantile(double mean, double chance);

}  // namespace paceline::stats
