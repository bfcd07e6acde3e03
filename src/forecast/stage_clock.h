// SPDX-License-Identifier: Apache-2.0
// How long opportunities stay and how they end: the chance to be won in time, given that one is still open at its age.
//
// From stays with won, lost and open ones (stats/survival.h, Aalen-Johansen):
//   win within h at age a = (F_won(a + h) - F_won(a)) / S(a), lost likewise, open S(a + h) / S(a)
// Shares of closed ones only, and 1 - Kaplan-Meier with lost as censored, are told to be shown as wrong.
// Hazards per week, shrunken: h_c(t) = (d_c + kappa m_c(t)) / (n + kappa), m the pooled hazard, kappa how many
// opportunities the pool is worth. Stages in a row (semi-Markov, the clock starts anew in each):
//   W_s(t) = g_(s, won)(t) + sum over later r and u <= t of g_(s, r)(u) W_r(t - u), from the last stage back.
// Units and range: any unit of time (weeks); a, h 0 or more. Nothing open at age a: absent. kappa > 0.
// Source: Aalen and Johansen 1978, SJS 5:141-150; Putter, Fiocco, Geskus 2007, Statistics in Medicine 26:2389-2430.
// Worked example: 15 opportunities (docs/formulas/stage_clock.md): won by week 18 0.4091, not 5 / 10 and not 0.5896;
// one open at week 8 is won within 7 weeks with 0.2708, lost with 0.1458. Cost: a sort; stages^2 weeks^2.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "stats/survival.h"

namespace paceline {

inline constexpr int kWon = 1;
inline constexpr int kLost = 2;

struct StageClock {
  std::vector<stats::SurvivalRow> rows;
  stats::SurvivalRow at;                ///< at the time that was asked
  std::optional<double> won_of_closed;  ///< wrong while some are open; absent when none has closed
  double won_if_lost_were_open = 0;     ///< 1 - Kaplan-Meier with lost as censored: too high
};
/// Returns the codes of stats::survival_rows, or "stats.value.out_of_range" (the time).
[[nodiscard]] Result<StageClock> stage_clock(std::span<const stats::Stay> stays, double time);

struct WithinHorizon {
  double won = 0, lost = 0, open = 1;
};
/// Absent when nothing is known to be open at that age. Returns the codes above.
[[nodiscard]] Result<std::optional<WithinHorizon>> within_horizon(std::span<const stats::Stay> stays, double age,
                                                                  double horizon);

struct WeekHazard {
  double won = 0, lost = 0;
};
struct WeekTally {
  std::int64_t at_risk = 0, won = 0, lost = 0;
};
/// Week by week; where the pool has fewer weeks its last one stands for the rest. Returns "stats.counts.empty" (the
/// pool), "stats.value.out_of_range" (kappa) or "stats.count.out_of_range" (more ends than at risk).
[[nodiscard]] Result<std::vector<WeekHazard>> shrunken_hazards(std::span<const WeekTally> own,
                                                               std::span<const WeekTally> pool, double kappa);

/// One stage: won[t] and to[r][t] are the chances to be won, or to go on to stage r, in week t after its start.
struct TimedStage {
  std::vector<double> won;
  std::vector<std::vector<double>> to;
};
/// W_s(t) for each stage and week below `weeks` (at most 520). Moves lead to later stages only. Returns
/// "stats.count.out_of_range", "stats.probability.out_of_range" or "forecast.stages.backwards".
[[nodiscard]] Result<std::vector<std::vector<double>>> win_by_week(std::span<const TimedStage> stages,
                                                                   std::int64_t weeks);

}  // namespace paceline
