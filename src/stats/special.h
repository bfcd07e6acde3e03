// SPDX-License-Identifier: Apache-2.0
// The few special functions under all distributions of this folder: incomplete beta and gamma, their inverses, and the
// normal quantile.
//
// beta_lower(a, b, x, y) = I(x; a, b), the regularised incomplete beta, with y = 1 - x given beside x so that neither
// loses its digits when it is small. gamma_lower(a, x) = P(a, x), gamma_upper(a, x) = Q(a, x) = 1 - P(a, x).
// Range: a, b > 0; 0 <= x, y <= 1; x >= 0 for gamma; tails strictly between 0 and 1. No error is raised; callers check
// what comes back (told_probability).
//
// Boost.Math computes them up to parameters of a million (beta) and a hundred thousand (gamma). Above, where its series
// grow long and lose digits, the leading terms of the uniform expansions (Temme; NIST DLMF 8.12.3 and 8.18.14) and the
// fourth-order Cornish-Fisher expansion stand in, and for quantiles of a beta with parameters more than 1e5 apart the
// gamma that it then is (Wise 1950). All agree with it to 1e-9 at the seams.
// Worked example: I(1/2; 2, 2) = 1/2; P(1, x) = 1 - exp(-x); normal_quantile(0.025) = 1.959963985 above the middle.
#pragma once

namespace paceline::stats {

[[nodiscard]] double beta_lower(double a, double b, double x, double y);
/// The x with I(x; a, b) = tail.
[[nodiscard]] double beta_quantile_low(double a, double b, double tail);
/// The x with I(x; a, b) = 1 - tail.
[[nodiscard]] double beta_quantile_high(double a, double b, double tail);

[[nodiscard]] double gamma_lower(double a, double x);
[[nodiscard]] double gamma_upper(double a, double x);
/// The x with P(a, x) = tail.
[[nodiscard]] double gamma_quantile_low(double a, double tail);
/// The x with Q(a, x) = tail.
[[nodiscard]] double gamma_quantile_high(double a, double tail);

[[nodiscard]] long double log_gamma(long double x);
/// ln B(a, b) = ln Gamma(a) + ln Gamma(b) - ln Gamma(a + b), in the wide format: differences of it keep nine digits up
/// to parameters of 1e9.
[[nodiscard]] long double log_beta(long double a, long double b);
/// The derivative of ln Gamma and its derivative. x > 0.
[[nodiscard]] double digamma(double x);
[[nodiscard]] double trigamma(double x);

/// P(a normal value is at most z standard deviations above its mean).
[[nodiscard]] double normal_lower(double z);
/// How many standard deviations above its mean a normal value is exceeded with probability `tail`.
[[nodiscard]] double normal_quantile(double tail);

}  // namespace paceline::stats
