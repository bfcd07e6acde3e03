// SPDX-License-Identifier: Apache-2.0
// Feast or famine: what the starts of each week will bring in the weeks to come.
//
// With x_s starts in week s, conversion c and the share f_t of sales that close t weeks after their start, week t
// expects lambda_t = sum_s x_s c f_(t - s) sales, which come as Poisson: none with e^-lambda, at most one with (1 +
// lambda) e^-lambda. Mean lag: sum t f_t; lag quantile: the first t with f_0 + ... + f_t >= q. Units and range: weeks
// from 0; starts 0 or more; 0 <= c <= 1; f sums to 1 within 1e-6; up to 10,000 weeks. Source: the M/G/infinity queue
// (Eick, Massey, Whitt 1993, Management Science 39:241-252); SCIENCE section 5. Worked example: 20, 20, 20, 5, 5, 5, 20
// x 4 starts, c 0.15, f = 0, .05, .15, .25, .2, .15, .1, .06, .04: week 7 expects 1.53 sales and none with 0.2165; mean
// lag 3.99, half are closed after 4 weeks, 8 of 10 after 5. Cost: weeks x lags.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "stats/limits.h"

namespace paceline {

struct WeekOfSales {
  double expected = 0;
  double p_none = 1;
  double p_at_most_one = 1;
};

struct Flow {
  std::vector<WeekOfSales> weeks;
  double mean_lag = 0;
  std::int64_t lag_q50 = 0, lag_q80 = 0;
};

/// Returns "stats.value.out_of_range" (starts), "stats.probability.out_of_range" (conversion, lags),
/// "stats.weights.not_one" (lags), "stats.counts.empty" (no lags) or "stats.count.out_of_range" (weeks).
[[nodiscard]] Result<Flow> flow_of(std::span<const double> starts, std::span<const double> lags, double conversion,
                                   std::int64_t weeks);

/// How many more starts this week lift the sales that are expected `lag` weeks from now by `gap`; absent when f of that
/// lag is below 0.001: new starts cannot save that week. Returns "stats.value.out_of_range" or the codes above.
[[nodiscard]] Result<std::optional<double>> starts_to_close(double gap, std::int64_t lag, std::span<const double> lags,
                                                            double conversion);

}  // namespace paceline
