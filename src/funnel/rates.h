// SPDX-License-Identifier: Apache-2.0
// What share of a funnel goes on at each step, and how sure that is.
//
// For counts c_0 >= c_1 >= ... >= c_s of one finished cohort: step rate c_i / c_{i-1}; end to end c_s / c_0; per sale
// c_0 / c_s, how many at the first step for one at the last. Intervals: Jeffreys (stats/interval.h).
// Units and range: counts 0 to 2^53 of one unit (dials, contacts or accounts, not mixed). A rate over nothing is
// absent, never 0, and so is what stands for one sale when there is none. One count alone is a funnel without steps:
// all of those who began are at its end, so end to end is 1. Source: Brown, Cai, DasGupta 2001, Statistical Science
// 16:101-133 (the interval); the rates are plain division. Worked example: 1500, 1000, 20, 15, 10, 5: 0.6667, 0.02,
// 0.75, 0.6667, 0.5; end to end 0.003333, 300 per sale; the second step is 0.02 with 0.0127 to 0.0301 around it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "stats/interval.h"

namespace paceline {

struct FunnelRates {
  std::vector<std::optional<double>> steps;  ///< one fewer than the counts; absent where nothing entered
  std::optional<double> end_to_end;          ///< absent when nothing entered the funnel
  std::optional<double> per_sale;            ///< absent when nothing reached its end
};

struct FunnelIntervals {
  std::vector<std::optional<stats::Interval>> steps;
  std::optional<stats::Interval> end_to_end;
};

/// Returns invalid "funnel.counts.empty", "funnel.counts.out_of_range" (below 0 or above 2^53) or
/// "funnel.counts.rising" (more passed a step than entered it), with the place of the first such count.
[[nodiscard]] Result<FunnelRates> funnel_rates(std::span<const std::int64_t> counts);

/// Returns the codes above, or "stats.confidence.out_of_range".
[[nodiscard]] Result<FunnelIntervals> jeffreys_steps(std::span<const std::int64_t> counts,
                                                     double confidence = stats::kUsualConfidence);

}  // namespace paceline
