// SPDX-License-Identifier: Apache-2.0
#include "stats/special.h"

#include <algorithm>
#include <boost/math/constants/constants.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/log1p.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <cmath>

namespace paceline::stats {
namespace {

namespace policies = boost::math::policies;
using Quiet =
    policies::policy<policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
                     policies::overflow_error<policies::ignore_error>,
                     policies::underflow_error<policies::ignore_error>,
                     policies::evaluation_error<policies::ignore_error>,
                     policies::rounding_error<policies::ignore_error>, policies::promote_double<false>>;

constexpr double kLargeBeta = 1e6;
constexpr double kLargeGamma = 1e5;
constexpr double kTwoPi = boost::math::constants::two_pi<double>();

/// The uniform expansion's value: the normal tail at eta and its first correction, `correction` = 1/eta - 1/straight.
double uniform_lower(double half_eta_squared, double sign, double weight, double correction) {
  const double exponent = std::max(0.0, half_eta_squared * weight);
  return 0.5 * std::erfc(-sign * std::sqrt(exponent)) + std::exp(-exponent) / std::sqrt(kTwoPi * weight) * correction;
}

/// DLMF 8.18.14, leading term; its correction is (y0 - x0) / (3 sqrt(x0 y0)) where x meets its mean x0.
double large_beta_lower(double a, double b, double x, double y) {
  const double mean = a / (a + b);
  const double rest = b / (a + b);
  const double off = x <= y ? x - mean : rest - y;
  const double half_eta_squared = std::max(
      0.0, -(mean * boost::math::log1pmx(off / mean, Quiet()) + rest * boost::math::log1pmx(-off / rest, Quiet())));
  const double spread = std::sqrt(mean * rest);
  const double sign = off < 0 ? -1 : 1;
  const bool near = std::abs(off) < 1e-6 * std::min(mean, rest);
  const double correction = near ? (rest - mean) / (3 * spread) : sign / std::sqrt(2 * half_eta_squared) - spread / off;
  return uniform_lower(half_eta_squared, sign, a + b, correction);
}

/// DLMF 8.12.3 with the first two coefficients; where x meets a the first is -1/3 for the upper tail.
/// `side` is 1 for the lower tail and -1 for the upper.
double large_gamma(double a, double x, double side) {
  const double off = (x - a) / a;
  const double half_eta_squared = std::max(0.0, -boost::math::log1pmx(off, Quiet()));
  const double sign = off < 0 ? -1 : 1;
  const bool near = std::abs(off) < 1e-6;
  const double correction = near ? 1.0 / 3 : sign / std::sqrt(2 * half_eta_squared) - 1 / off;
  return uniform_lower(half_eta_squared, side * sign, a, side * (correction + 1 / (540 * a)));
}

/// Fourth-order Cornish-Fisher: a normal deviate z bent by skewness and excess kurtosis.
double bent(double z, double skewness, double kurtosis) {
  return z + (z * z - 1) * skewness / 6 + (z * z * z - 3 * z) * kurtosis / 24 -
         (2 * z * z * z - 5 * z) * skewness * skewness / 36;
}

double large_beta_quantile(double a, double b, double z) {
  const double sum = a + b;
  const double mean = a / sum;
  const double rest = b / sum;
  const double deviation = std::sqrt(mean * rest / (sum + 1));
  const double skewness = 2 * (rest - mean) * std::sqrt(sum + 1) / ((sum + 2) * std::sqrt(mean * rest));
  const double kurtosis =
      6 * ((rest - mean) * (rest - mean) * (sum + 1) / (mean * rest) - (sum + 2)) / ((sum + 2) * (sum + 3));
  return std::clamp(mean + deviation * bent(z, skewness, kurtosis), 0.0, 1.0);
}

/// Whether b is so much larger that the beta is a gamma of shape a; Boost.Math's inverse at times goes astray here.
bool is_lopsided(double a, double b) {
  return b >= 1e5 * std::max(a, 1.0);
}

/// Wise 1950: I(x; a, b) = P(a, -(b + (a - 1) / 2) ln(1 - x)) but for a relative error of (a / b)^2.
double lopsided_beta(double a, double b, double gamma) {
  return -std::expm1(-gamma / (b + (a - 1) / 2));
}

double large_gamma_quantile(double a, double z) {
  return a + std::sqrt(a) * bent(z, 2 / std::sqrt(a), 6 / a);
}

}  // namespace

double beta_lower(double a, double b, double x, double y) {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (std::min(a, b) >= kLargeBeta) return large_beta_lower(a, b, x, y);
  return x <= y ? boost::math::ibeta(a, b, x, Quiet()) : boost::math::ibetac(b, a, y, Quiet());
}

double beta_quantile_low(double a, double b, double tail) {
  if (std::min(a, b) >= kLargeBeta) return large_beta_quantile(a, b, -normal_quantile(tail));
  if (is_lopsided(a, b)) return lopsided_beta(a, b, gamma_quantile_low(a, tail));
  if (is_lopsided(b, a)) return 1 - lopsided_beta(b, a, gamma_quantile_high(b, tail));
  return boost::math::ibeta_inv(a, b, tail, Quiet());
}

double beta_quantile_high(double a, double b, double tail) {
  if (std::min(a, b) >= kLargeBeta) return large_beta_quantile(a, b, normal_quantile(tail));
  if (is_lopsided(a, b)) return lopsided_beta(a, b, gamma_quantile_high(a, tail));
  if (is_lopsided(b, a)) return 1 - lopsided_beta(b, a, gamma_quantile_low(b, tail));
  return boost::math::ibetac_inv(a, b, tail, Quiet());
}

double gamma_lower(double a, double x) {
  return a >= kLargeGamma ? large_gamma(a, x, 1) : boost::math::gamma_p(a, x, Quiet());
}

double gamma_upper(double a, double x) {
  return a >= kLargeGamma ? large_gamma(a, x, -1) : boost::math::gamma_q(a, x, Quiet());
}

double gamma_quantile_low(double a, double tail) {
  if (a >= kLargeGamma) return large_gamma_quantile(a, -normal_quantile(tail));
  return boost::math::gamma_p_inv(a, tail, Quiet());
}

double gamma_quantile_high(double a, double tail) {
  if (a >= kLargeGamma) return large_gamma_quantile(a, normal_quantile(tail));
  return boost::math::gamma_q_inv(a, tail, Quiet());
}

long double log_gamma(long double x) {
  return boost::math::lgamma(x, Quiet());
}

long double log_beta(long double a, long double b) {
  return log_gamma(a) + log_gamma(b) - log_gamma(a + b);
}

double digamma(double x) {
  return boost::math::digamma(x, Quiet());
}

double trigamma(double x) {
  return boost::math::trigamma(x, Quiet());
}

double normal_lower(double z) {
  return 0.5 * std::erfc(-z / boost::math::constants::root_two<double>());
}

double normal_quantile(double tail) {
  return boost::math::constants::root_two<double>() * boost::math::erfc_inv(2 * tail, Quiet());
}

}  // namespace paceline::stats
