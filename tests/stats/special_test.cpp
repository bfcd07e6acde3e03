// SPDX-License-Identifier: Apache-2.0
#include "stats/special.h"

#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>

namespace paceline::stats {
namespace {

TEST(Special, WorkedExample) {
  EXPECT_NEAR(beta_lower(2, 2, 0.5, 0.5), 0.5, 1e-15);
  EXPECT_NEAR(gamma_lower(1, 3), 1 - std::exp(-3), 1e-15);
  EXPECT_NEAR(normal_quantile(0.025), 1.959963984540054, 1e-14);
}

TEST(Special, BetaIsSettledAtTheEdges) {
  for (const double a : {0.5, 3.0, 2e6})
    for (const double b : {0.5, 3.0, 2e6}) {
      EXPECT_EQ(beta_lower(a, b, 0, 1), 0);
      EXPECT_EQ(beta_lower(a, b, 1, 0), 1);
    }
}

TEST(Special, BetaOfEqualParametersIsHalfInTheMiddle) {
  for (const double a : {0.5, 10.0, 999'999.0, 1'000'001.0, 1e9, 1e15})
    EXPECT_NEAR(beta_lower(a, a, 0.5, 0.5), 0.5, 1e-12) << a;
}

TEST(Special, BetaKeepsASmallRest) {
  const double y = 1e-20;  // 1 - y would be 1
  EXPECT_NEAR(beta_lower(5, 1, 1 - y, y), 1, 1e-15);
  EXPECT_NEAR(beta_lower(1, 5, y, 1 - y) / (5 * y), 1, 1e-12);
}

TEST(Special, LargeParametersMeetBoostAtTheSeam) {
  for (const double z : {-5.0, -2.0, -0.4, 0.0, 0.4, 2.0, 5.0}) {
    const auto lower = [&](double a) {
      const double mean = a / (a + 5e6);
      const double x = mean + z * std::sqrt(mean * (1 - mean) / (a + 5e6 + 1));
      return beta_lower(a, 5e6, x, 1 - x);
    };
    EXPECT_NEAR(lower(1'000'001) / lower(999'999), 1, 1e-7) << z;
    const auto upper = [&](double a) { return gamma_upper(a, a + z * std::sqrt(a)); };
    EXPECT_NEAR(upper(100'001) / upper(99'999), 1, 2e-6) << z;
  }
}

TEST(Special, LargeValuesOfAnIndependentComputation) {
  // Quadrature of the density with 40 digits.
  EXPECT_NEAR(beta_lower(5e6, 1.1e6, 0.81936080431560032, 0.18063919568439968) / 0.022786468224918029, 1, 1e-9);
  EXPECT_NEAR(gamma_upper(110'000, 111'326.64991614217) / 3.3735002237e-05, 1, 1e-9);
}

TEST(Special, QuantilesAreInvertedByTheDistribution) {
  for (const double tail : {1e-9, 0.001, 0.025, 0.3, 0.499})
    for (const double a : {0.5, 7.5, 2'000.5, 150'000.0, 3e6, 1e12}) {
      EXPECT_NEAR(gamma_lower(a, gamma_quantile_low(a, tail)) / tail, 1, 1e-5) << a << ' ' << tail;
      EXPECT_NEAR(gamma_upper(a, gamma_quantile_high(a, tail)) / tail, 1, 1e-5) << a << ' ' << tail;
      for (const double b : {40.5, 5e5, 2e6, 1e10, 1e15}) {
        if (b < a) continue;  // a small quantile keeps its digits
        const double low = beta_quantile_low(a, b, tail);
        const double high = beta_quantile_high(a, b, tail);
        EXPECT_NEAR(beta_lower(a, b, low, 1 - low) / tail, 1, 1e-5) << a << ' ' << b << ' ' << tail;
        EXPECT_NEAR(beta_lower(b, a, 1 - high, high) / tail, 1, 1e-4) << a << ' ' << b << ' ' << tail;
      }
    }
}

TEST(Special, LopsidedQuantileThatOnceWentAstray) {
  // Boost.Math 1.81 answers with a point that has everything below it.
  const double low = beta_quantile_low(32'815.5, 1.8712e14, 0.1408);
  EXPECT_NEAR(beta_lower(32'815.5, 1.8712e14, low, 1 - low), 0.1408, 1e-9);
}

}  // namespace
}  // namespace paceline::stats
