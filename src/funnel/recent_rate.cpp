// SPDX-License-Identifier: Apache-2.0
#include "funnel/recent_rate.h"

#include <algorithm>
#include <cmath>

namespace paceline {

Result<RecentRate> recent_rate(std::span<const AgedTally> periods, double half_life, double confidence) {
  PACELINE_CHECK(stats::check_positive(half_life, "/half_life"));
  PACELINE_CHECK(stats::check_confidence(confidence));
  RecentRate found;
  for (const AgedTally& period : periods) {
    PACELINE_CHECK(stats::check_not_negative(period.age, "/age"));
    if (period.tally.trials == 0 && period.tally.successes == 0) continue;
    PACELINE_CHECK(stats::check_tally(period.tally));
    const double weight = std::exp2(-period.age / half_life);
    found.successes += weight * static_cast<double>(period.tally.successes);
    found.trials += weight * static_cast<double>(period.tally.trials);
  }
  if (found.trials <= 0) return found;
  found.successes = std::min(found.successes, found.trials);
  found.rate = found.successes / found.trials;
  PACELINE_TRY(found.around, stats::jeffreys_interval(found.successes, found.trials, confidence));
  return found;
}

}  // namespace paceline
