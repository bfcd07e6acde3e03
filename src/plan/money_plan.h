// SPDX-License-Identifier: Apache-2.0
// How many dials an amount of money needs, when sales differ in size and the rate is uncertain.
//
// The number K of sales of n dials is beta-binomial with the rate's Beta (stats/beta_binomial.h); sizes are independent
// with probabilities f_j of j units. P(money >= wanted) = sum_k P(K = k) t_k, t_k = P(V_1 + ... + V_k >= wanted), by
// convolving the sizes below `wanted` only; no simulation. The plan is the smallest n with that >= chance.
// Units and range: any unit of money, wanted 0 to 100,000 units; f sums to 1 within 1e-9 and is not all at size 0; up
// to 10^6 dials. Sizes do not depend on how many sales there are. Source: Johnson, Kemp, Kotz 2005, ch. 9 (stopped
// sums). Worked example: all sales of size 1 and 5 units wanted is the plan for 5 sales: after 5 of 1500, 2309 dials
// for 80 %. When sales are 1 or 9 with 1/2 each, the same 25 units on average need more dials than 5 sales of 5. Cost:
// wanted x sizes for each k that is not certain; then the terms of each number of dials that is asked.
#pragma once

#include <span>

#include "plan/dials.h"
#include "stats/beta_binomial.h"

namespace paceline {

inline constexpr std::int64_t kMostMoneyDials = 1'000'000;

/// Returns the codes of stats::check_beta and stats::check_weights, "plan.wanted.out_of_range",
/// "stats.chance.out_of_range", "stats.probability.zero" (every sale is of size 0) or "plan.dials.out_of_range".
[[nodiscard]] Result<DialsForChance> dials_for_money(stats::Beta rate, std::span<const double> sizes,
                                                     std::int64_t wanted, double chance);

}  // namespace paceline
