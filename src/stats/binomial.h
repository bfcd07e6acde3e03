// SPDX-License-Identifier: Apache-2.0
// Successes of n independent trials with a known probability, and how many trials are enough.
//
// P(Bin(n, p) >= m) = I(p; m, n - m + 1), the regularised incomplete beta.
// Range: 0 <= p <= 1, 0 <= n <= 2^53; at_least of 0 or less is certain, more than n impossible.
// Source: Johnson, Kemp, Kotz, Univariate Discrete Distributions, 3rd ed. 2005, ch. 3.
// Worked example: p = 1/300: 2015 trials give at least 5 with 0.8000232 and 2014 with 0.7996808, so
// smallest_trials(1.0 / 300, 5, 0.8) == 2015.
#pragma once

#include "stats/limits.h"

namespace paceline::stats {

/// P(Bin(trials, probability) >= at_least). Returns "stats.probability.out_of_range" or "stats.count.out_of_range".
[[nodiscard]] Result<double> binomial_tail(std::int64_t trials, double probability, std::int64_t at_least);

/// The smallest n with P(Bin(n, probability) >= at_least) >= chance; 0 when at_least is 0 or less. Returns
/// "stats.probability.out_of_range", "stats.chance.out_of_range", "stats.count.out_of_range", "stats.probability.zero"
/// (no number of trials will do) or "stats.result.out_of_range" (above 2^53).
[[nodiscard]] Result<std::int64_t> smallest_trials(double probability, std::int64_t at_least, double chance);

}  // namespace paceline::stats
