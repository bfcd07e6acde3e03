// SPDX-License-Identifier: Apache-2.0
// How good a forecast of a number was, once the number is known. Smaller is better; each is proper: honesty pays.
//
// CRPS of a normal forecast: s [z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi)], z = (y - m) / s; s = 0: |y - m|. Of an
// ensemble x_1..x_m: mean |x_i - y| - sum_ij |x_i - x_j| / (2 m^2); fair: 2 m (m - 1) in place of 2 m^2.
// Pinball of a quantile q_t: (y - q) t where y >= q, else (q - y)(1 - t). Interval score of a central interval with the
// level 1 - a: (high - low) + (2 / a) (low - y)+ + (2 / a) (y - high)+.
// Difference of two forecasts: the mean over periods of a_i - b_i, with an interval by drawing whole periods again with
// return (what was sold within one period shares its shocks), by seed.
// Units and range: the unit of the forecast; finite numbers, s >= 0, 0 < t < 1.
// Source: Gneiting and Raftery 2007, JASA 102:359-378; Ferro 2014 (fair); Efron and Tibshirani 1993 (bootstrap).
// Worked example: normal (0, 1), y 0: 0.233695; ensemble 80 95 100 102 110 130, y 105: 3.9167, fair 2.2667; interval 80
// to 125 at 80 %, y 130: 45 + 10 x 5 = 95. Cost: a sort.
#pragma once

#include <optional>
#include <span>

#include "stats/interval.h"

namespace paceline::stats {

/// Each returns "stats.value.out_of_range", and those of a list "stats.counts.empty".
[[nodiscard]] Result<double> crps_normal(double mean, double deviation, double outcome);

struct EnsembleScore {
  double crps = 0;
  std::optional<double> fair;  ///< absent with one member
};
[[nodiscard]] Result<EnsembleScore> crps_ensemble(std::span<const double> members, double outcome);

/// Returns "stats.chance.out_of_range" too.
[[nodiscard]] Result<double> pinball_loss(double level, double quantile, double outcome);
/// Returns "stats.chance.out_of_range" or "stats.value.out_of_range" (also where low is above high).
[[nodiscard]] Result<double> interval_score(double low, double high, double level, double outcome);

struct ScoreDifference {
  double mean = 0;
  Interval around;
};
/// Of the scores of two forecasts of the same periods. Returns "stats.counts.empty", "stats.lengths.differ",
/// "stats.value.out_of_range", "stats.confidence.out_of_range" or "stats.count.out_of_range" (draws: 1 to 1e6).
[[nodiscard]] Result<ScoreDifference> difference_by_period(std::span<const double> a, std::span<const double> b,
                                                           std::int64_t draws, std::uint64_t seed,
                                                           double confidence = kUsualConfidence);

}  // namespace paceline::stats
