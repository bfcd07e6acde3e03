// SPDX-License-Identifier: Apache-2.0
// Successes of trials whose probability itself is uncertain: the beta-binomial distribution.
//
// The probability is Beta(a, b), the same for all trials of the group. P(X = j) = C(n, j) B(a + j, b + n - j) / B(a,
// b). A rate counted as k of n, with nothing known before, is Beta(k + 1/2, n - k + 1/2) (Jeffreys). Range: 0 < a, b <=
// 1e12; up to 10^8 trials. Cost: the terms that are not negligible, at most the smaller side of `at_least`; nanoseconds
// each. Source: Johnson, Kemp, Kotz, Univariate Discrete Distributions, 3rd ed. 2005, ch. 6.2.2. Worked example: a = b
// = 1 makes every count 0 to n equally likely: 4 trials give at least 3 with 2/5. After 5 of 1500, 2309 trials give at
// least 5 with 0.8000989, where a known 1/300 would need 2015.
#pragma once

#include <vector>

#include "stats/limits.h"

namespace paceline::stats {

struct Beta {
  double a = 1;
  double b = 1;
  [[nodiscard]] double mean() const { return a / (a + b); }
  [[nodiscard]] double strength() const { return a + b; }  ///< how many trials it is worth
};

inline constexpr std::int64_t kMostUncertainTrials = 100'000'000;

/// What is known of a rate after a tally, with Jeffreys' prior. REQUIRES: a tally that check_tally accepts, or no
/// trials.
[[nodiscard]] Beta after(Tally tally);

/// Returns "stats.shape.out_of_range" unless 0 < a, b <= 1e12.
[[nodiscard]] Result<void> check_beta(Beta rate);

/// P(X >= at_least). Returns "stats.shape.out_of_range" or "stats.count.out_of_range" (trials below 0 or above 10^8).
[[nodiscard]] Result<double> beta_binomial_tail(std::int64_t trials, Beta rate, std::int64_t at_least);

/// The smallest n with P(X >= at_least) >= chance. Returns the codes above, "stats.chance.out_of_range", or
/// "stats.result.out_of_range" (above 10^8).
[[nodiscard]] Result<std::int64_t> smallest_uncertain_trials(Beta rate, std::int64_t at_least, double chance);

/// Some neighbouring probabilities: P(X = first + i) for each i; what is left out is below 1e-16 each.
struct Probabilities {
  std::int64_t first = 0;
  std::vector<double> of;
};
/// The probabilities of a beta-binomial that are not negligible, for sums over it. REQUIRES: what the tail accepts.
[[nodiscard]] Probabilities beta_binomial_terms(std::int64_t trials, Beta rate);

/// The same for one number of trials after another, without a division for each term: Polya's urn, where a trial that
/// follows n others succeeds with (a + X) / (a + b + n), so that
///   P(X' = j) = [P(X = j) (b + n - j) + P(X = j - 1) (a + j - 1)] / (a + b + n).
/// Only sums of what is above 0, so each trial adds at most a few 1e-16 of relative error. Source: Johnson, Kemp, Kotz
/// 2005, ch. 6.2.4. Worked example: a = b = 1, one trial more than 2: 1/3 each becomes 1/4 each.
class GrowingTerms {
 public:
  /// REQUIRES: what the tail accepts.
  GrowingTerms(std::int64_t trials, Beta rate);
  [[nodiscard]] const Probabilities& now() const { return terms_; }
  void add_trial();

 private:
  std::int64_t trials_;
  Beta rate_;
  Probabilities terms_;
};

}  // namespace paceline::stats
