// SPDX-License-Identifier: Apache-2.0
// Stages with constant chances to stay, to move on, to win: how likely a win is from each stage, and how long it takes.
//
// Q_ij is the chance per period to be in stage j after i, r_i that of winning from i; what is missing to 1 is lost.
// N = (I - Q)^-1 (partial pivoting): win = N r, periods until it is over = N 1; within h periods from a start:
// sum over t < h of (e Q^t) r, and still open e Q^h 1.
// Range: entries 0 or more, rows of Q with r up to 1; 1 to 200 stages. Every stage must be able to end.
// Source: Kemeny and Snell, Finite Markov Chains, 1960, ch. 3.
// Worked example: stay 0.6, 0.7, 0.75, on with 0.2 and 0.15, win 0.1 from the third: win 0.1, 0.2, 0.4; periods 5.17,
// 5.33, 4; from the second within 8 periods 0.1375 won, 0.1850 open. Cost: stages^3 / 3 + h stages^2.
#pragma once

#include <span>
#include <vector>

#include "stats/limits.h"

namespace paceline::stats {

struct Chain {
  std::vector<double> win;
  std::vector<double> periods;
};

struct ChainWithin {
  double won = 0;
  double open = 0;
};

/// Each returns "stats.counts.empty", "stats.count.out_of_range", "stats.lengths.differ" (not square),
/// "stats.probability.out_of_range" or "stats.chain.never_ends".
[[nodiscard]] Result<Chain> chain_of(const std::vector<std::vector<double>>& moves, std::span<const double> win);
/// `start` from 0. Periods up to 100,000.
[[nodiscard]] Result<ChainWithin> chain_within(const std::vector<std::vector<double>>& moves,
                                               std::span<const double> win, std::int64_t start, std::int64_t periods);

}  // namespace paceline::stats
