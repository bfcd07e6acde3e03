// SPDX-License-Identifier: Apache-2.0
#include "stats/search.h"

#include <cmath>

#include "stats/special.h"

namespace paceline::stats {

std::int64_t guess_count(double mean, double variance, double chance) {
  const double guess = mean + normal_quantile(1 - chance) * std::sqrt(variance);
  if (!(guess > 0)) return 0;
  return guess < static_cast<double>(kLargestCount) ? static_cast<std::int64_t>(guess) : kLargestCount;
}

}  // namespace paceline::stats
