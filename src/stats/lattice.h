// SPDX-License-Identifier: Apache-2.0
// The distribution of a sum of things that come or do not come: wins of different sizes, or a random number of them.
//
// Lump i adds size v_i with probability p_i, independent of the others. On a lattice with unit u, the greatest common
// divisor of the sizes: d <- (1 - p) d + p shift(d, v / u), exact; ends below 1e-18 are trimmed.
// Where that would take more than kDirectCells steps the sum has so many lumps that its characteristic function
// phi(w) = prod (1 - p + p e^(i w v)) dies within some dozen frequencies; P(X <= x) is then its Fourier series over a
// window of mean +- 10 standard deviations and the largest lump, on 4096 cells. It is within 1e-6; what lies closer
// together than a cell is smoothed. When phi does not die, or comes alive again (few lumps decide, or many sizes are
// nearly multiples of one), sizes are spread over two neighbouring cells of a coarser lattice, which keeps the mean
// exactly and moves no value by more than one cell. Random number: N ~ Poisson(lambda) things of size j with f_j
// (Panjer): g_0 = e^(-lambda (1 - f_0)), g_s = (lambda / s) sum_j j f_j g_(s - j); a large lambda is halved until
// e^-lambda is a number, then doubled by convolution. Left out beyond where 1e-16 is missing. Range: sizes 0 to 2^53 in
// sum, 0 <= p <= 1, 0 <= lambda <= 1e5, sum f = 1 within 1e-9. Source: Hong 2013, CSDA 59:41-51; Panjer 1981, ASTIN
// Bulletin 12:22-26; Davies 1973, Biometrika 60:415-417. Worked example: sizes 1 and 2 with 1/2 each: 0, 1, 2, 3 with
// 1/4 each. Five lumps of 1 with 0.1 to 0.5: none 0.1512. Cost: lumps x cells, or lumps x frequencies (10,000 lumps:
// about a millisecond).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "stats/limits.h"

namespace paceline::stats {

struct Lump {
  std::int64_t size = 0;
  double probability = 0;
};

inline constexpr std::int64_t kDirectCells = 20'000'000;

/// mass[i] is the probability of first + i unit; of a smooth one, of what lies above first + (i - 1) unit and up to
/// first + i unit.
struct Distribution {
  std::int64_t first = 0;
  std::int64_t unit = 1;
  bool smooth = false;
  std::int64_t step = 1;  ///< how far apart the values of a smooth one are within a cell
  std::vector<double> mass{1};

  [[nodiscard]] double mean() const;
  [[nodiscard]] double variance() const;
  /// P(X >= x): the small tail is summed by itself, so it keeps its digits.
  [[nodiscard]] double at_least(std::int64_t x) const;
  /// The smallest value (of a smooth one: cell end) with P(X <= x) >= chance. REQUIRES: 0 < chance <= 1.
  [[nodiscard]] std::int64_t quantile(double chance) const;
  /// The mean of what is missing to x: E max(0, x - X).
  [[nodiscard]] double shortfall(std::int64_t x) const;
};

/// Returns "stats.probability.out_of_range" or "stats.count.out_of_range".
[[nodiscard]] Result<Distribution> sum_of(std::span<const Lump> lumps);

/// How many of these come. Unlike a sum it is not trimmed: a place for every number from 0 to all. Returns
/// "stats.probability.out_of_range" or "stats.count.out_of_range" (more than 20,000).
[[nodiscard]] Result<Distribution> number_of_successes(std::span<const double> probabilities);

/// sizes[j] is the probability of size j. Returns "stats.mean.out_of_range" (lambda), "stats.counts.empty",
/// "stats.probability.out_of_range", "stats.weights.not_one" or "stats.result.out_of_range" (too many cells).
[[nodiscard]] Result<Distribution> compound_poisson(double lambda, std::span<const double> sizes);

/// The same on cells of another width, which end at `first` and every `unit` after it: a smooth cell is spread evenly,
/// a single value over the two ends around it, which keeps the mean. REQUIRES: unit > 0.
[[nodiscard]] Distribution regridded(const Distribution& d, std::int64_t first, std::int64_t unit);

/// The sum of two independent values; with a smooth one on its cells. Returns "stats.result.out_of_range" (too many
/// cells).
[[nodiscard]] Result<Distribution> sum_of_both(const Distribution& a, const Distribution& b);

/// The one or the other, smooth ones on the narrowest of their cells; with weights that sum to 1 within 1e-9. Returns
/// "stats.counts.empty", "stats.lengths.differ", "stats.probability.out_of_range", "stats.weights.not_one" or
/// "stats.result.out_of_range" (too many cells).
[[nodiscard]] Result<Distribution> mixture_of(std::span<const Distribution> parts, std::span<const double> weights);

/// Returns "stats.weights.not_one" unless probabilities sum to 1 within 1e-9, or "stats.probability.out_of_range".
[[nodiscard]] Result<void> check_weights(std::span<const double> weights);

}  // namespace paceline::stats
