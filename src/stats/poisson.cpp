// SPDX-License-Identifier: Apache-2.0
#include "stats/poisson.h"

#include "stats/search.h"
#include "stats/special.h"

namespace paceline::stats {

Result<double> poisson_tail(double mean, std::int64_t at_least) {
  PACELINE_CHECK(check_mean(mean));
  if (at_least <= 0) return 1;
  PACELINE_CHECK(check_count(at_least, "/at_least"));
  if (mean == 0) return 0;
  return told_probability(gamma_lower(static_cast<double>(at_least), mean));
}

Result<std::int64_t> poisson_quantile(double mean, double chance) {
  PACELINE_CHECK(check_mean(mean));
  PACELINE_CHECK(check_chance(chance));
  if (mean == 0) return 0;
  const auto reached = [&](std::int64_t x) { return reaches(gamma_upper(static_cast<double>(x) + 1, mean), chance); };
  const auto found = smallest_where(guess_count(mean, mean, chance), reached);
  if (!found) return fail(Fault::invalid, "stats.result.out_of_range");
  return *found;
}

}  // namespace paceline::stats
