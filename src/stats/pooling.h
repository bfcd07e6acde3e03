// SPDX-License-Identifier: Apache-2.0
// Who is good and which source is good, told apart: reps with different mixes of sources, each effect pulled to the
// middle.
//
// k of n in a cell with rep r and source s: logit p = mu + u_r + v_s, u ~ N(0, tau_rep^2), v ~ N(0, tau_source^2), mu
// free. The effects are the mode of the penalised likelihood, found by Newton's method with damping (LDLT); their
// standard errors come from the inverse of its second derivatives there (Laplace). A rep's rate standardised to the
// team's mix is sum_s w_s / (1 + exp(-(mu + u_r + v_s))), w_s the source's share of all trials.
// Range: at least one trial, not all of them successes and not all failures (mu has no mode then); up to 150 reps and
// 150 sources; tau above 0. Cells of one rep and source add up.
// Source: Gelman and Hill, Data Analysis Using Regression and Multilevel Models, 2007, ch. 12 and 14.
// Worked example: three reps, sources warm and cold: 18/30 and 12/120, 55/100 and 4/50, 9/20 and 3/80. Raw 0.20, 0.393,
// 0.12; standardised 0.277, 0.254, 0.208: the second was only given better leads.
// Cost: about 6 to 10 steps of (reps + sources)^3 / 3.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "stats/limits.h"

namespace paceline::stats {

struct PoolCell {
  std::int64_t rep = 0;
  std::int64_t source = 0;
  Tally tally;
};

struct PoolSpread {
  double rep = 0.4;
  double source = 1.5;
};

struct Pooled {
  double middle = 0;                       ///< mu
  std::vector<double> rep;                 ///< u
  std::vector<double> rep_error;           ///< standard errors of u
  std::vector<double> source;              ///< v
  std::vector<std::optional<double>> raw;  ///< absent for a rep without trials
  std::vector<double> standardised;
};

/// Reps and sources are numbered from 0; the largest numbers say how many there are. Returns "stats.counts.empty" (no
/// trial at all), "stats.count.out_of_range" (too many reps or sources), the codes of check_tally but for a tally
/// without trials, "stats.value.out_of_range" (a tau) or "stats.outcomes.all_alike".
[[nodiscard]] Result<Pooled> pooled_effects(std::span<const PoolCell> cells, PoolSpread spread);

}  // namespace paceline::stats
