// SPDX-License-Identifier: Apache-2.0
// A chance to end that falls with age because the quick ones go first: the shifted beta-geometric.
//
// Each item has its own constant chance per period, Beta(a, b) over items: open after t periods S(t) = B(a, b + t) /
// B(a, b), hazard of period t a / (a + b + t - 1). a and b by maximum likelihood from how many were open after 0, 1, 2,
// ... periods: sum d_t ln P(T = t) + n_T ln S(T), P(T = t) = B(a + 1, b + t - 1) / B(a, b); strength a + b from 0.001
// to 1e6 (1e6: all items alike). Range: counts that do not rise, at least two, with one loss at least and not all lost
// in the first period. Source: Fader and Hardie 2007, J. Interactive Marketing 21:76-90. Worked example: 1000, 631,
// 468, 382, 326: a 0.764, b 1.296; the hazard falls from 0.371 to 0.151 in the fourth period.
#pragma once

#include <optional>
#include <span>

#include "stats/beta_binomial.h"

namespace paceline::stats {

struct FadingHazard {
  Beta chance;
  double log_likelihood = 0;

  struct Period {
    double open = 1;               ///< S(t)
    std::optional<double> hazard;  ///< of period t; absent at t = 0
  };
  /// Returns "stats.count.out_of_range" unless 0 <= t <= 1e9.
  [[nodiscard]] Result<Period> at(std::int64_t period) const;
};

/// Returns "stats.counts.empty" (fewer than two), "stats.count.out_of_range", "stats.counts.rising" or
/// "stats.outcomes.all_alike" (no loss, or nothing left after the first period).
[[nodiscard]] Result<FadingHazard> fading_hazard(std::span<const std::int64_t> open);

}  // namespace paceline::stats
