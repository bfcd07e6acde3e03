// SPDX-License-Identifier: Apache-2.0
// Whether daily counts vary more than chance alone would make them, by how much, and what that does to a sum of days.
//
// For n counts x with mean m and sample variance s^2 (divisor n - 1):
//   statistic D = (n - 1) s^2 / m, and p = P(chi2(n - 1) >= D) if the counts were Poisson;
//   NB2 with variance m + m^2 / k: by moments k = m^2 / (s^2 - m); by maximum likelihood, with its mean held at m, the
//   k that solves sum_i [psi(x_i + k) - psi(k)] = n ln(1 + m / k); the sum of d days is negative binomial with shape d
//   k and mean d m.
// Range: at least one count, each 0 to 2^53. A finite k exists only if the counts are over-dispersed: s^2 > m for
// moments, (n - 1) s^2 / n > m for maximum likelihood; otherwise k is infinite, which is Poisson, and is left absent.
// Source: Fisher 1950 (D); Cameron and Trivedi, Regression Analysis of Count Data, 2013, ch. 3.3; Anscombe 1950.
// Worked example: 62 71 55 48 80 66 59 75 40 68: mean 62.4, s^2 151.378, D 21.833 (p 0.00942), k 43.761 by moments and
// 48.567 by likelihood; five such days reach 330 with 0.25197, where Poisson would say 0.16083.
#pragma once

#include <optional>
#include <span>

#include "stats/limits.h"

namespace paceline::stats {

struct Dispersion {
  double mean = 0;
  std::optional<double> variance;       ///< absent with a single count
  std::optional<double> statistic;      ///< D; absent with a single count or when all counts are 0
  std::optional<double> p_value;        ///< of D; small: more spread than chance alone
  std::optional<double> shape_moments;  ///< k; absent: infinite, no more spread than Poisson
  std::optional<double> shape;          ///< k by maximum likelihood; absent: infinite (also beyond 1e9 times 1 + mean)
};

/// Returns "stats.counts.empty" or "stats.count.out_of_range" with the place of the first such count.
[[nodiscard]] Result<Dispersion> dispersion_of(std::span<const std::int64_t> counts);

/// The same days as if they varied no more than Poisson.
[[nodiscard]] Dispersion as_poisson(Dispersion daily);

/// P(the sum of `days` such days >= at_least): negative binomial with the fitted shape, Poisson where that is absent.
/// Returns "stats.exposure.out_of_range" unless `days` is finite and not negative, and the codes of
/// negative_binomial_tail.
[[nodiscard]] Result<double> sum_tail(const Dispersion& daily, double days, std::int64_t at_least);

}  // namespace paceline::stats
