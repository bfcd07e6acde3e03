// SPDX-License-Identifier: Apache-2.0
// Where this pace ends and how likely it reaches the quota: the gamma-Poisson pace.
//
// The rate per full-time working day is uncertain. Before the period it is Gamma(a0, b0); after `done` in `elapsed`
// days it is Gamma(a0 + done, b), b = b0 + elapsed; so what the remaining R days bring is negative binomial with shape
// a0 + done and mean (a0 + done) R / b:
//   expected total = done + mean           p_reach = P(NB >= quota - done)
//   pace ratio = (done / elapsed) / (quota / (elapsed + R))           needed rate = (quota - done) / R
//   plug-in: the same chance as if the rate were known to be done / elapsed; shown beside p_reach, never instead of it,
//   since it forgets that few days say little.
// Units and range: counts 0 to 2^53 of whatever the quota counts; exposures in full-time working days, 0 to 1e300; a
// rate per such day. A chance is exactly 0 or 1 only when the matter is settled: no day left, or the quota reached.
// Source: Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, ch. 2.6; docs/formulas/pace.md.
// Worked example: a0 0.5, b0 0, 11 done in 40 days, 23 to come, quota 20: expected total 17.6125, pace ratio 0.86625,
// needed 0.3913 a day, p_reach 0.25448 (plug-in 0.18807), 10/50/90 % of the total: 14, 17, 22.
#pragma once

#include <cstdint>
#include <optional>

#include "base/result.h"

namespace paceline {

/// What is known of the rate before the period: `shape` events in `days` full-time working days, both >= 0.
/// The default knows nothing but that events can happen.
struct PacePrior {
  double shape = 0.5;
  double days = 0;
};

/// What the days to come bring, where more is known than `done` and a prior (outlook.h): negative binomial with this
/// mean and the shape 1 / spread.
struct Coming {
  double mean = 0;
  double spread = 0;  ///< variance / mean^2, beyond that of a Poisson count
};

struct ReachInput {
  PacePrior prior;
  std::int64_t done = 0;
  double elapsed_days = 0;
  double remaining_days = 0;
  std::int64_t quota = 0;
};

/// The total at a coming moment: its mean, and the counts that it stays at or below in 1, 5 and 9 cases of 10.
struct Projection {
  double mean = 0;
  std::int64_t p10 = 0;
  std::int64_t p50 = 0;
  std::int64_t p90 = 0;
};

struct Reach {
  std::optional<double> pace_ratio;              ///< absent: nothing elapsed, or a quota of 0
  std::optional<double> needed_per_day;          ///< 0 once reached; absent: not reached and no day left
  std::optional<Projection> projection;          ///< absent: days to come, but nothing known of the rate
  std::optional<double> p_reach;                 ///< absent: as projection, unless already reached
  std::optional<double> p_reach_plugin_poisson;  ///< absent: nothing elapsed, days to come, not reached
};

struct CountBand {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

/// Returns invalid "quota.reach.count.out_of_range" (done, quota), "quota.reach.days.out_of_range" (elapsed, remaining,
/// prior days), "quota.reach.shape.out_of_range", or "quota.reach.result.out_of_range" where a figure would leave the
/// range of numbers (a total above 2^53).
[[nodiscard]] Result<Reach> reach_of(const ReachInput& input);

/// The same with what the remaining days bring from elsewhere; `prior` is left out of it. Returns also
/// "quota.reach.coming.out_of_range".
[[nodiscard]] Result<Reach> reach_of(const ReachInput& input, const Coming& coming);

/// The total when these days are over.
[[nodiscard]] Result<Projection> projection_of(std::int64_t done, const Coming& coming);

/// The total `days` full-time working days from now: one upright slice of the fan. Nothing in `input` but its quota and
/// remaining days is left out. Absent and refused as in reach_of.
[[nodiscard]] Result<std::optional<Projection>> projection_at(const ReachInput& input, double days);

/// Between what counts somebody exactly on plan is found in 8 cases of 10, when the plan expects `expected` by then:
/// the 10 % and 90 % Poisson quantiles. Worked example: 2 expected: 0 to 4. Returns the codes of
/// stats::poisson_quantile.
[[nodiscard]] Result<CountBand> pace_band(double expected, double low_chance = 0.1, double high_chance = 0.9);

/// What an earlier stretch says of the rate, worth at most `strength_days` days of the new period:
/// b0 = min(strength_days, exposure_days), a0 = 0.5 + (counted / exposure_days) b0.
/// Worked example: 30 in 60 days at a strength of 20 days is Gamma(10.5, 20). No exposure: the default prior.
/// Returns the codes of reach_of, and "quota.reach.history.no_exposure" when something was counted in no time.
[[nodiscard]] Result<PacePrior> prior_from_history(std::int64_t counted, double exposure_days, double strength_days);

}  // namespace paceline
