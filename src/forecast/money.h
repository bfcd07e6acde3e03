// SPDX-License-Identifier: Apache-2.0
// What a period will bring in money: what is sold, what the open opportunities bring, what is still to be created.
//
// Open opportunity i brings amount v_i with its chance p_i: the sum's whole distribution by stats/lattice.h, never a
// normal curve and never "weighted pipeline", which is only its mean. Still to be created: a Poisson number of
// opportunities that start and close in the period, of sizes f (Panjer). A common shock: all log-odds shifted by d with
// weight w, for some d; independence alone makes the range too narrow.
//   P(reach) = P(sold + sum >= quota); shortfall = E max(0, quota - sold - sum)
//   normal curve, to compare: 1 - Phi((quota - sold - 1/2 - mean) / sd)
// Units and range: whole units of money (minor units, or thousands), 0 to 2^53 in sum; 0 <= p <= 1; p of 0 and 1 are
// not moved by a shock; shifts of -30 to 30. Source: Hong 2013, CSDA 59:41-51; Panjer 1981; Vasicek 2002 (the
// one-factor shock); SCIENCE section 4.2. Worked example: 12 at 0.7, 8 at 0.55, 20 at 0.3, 5 at 0.8, 15 at 0.25, 9 at
// 0.4, 30 at 0.1, 6 at 0.5; sold 60, quota 100: mean 36.15, reached with 0.4069 (normal curve 0.4214), 17 to 60 in 8
// cases of 10; with 2.5 new ones of 4 to 12: 0.7348; with a shock of -0.8, 0, 0.8 (1/4, 1/2, 1/4): 0.4251, and 13
// to 63. Cost: opportunities x lattice cells, or about a millisecond for 10,000.
#pragma once

#include <optional>
#include <span>

#include "stats/lattice.h"

namespace paceline {

struct OpenOpportunity {
  std::int64_t amount = 0;
  double win_probability = 0;
};

struct Shock {
  std::span<const double> shifts;
  std::span<const double> weights;
};

/// Each returns the codes of stats/lattice.h that it calls, and with_shock "stats.value.out_of_range" (a shift).
[[nodiscard]] Result<stats::Distribution> pipeline_total(std::span<const OpenOpportunity> pipeline);
[[nodiscard]] Result<stats::Distribution> pipeline_with_shock(std::span<const OpenOpportunity> pipeline, Shock shock);
/// The pipeline and `expected_new` more on average, sizes[j] the chance that one of them has size j.
[[nodiscard]] Result<stats::Distribution> pipeline_and_new(std::span<const OpenOpportunity> pipeline,
                                                           double expected_new, std::span<const double> sizes);

struct MoneyReach {
  double mean = 0;
  double deviation = 0;
  double p_reach = 0;
  std::optional<double> p_reach_normal;  ///< absent when nothing is uncertain
  double p_nothing = 0;
  double shortfall = 0;
  std::int64_t p10 = 0, p50 = 0, p90 = 0;
};
/// Of what is still to come. Returns "stats.count.out_of_range" (sold, quota).
[[nodiscard]] Result<MoneyReach> money_reach(const stats::Distribution& more, std::int64_t sold, std::int64_t quota);

/// The least expected_new with which the quota is reached with the chance, to 1e-6; absent when not even 10,000 are
/// enough. Returns the codes above and "stats.chance.out_of_range".
[[nodiscard]] Result<std::optional<double>> new_needed(std::span<const OpenOpportunity> pipeline,
                                                       std::span<const double> sizes, std::int64_t still_to_sell,
                                                       double chance);

}  // namespace paceline
