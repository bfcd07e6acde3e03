// SPDX-License-Identifier: Apache-2.0
// How far a rate may be from what was counted: k successes of n trials, or k events in an exposure.
//
// With a = (1 - confidence) / 2, z the normal quantile above which a lies, B(q; a, b) the beta quantile:
//   Jeffreys         B(a; k + 1/2, n - k + 1/2) to B(1 - a; k + 1/2, n - k + 1/2); low is 0 at k = 0, high is 1 at k =
//   n Wilson           (k + z^2/2 -+ z sqrt(k (n - k) / n + z^2/4)) / (n + z^2) Clopper-Pearson  B(a; k, n - k + 1) to
//   B(1 - a; k + 1, n - k); low is 0 at k = 0, high is 1 at k = n Garwood          gamma quantiles: P(k, low t) = a,
//   Q(k + 1, high t) = a, for k events in an exposure t; low is 0 at k = 0
// Units and range: a proportion 0 to 1; a rate per unit of exposure. 1 <= n <= 2^53, 0 <= k <= n, exposure > 0.
// Jeffreys is the product's own; Clopper-Pearson is the one that never promises too much, Wilson the one without
// tables. Source: Brown, Cai, DasGupta 2001, Statistical Science 16:101-133; Wilson 1927; Clopper and Pearson 1934;
// Garwood 1936. Worked example: 5 of 10: Jeffreys 0.2235 to 0.7765, Clopper-Pearson 0.1871 to 0.8129; 81 of 263: Wilson
// 0.2553 to 0.3662; 11 events in 40 days: Garwood 0.1373 to 0.4920 a day.
#pragma once

#include "stats/limits.h"

namespace paceline::stats {

inline constexpr double kUsualConfidence = 0.95;

struct Interval {
  double low = 0;
  double high = 1;
};

/// Each returns the codes of check_confidence, then of check_tally; nothing is known of a rate over no trials.
[[nodiscard]] Result<Interval> jeffreys_interval(Tally tally, double confidence = kUsualConfidence);
[[nodiscard]] Result<Interval> wilson_interval(Tally tally, double confidence = kUsualConfidence);
[[nodiscard]] Result<Interval> clopper_pearson_interval(Tally tally, double confidence = kUsualConfidence);

/// The same for successes and trials that are sums of weights and so no whole numbers. Returns the codes of
/// check_confidence, "stats.trials.not_positive", "stats.count.out_of_range" or "stats.successes.out_of_range".
[[nodiscard]] Result<Interval> jeffreys_interval(double successes, double trials, double confidence = kUsualConfidence);

/// Returns the codes of check_confidence and check_count, "stats.exposure.not_positive" (zero, negative, not a number),
/// "stats.exposure.out_of_range" (infinite) or "stats.result.out_of_range" (so short an exposure that the rate
/// overflows).
[[nodiscard]] Result<Interval> poisson_rate_interval(std::int64_t events, double exposure,
                                                     double confidence = kUsualConfidence);

}  // namespace paceline::stats
