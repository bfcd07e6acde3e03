// SPDX-License-Identifier: Apache-2.0
// Patterns in a log that deserve a look: a rush at the end, results just above the quota, many very short calls.
//
// Burst: k of n activities fell into the last d of D working days; p = P(Bin(n, d / D) >= k), ratio (k / n) / (d / D).
// Caliper: a results just above the quota, b just below; p = P(Bin(a + b, 1/2) >= a).
// Short calls: k of n against the peers': P(rate > peers' rate) with Jeffreys' priors, and Fisher's exact p, two-sided.
// A figure opens a review, never a verdict, and only after all reps x tests were adjusted for many
// (stats/many_tests.h). Range: counts 0 to 2^53 (short calls to 10^9), 1 <= d <= D. Without activities the ratio is
// absent; p over nothing is 1. Source: Gerber and Malhotra 2008, Quarterly J. of Political Science 3:313-326 (caliper);
// Fisher 1935; SCIENCE section 11. Worked example: 30 of 100 in the last 3 of 21 days: p 0.0000424, 2.1 times; 14 above
// and 3 below: 0.00636; 48 short of 120 against 180 of 1000: 0.99999993.
#pragma once

#include <optional>

#include "stats/limits.h"

namespace paceline {

struct Burst {
  double p = 1;
  std::optional<double> ratio;
};
/// Returns the codes of stats::binomial_tail, "stats.successes.out_of_range" or "stats.exposure.out_of_range" (days).
[[nodiscard]] Result<Burst> burst_at_end(stats::Tally last_of_all, std::int64_t last_days, std::int64_t all_days);

/// Returns "stats.count.out_of_range".
[[nodiscard]] Result<double> caliper_p(std::int64_t above, std::int64_t below);

struct ShortCalls {
  double p_above_peers = 0;
  double fisher_two_sided = 1;
};
/// Returns the codes of stats/compare_rates.h.
[[nodiscard]] Result<ShortCalls> short_calls(stats::Tally own, stats::Tally peers);

}  // namespace paceline
