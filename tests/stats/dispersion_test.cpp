// SPDX-License-Identifier: Apache-2.0
#include "stats/dispersion.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "stats/negative_binomial.h"
#include "stats/poisson.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline::stats {
namespace {

using Counts = std::vector<std::int64_t>;

const Counts kTenDays{62, 71, 55, 48, 80, 66, 59, 75, 40, 68};

/// The log likelihood of NB2 by its definition, as a judge of the fitted shape.
double log_likelihood(const Counts& counts, double mean, double k) {
  double sum = 0;
  for (const auto count : counts) {
    const auto x = static_cast<double>(count);
    sum += std::lgamma(x + k) - std::lgamma(k) - std::lgamma(x + 1) - k * std::log1p(mean / k) +
           x * std::log(mean / (mean + k));
  }
  return sum;
}

TEST(Dispersion, WorkedExample) {
  const auto daily = dispersion_of(kTenDays);
  ASSERT_TRUE(daily);
  EXPECT_NEAR(daily->mean, 62.4, 1e-12);
  EXPECT_NEAR(*daily->variance, 151.3777778, 1e-7);
  EXPECT_NEAR(*daily->statistic, 21.83333333, 1e-8);
  EXPECT_NEAR(*daily->p_value, 0.009422466911, 1e-11);
  EXPECT_NEAR(*daily->shape_moments, 43.76103896, 1e-7);
  EXPECT_NEAR(*daily->shape, 48.56730832, 1e-4);
  EXPECT_NEAR(*sum_tail(*daily, 5, 330), 0.2519692984, 1e-6);
  EXPECT_NEAR(*sum_tail(as_poisson(*daily), 5, 330), 0.1608321682, 1e-9);
}

TEST(Dispersion, OneCountHasAMeanAndNothingElse) {
  const auto daily = dispersion_of(Counts{7});
  ASSERT_TRUE(daily);
  EXPECT_EQ(daily->mean, 7);
  EXPECT_FALSE(daily->variance || daily->statistic || daily->p_value || daily->shape_moments || daily->shape);
  EXPECT_EQ(*sum_tail(*daily, 2, 15), *poisson_tail(14, 15));
}

TEST(Dispersion, NothingEverCounted) {
  const auto daily = dispersion_of(Counts{0, 0, 0});
  ASSERT_TRUE(daily);
  EXPECT_EQ(daily->mean, 0);
  EXPECT_EQ(daily->variance, 0);
  EXPECT_FALSE(daily->statistic || daily->p_value || daily->shape_moments || daily->shape);
  EXPECT_EQ(*sum_tail(*daily, 5, 1), 0);
  EXPECT_EQ(*sum_tail(*daily, 5, 0), 1);
}

TEST(Dispersion, EvenCountsHaveNoFiniteShape) {
  const auto daily = dispersion_of(Counts{5, 5, 5, 5});
  ASSERT_TRUE(daily);
  EXPECT_EQ(daily->statistic, 0);
  EXPECT_EQ(daily->p_value, 1);
  EXPECT_FALSE(daily->shape_moments || daily->shape);
}

TEST(Dispersion, VarianceEqualToTheMeanIsPoisson) {
  // 1 and 3: variance 2 = mean 2; the likelihood needs more than that, the divisor n, before it sees a spread.
  const auto equal = dispersion_of(Counts{1, 3});
  EXPECT_FALSE(equal->shape_moments || equal->shape);
  // 0 and 3: variance 4.5 > 1.5, with divisor n 2.25 > 1.5.
  EXPECT_TRUE(dispersion_of(Counts{0, 3})->shape);
  // 2 and 5: variance 4.5 > 3.5, with divisor n 2.25 < 3.5: by moments yes, by likelihood not.
  const auto between = dispersion_of(Counts{2, 5});
  EXPECT_NEAR(*between->shape_moments, 12.25, 1e-12);
  EXPECT_FALSE(between->shape);
  // 0 and 2: with divisor n the variance 1 is the mean 1: exactly on the edge.
  EXPECT_FALSE(dispersion_of(Counts{0, 2})->shape);
}

TEST(Dispersion, RefusesNoCountsAndWrongCounts) {
  EXPECT_EQ(code_of(dispersion_of(Counts{})), "stats.counts.empty");
  const auto negative = dispersion_of(Counts{3, -1});
  EXPECT_EQ(code_of(negative), "stats.count.out_of_range");
  EXPECT_EQ(negative.error().field, "/counts/1");
  EXPECT_EQ(code_of(dispersion_of(Counts{kLargestCount + 1, 0})), "stats.count.out_of_range");
}

TEST(Dispersion, RefusesImpossibleDays) {
  const auto daily = dispersion_of(kTenDays);
  for (const double days : {-1.0, 1e301, std::nan("")})
    EXPECT_EQ(code_of(sum_tail(*daily, days, 1)), "stats.exposure.out_of_range");
  EXPECT_EQ(*sum_tail(*daily, 0, 1), 0);
  EXPECT_EQ(*sum_tail(*daily, 0, 0), 1);
}

TEST(Dispersion, HugeAndLopsidedCountsStayFinite) {
  for (const Counts& counts : {Counts{0, kLargestCount}, Counts{kLargestCount, kLargestCount},
                               Counts{1, 1, 1, 1'000'000'000'000}, Counts{1'000'000, 1'003'000, 997'000}}) {
    const auto daily = dispersion_of(counts);
    ASSERT_TRUE(daily);
    EXPECT_TRUE(std::isfinite(*daily->variance) && std::isfinite(*daily->statistic));
    EXPECT_TRUE(!daily->shape || (*daily->shape > 0 && std::isfinite(*daily->shape)));
  }
}

TEST(Dispersion, TheShapeIsWhereTheLikelihoodIsHighest) {
  std::mt19937_64 random(testing_support::seed());
  SCOPED_TRACE("PACELINE_SEED=" + std::to_string(testing_support::seed()));
  int fitted = 0;
  for (int i = 0; i < 300; ++i) {
    std::gamma_distribution<double> rate(0.3 + static_cast<double>(random() % 20), 5);
    Counts counts(2 + random() % 30);
    for (auto& count : counts) count = std::poisson_distribution<std::int64_t>(rate(random))(random);
    const auto daily = dispersion_of(counts);
    if (!daily->shape) continue;
    ++fitted;
    const double best = log_likelihood(counts, daily->mean, *daily->shape);
    for (const double factor : {0.5, 0.9, 1.1, 2.0})
      ASSERT_GE(best + 1e-7, log_likelihood(counts, daily->mean, *daily->shape * factor)) << "case " << i;
  }
  EXPECT_GT(fitted, 200);
}

TEST(Dispersion, OrderDoesNotMatter) {
  Counts turned = kTenDays;
  std::ranges::reverse(turned);
  EXPECT_NEAR(*dispersion_of(turned)->shape, *dispersion_of(kTenDays)->shape, 1e-9);
}

TEST(Dispersion, ASpreadMakesFarTotalsLikelier) {
  const auto daily = dispersion_of(kTenDays);
  for (const std::int64_t far : {340, 400, 500})
    EXPECT_GT(*sum_tail(*daily, 5, far), *sum_tail(as_poisson(*daily), 5, far)) << far;
}

}  // namespace
}  // namespace paceline::stats
