// SPDX-License-Identifier: Apache-2.0
// A second opinion on the incomplete beta function, under every interval of a rate: Boost.Math against its continued
// fraction, written here from the book and sharing no line with it.
//
// I(x; a, b) = x^a y^b / (a B(a, b)) * 1 / (1 + d1 / (1 + d2 / (1 + ...))), y = 1 - x,
//   d(2m) = m (b - m) x / ((a + 2m - 1)(a + 2m)),  d(2m + 1) = -(a + m)(a + b + m) x / ((a + 2m)(a + 2m + 1)),
// by Lentz's method; it converges fast for x < (a + 1) / (a + b + 2), and the other tail is taken otherwise.
// Source: NIST DLMF 8.17.22; Lentz 1976, Applied Optics 15:668-671.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iostream>

#include "stats/special.h"
#include "tests/base/random.h"

namespace paceline::stats {
namespace {

using Wide = long double;

/// Lentz: the fraction 1 / (1 + d1 / (1 + d2 / ...)).
Wide fraction(Wide a, Wide b, Wide x) {
  constexpr Wide tiny = 1e-3000L;
  const auto not_zero = [](Wide value) { return std::abs(value) < tiny ? tiny : value; };
  Wide c = 1, d = 1 / not_zero(1 - (a + b) * x / (a + 1)), product = d;
  for (int m = 1; m < 200'000; ++m) {
    const auto i = static_cast<Wide>(m);
    const Wide terms[2] = {i * (b - i) * x / ((a + 2 * i - 1) * (a + 2 * i)),
                           -(a + i) * (a + b + i) * x / ((a + 2 * i) * (a + 2 * i + 1))};
    Wide last = 1;
    for (const Wide term : terms) {
      d = 1 / not_zero(1 + term * d);
      c = not_zero(1 + term / c);
      last = c * d;
      product *= last;
    }
    if (std::abs(last - 1) < 1e-18L) return product;
  }
  ADD_FAILURE() << "the fraction does not converge";
  return product;
}

/// ln Gamma by Stirling's series (DLMF 5.11.1) after moving up by the recurrence: no library's function.
Wide own_log_gamma(Wide x) {
  Wide moved = 0;
  for (; x < 40; x += 1) moved -= std::log(x);
  const Wide inverse = 1 / x, square = inverse * inverse;
  const Wide series =
      inverse *
      (1 / 12.0L - square * (1 / 360.0L - square * (1 / 1260.0L - square * (1 / 1680.0L - square / 1188.0L))));
  return moved + (x - 0.5L) * std::log(x) - x + 0.5L * std::log(2 * std::acos(-1.0L)) + series;
}

Wide own_beta_lower(Wide a, Wide b, Wide x, Wide y) {
  if (x > (a + 1) / (a + b + 2)) return 1 - own_beta_lower(b, a, y, x);
  const Wide log = a * std::log(x) + b * std::log(y) + own_log_gamma(a + b) - own_log_gamma(a) - own_log_gamma(b);
  return std::exp(log) / a * fraction(a, b, x);
}

struct Worst {
  double apart = 0, a = 0, b = 0, x = 0;
};

/// Relative difference of the lower tail, over shapes of 10^-low to 10^high and points around the middle and far from
/// it. Values below 1e-250 are nothing to anybody.
Worst worst_of(testing_support::Random& random, int low, int high, int points) {
  Worst worst;
  const auto shape = [&] { return std::pow(10.0, static_cast<double>(random.between(-100 * low, 100 * high)) / 100); };
  for (int i = 0; i < points; ++i) {
    const double a = shape(), b = shape();
    const double mean = a / (a + b), deviation = std::sqrt(mean * (1 - mean) / (a + b + 1));
    double x = mean + deviation * static_cast<double>(random.between(-800, 800)) / 100;
    if (i % 3 == 0) x = static_cast<double>(random.between(1, 1'000'000)) / 1'000'001;
    if (i % 7 == 0) x = std::pow(10.0, -static_cast<double>(random.between(1, 12)));
    if (!(x > 1e-300 && x < 1 - 1e-12)) continue;
    const Wide own = own_beta_lower(a, b, x, 1 - Wide{x});
    if (own < 1e-250L) continue;
    const auto apart = static_cast<double>(std::abs(beta_lower(a, b, x, 1 - x) / own - 1));
    if (apart > worst.apart) worst = {.apart = apart, .a = a, .b = b, .x = x};
  }
  return worst;
}

TEST(ContinuedFraction, ValuesThatAreKnownInClosedForm) {
  EXPECT_NEAR(static_cast<double>(own_beta_lower(2, 2, 0.5L, 0.5L)), 0.5, 1e-17);
  EXPECT_NEAR(static_cast<double>(own_beta_lower(1, 3, 0.1L, 0.9L)), 1 - 0.729, 1e-16);
  EXPECT_NEAR(static_cast<double>(own_beta_lower(0.5L, 0.5L, 0.25L, 0.75L)), 1.0 / 3, 1e-16);
}

TEST(ContinuedFraction, AgreesWithBoostForCountsOfAnySize) {
  testing_support::Random random;
  const Worst usual = worst_of(random, 1, 4, 4'000);
  const Worst extreme = worst_of(random, 3, 6, 1'500);
  std::cout << "largest relative difference: shapes of 0.1 to 10,000 " << usual.apart << " (a " << usual.a << ", b "
            << usual.b << ", x " << usual.x << "); of 0.001 to 1,000,000 " << extreme.apart << " (a " << extreme.a
            << ", b " << extreme.b << ", x " << extreme.x << ")\n";
  EXPECT_LT(usual.apart, 1e-11);
  EXPECT_LT(extreme.apart, 1e-8);
}

}  // namespace
}  // namespace paceline::stats
