// SPDX-License-Identifier: Apache-2.0
// Charts and tests that may be looked at after every event: a moving average with limits, a cumulative sum for a drop
// of a rate, and bets against a rate.
//
// EWMA: z_i = l x_i + (1 - l) z_(i-1), z_0 = mu; limits mu -+ L s sqrt(l / (2 - l)); the first point's own are mu -+ L
// s l. CUSUM: S = max(0, S + ln(p1 / p0)) at a success, max(0, S + ln((1 - p1) / (1 - p0))) at a failure; alarm at S >=
// h. SPRT: ln((p1 / p0)^k ((1 - p1) / (1 - p0))^(n - k)) against ln((1 - beta) / alpha) and ln(beta / (1 - alpha)).
// E-value: e = B(a + k, b + n - k) / (B(a, b) p0^k (1 - p0)^(n - k)); alarm at e >= 1 / alpha, at every look with the
// same alpha (Ville); "only worse" (a higher rate is worse): times P(p > p0 | data) / P(p > p0 | prior).
// Range: 0 < l <= 1, s >= 0, L >= 0; 0 < p0, p1 < 1, h > 0; 0 < alpha, beta < 1; a, b > 0. No event gives no path, a
// likelihood ratio of 0 and an e-value of 1. The e-value is told as its logarithm too, which does not overflow.
// Source: NIST/SEMATECH handbook 6.3.2.4; Reynolds and Stoumbos 1999, J. Quality Technology 31:87-108; Wald 1945;
// Ville 1939; Ramdas et al. 2023, Statistical Science 38:576-601.
// Worked example: 20 calls with successes at the 3rd and 8th, 0.25 -> 0.10, h = 2: alarm at the 19th. 9 of 20 with p0
// 0.2 and p1 0.4: ratio 3.0738 > 2.7726, so the SPRT rejects; e = 4.22, and 5.96 for worse only: no alarm at 20.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "stats/beta_binomial.h"

namespace paceline::stats {

struct EwmaChart {
  std::vector<double> z;
  double low = 0, high = 0;          ///< the limits after a long run
  double high_first = 0;             ///< the upper limit of the first point
  std::vector<std::int64_t> alarms;  ///< from 1
};
/// Returns "stats.value.out_of_range" or "stats.probability.out_of_range" (weight not above 0 and at most 1).
[[nodiscard]] Result<EwmaChart> ewma_of(std::span<const double> values, double mean, double deviation, double weight,
                                        double width);

struct Cusum {
  std::vector<double> path;
  std::optional<std::int64_t> alarm_at;  ///< the first event that reaches h, from 1
};
/// Returns "stats.chance.out_of_range" (p0, p1) or "stats.value.out_of_range" (h).
[[nodiscard]] Result<Cusum> bernoulli_cusum(const std::vector<bool>& successes, double p0, double p1, double h);

enum class Verdict { reject, accept, go_on };
[[nodiscard]] const char* word_of(Verdict verdict);
struct Sprt {
  double ratio = 0, upper = 0, lower = 0;
  Verdict verdict = Verdict::go_on;
};
/// Returns "stats.chance.out_of_range" or the codes of check_tally but for no trials.
[[nodiscard]] Result<Sprt> sprt_of(Tally tally, double p0, double p1, double alpha, double beta);

struct EValue {
  double log_any = 0, log_worse = 0;  ///< natural logarithms
  double any = 1, worse = 1;          ///< held at 1e300
  bool alarm = false;                 ///< of `any`
};
/// Returns the codes above and those of check_beta.
[[nodiscard]] Result<EValue> e_value_of(Tally tally, double p0, Beta prior, double alpha);

}  // namespace paceline::stats
