// SPDX-License-Identifier: Apache-2.0
// A team's quota split to its reps and months, and quotas that give everybody the same chance.
//
// Weight of rep r in month m: potential_r x season_m x ramp_rm x (workdays_m - leave_rm) / workdays_m (0 in a month
// without workdays). Reps share the total by the sums of their weights, months share the rep's quota by theirs, each by
// the largest remainder (base/apportion.h): reps add up to the team and months to the rep, exactly. Equal chance: a
// rep's count over the horizon is negative binomial with shape a and mean a h / b (the prior is a events in b weeks);
// the quota is the largest q with P(count >= q) >= chance. Units and range: any whole unit up to 10^15; potential,
// season, ramp 0 or more; 0 <= leave <= workdays. At least one rep and month and some weight; a rep without any weight
// gets 0 in every month. Source: Balinski and Young 2001 (Hamilton); Gelman et al. 2013, ch. 2.6; SCIENCE section 8.
// Worked example: 300,000 over potentials 1.2, 1, 0.8 with leave and a ramp: 133,378, 120,160, 46,462. Priors 30 in 60,
// 12 in 40, 6 in 12 weeks, 13 weeks, 0.6: quotas 6 (0.6098), 3 (0.7051), 5 (0.6712).
#pragma once

#include <span>
#include <vector>

#include "stats/limits.h"

namespace paceline {

struct RepShare {
  double potential = 1;
  std::vector<double> leave;  ///< workdays away, for each month
  std::vector<double> ramp;   ///< share of full productivity, for each month
};

struct Month {
  double workdays = 0;
  double season = 1;
};

struct QuotaSplit {
  std::vector<std::int64_t> reps;
  std::vector<std::vector<std::int64_t>> months;  ///< for each rep
  std::vector<double> weights;                    ///< of the reps
};

/// Returns "stats.counts.empty", "stats.lengths.differ", "stats.value.out_of_range" or the codes of apportion.
[[nodiscard]] Result<QuotaSplit> quota_split(std::int64_t total, std::span<const RepShare> reps,
                                             std::span<const Month> months);

struct RatePrior {
  double events = 0;
  double weeks = 1;
};

struct EqualChance {
  std::int64_t quota = 0;
  double chance = 1;
};

/// Returns "stats.value.out_of_range", "stats.chance.out_of_range" or the codes of stats/negative_binomial.h.
[[nodiscard]] Result<EqualChance> equal_chance_quota(RatePrior prior, double weeks, double chance);

}  // namespace paceline
