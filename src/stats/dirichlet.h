// SPDX-License-Identifier: Apache-2.0
// The shares of several outcomes of one thing (a dial ends in one of five ways), and how sure they are.
//
// With counts c_i and prior masses d_i (1/2 each where nothing is known) the shares are Dirichlet with A_i = c_i + d_i,
// A = sum A_i: mean A_i / A, variance A_i (A - A_i) / (A^2 (A + 1)), covariance -A_i A_j / (A^2 (A + 1)). One share
// alone is Beta(A_i, A - A_i), and its number in the next n is beta-binomial.
// Range: at least two outcomes, counts 0 to 2^53, masses above 0 and up to 1e12.
// Source: Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, ch. 3.4.
// Worked example: 500, 620, 300, 60, 20 with 1/2 each: the fifth share is 20.5 / 1502.5 = 0.01364, 0.00842 to 0.02009;
// the next 300 bring at least 3 of it with 0.7503.
#pragma once

#include <span>
#include <vector>

#include "stats/beta_binomial.h"

namespace paceline::stats {

struct Shares {
  std::vector<double> masses;  ///< A_i
  std::vector<double> mean;
  std::vector<double> deviation;  ///< the square root of the variance
  [[nodiscard]] double total() const;
  /// What is known of one share alone. REQUIRES: outcome < mean.size().
  [[nodiscard]] Beta share(std::size_t outcome) const;
  /// The same. Returns "stats.count.out_of_range" where there is no such outcome.
  [[nodiscard]] Result<Beta> checked_share(std::int64_t outcome) const;
  /// REQUIRES: two different outcomes.
  [[nodiscard]] double covariance(std::size_t one, std::size_t other) const;
};

/// Returns "stats.counts.empty" (fewer than two outcomes), "stats.lengths.differ", "stats.count.out_of_range" or
/// "stats.shape.out_of_range" (a mass).
[[nodiscard]] Result<Shares> shares_of(std::span<const std::int64_t> counts, std::span<const double> prior);

}  // namespace paceline::stats
