// SPDX-License-Identifier: Apache-2.0
#include "stats/difference.h"

#include <cmath>

namespace paceline::stats {
namespace {

double rate_of(Tally tally) {
  return static_cast<double>(tally.successes) / static_cast<double>(tally.trials);
}

}  // namespace

Result<RateDifference> rate_difference(Tally first, Tally second, double confidence) {
  PACELINE_TRY(const Interval a, wilson_interval(first, confidence));
  PACELINE_TRY(const Interval b, wilson_interval(second, confidence));
  const double p = rate_of(first);
  const double q = rate_of(second);
  return RateDifference{p - q, {p - q - std::hypot(p - a.low, b.high - q), p - q + std::hypot(a.high - p, q - b.low)}};
}

}  // namespace paceline::stats
