// SPDX-License-Identifier: Apache-2.0
#include "stats/interval.h"

#include <algorithm>
#include <cmath>

#include "stats/special.h"

namespace paceline::stats {
namespace {

Result<double> tail_of(Tally tally, double confidence) {
  PACELINE_CHECK(check_confidence(confidence));
  PACELINE_CHECK(check_tally(tally));
  return (1 - confidence) / 2;
}

Result<Interval> told(Interval interval) {
  if (!std::isfinite(interval.low) || !std::isfinite(interval.high))
    return fail(Fault::invalid, "stats.result.out_of_range");
  // At a confidence next to 0 both limits are the same number, which rounding may put in the wrong order.
  return Interval{.low = interval.low, .high = std::max(interval.low, interval.high)};
}

}  // namespace

Result<Interval> jeffreys_interval(Tally tally, double confidence) {
  PACELINE_CHECK(tail_of(tally, confidence));
  return jeffreys_interval(static_cast<double>(tally.successes), static_cast<double>(tally.trials), confidence);
}

Result<Interval> jeffreys_interval(double successes, double trials, double confidence) {
  PACELINE_CHECK(check_confidence(confidence));
  if (!(trials > 0)) return fail(Fault::invalid, "stats.trials.not_positive", "/trials");
  if (trials > static_cast<double>(kLargestCount)) return fail(Fault::invalid, "stats.count.out_of_range", "/trials");
  if (!(successes >= 0 && successes <= trials))
    return fail(Fault::invalid, "stats.successes.out_of_range", "/successes");
  const double tail = (1 - confidence) / 2;
  const double a = successes + 0.5;
  const double b = trials - successes + 0.5;
  return told({.low = successes == 0 ? 0 : beta_quantile_low(a, b, tail),
               .high = successes == trials ? 1 : beta_quantile_high(a, b, tail)});
}

Result<Interval> wilson_interval(Tally tally, double confidence) {
  PACELINE_TRY(const double tail, tail_of(tally, confidence));
  const auto n = static_cast<double>(tally.trials);
  const auto k = static_cast<double>(tally.successes);
  const double z = normal_quantile(tail);
  const double reach = z * std::sqrt(k * ((n - k) / n) + z * z / 4);
  // The two limits multiply to k^2 / (n (n + z^2)): low from that product keeps the digits a difference would lose.
  const double low = k / n * (k / (k + z * z / 2 + reach));
  return told({.low = tally.successes == 0 ? 0 : low,
               .high = tally.successes == tally.trials ? 1 : (k + z * z / 2 + reach) / (n + z * z)});
}

Result<Interval> clopper_pearson_interval(Tally tally, double confidence) {
  PACELINE_TRY(const double tail, tail_of(tally, confidence));
  const auto passed = static_cast<double>(tally.successes);
  const auto stopped = static_cast<double>(tally.trials - tally.successes);
  return told({.low = tally.successes == 0 ? 0 : beta_quantile_low(passed, stopped + 1, tail),
               .high = tally.successes == tally.trials ? 1 : beta_quantile_high(passed + 1, stopped, tail)});
}

Result<Interval> poisson_rate_interval(std::int64_t events, double exposure, double confidence) {
  PACELINE_CHECK(check_confidence(confidence));
  PACELINE_CHECK(check_count(events, "/events"));
  if (!(exposure > 0)) return fail(Fault::invalid, "stats.exposure.not_positive", "/exposure");
  if (!std::isfinite(exposure)) return fail(Fault::invalid, "stats.exposure.out_of_range", "/exposure");
  const double tail = (1 - confidence) / 2;
  const auto k = static_cast<double>(events);
  return told({.low = events == 0 ? 0 : gamma_quantile_low(k, tail) / exposure,
               .high = gamma_quantile_high(k + 1, tail) / exposure});
}

}  // namespace paceline::stats
