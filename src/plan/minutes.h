// SPDX-License-Identifier: Apache-2.0
// How much time a number of dials takes, all steps of the funnel together.
//
// An item that comes to step i costs pass_i minutes when it passes and fail_i when it stops there. With reach_i = the
// product of the rates before: part_i = reach_i (p_i pass_i + (1 - p_i) fail_i); minutes per dial = sum part_i; for n
// dials the mean is n times that. The spread: a dial stops at step i with reach_i (1 - p_i) after the passes before it,
// or passes all; the variance of that one path times n (dials do not depend on each other).
// Units and range: minutes 0 to 1e6; counts of a finished group; a step that nobody reached costs nothing.
// Source: arithmetic; SCIENCE section 1.
// Worked example: 1500, 1000, 20, 15, 10, 5 with 0.5/0.25, 0.75/0.5, 4/6, 3/5, 30/60 minutes: 1.246667 per dial, 374
// per sale; 2015 dials take 2512.03 minutes, give or take 213.14 (one standard deviation).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "stats/limits.h"

namespace paceline {

struct StepMinutes {
  double fail = 0;
  double pass = 0;
};

struct SellingMinutes {
  std::vector<double> parts_per_dial;
  double per_dial = 0;
  double deviation_per_dial = 0;
  std::optional<double> per_sale;  ///< absent without a sale

  /// Of so many dials. REQUIRES: 0 <= dials <= 2^53.
  [[nodiscard]] double mean(double dials) const { return dials * per_dial; }
  [[nodiscard]] double deviation(double dials) const;
};

/// Returns the codes of funnel_rates, "stats.lengths.differ" (a pair for each step) or "stats.value.out_of_range".
[[nodiscard]] Result<SellingMinutes> selling_minutes(std::span<const std::int64_t> counts,
                                                     std::span<const StepMinutes> minutes);

}  // namespace paceline
