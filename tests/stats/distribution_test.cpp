// SPDX-License-Identifier: Apache-2.0
// Poisson, negative binomial and binomial: what they give, and that their tails and quantiles fit each other.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "stats/binomial.h"
#include "stats/negative_binomial.h"
#include "stats/poisson.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline::stats {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

double power_of_ten(testing_support::Random& random, std::int64_t low, std::int64_t high) {
  return std::pow(10, static_cast<double>(random.between(1000 * low, 1000 * high)) / 1000);
}

TEST(Poisson, WorkedExample) {
  EXPECT_NEAR(*poisson_tail(2, 1), 0.8646647167633873, 1e-15);
  EXPECT_EQ(*poisson_quantile(2, 0.1), 0);
  EXPECT_EQ(*poisson_quantile(2, 0.9), 4);
}

TEST(Poisson, PlugInChanceOfThePaceExample) {
  EXPECT_NEAR(*poisson_tail(6.325, 9), 0.1880682996, 1e-10);
}

TEST(Poisson, NothingExpectedIsNothingCounted) {
  EXPECT_EQ(*poisson_tail(0, 1), 0);
  EXPECT_EQ(*poisson_tail(0, 0), 1);
  EXPECT_EQ(*poisson_quantile(0, 0.999), 0);
}

TEST(Poisson, NoneOrFewerIsCertain) {
  for (const std::int64_t m : {std::int64_t{0}, std::int64_t{-7}, std::numeric_limits<std::int64_t>::min()})
    EXPECT_EQ(*poisson_tail(3, m), 1);
}

TEST(Poisson, HugeMeansStayTold) {
  EXPECT_NEAR(*poisson_tail(1e15, 1'000'000'000'000'000), 0.5, 1e-7);
  EXPECT_EQ(*poisson_tail(1e300, kLargestCount), 1);
  EXPECT_NEAR(static_cast<double>(*poisson_quantile(1e12, 0.9)), 1e12 + 1.2815515655446 * 1e6, 2);
  EXPECT_EQ(code_of(poisson_quantile(1e300, 0.5)), "stats.result.out_of_range");
}

TEST(Poisson, RefusesWhatIsNoMeanCountOrChance) {
  for (const double mean : {-1.0, -1e-300, 1e301, kInfinity, kNotANumber}) {
    EXPECT_EQ(code_of(poisson_tail(mean, 1)), "stats.mean.out_of_range");
    EXPECT_EQ(code_of(poisson_quantile(mean, 0.5)), "stats.mean.out_of_range");
  }
  for (const double chance : {0.0, 1.0, -0.5, 1.5, kNotANumber})
    EXPECT_EQ(code_of(poisson_quantile(1, chance)), "stats.chance.out_of_range");
  EXPECT_EQ(code_of(poisson_tail(1, kLargestCount + 1)), "stats.count.out_of_range");
}

TEST(Poisson, QuantileIsTheSmallestCountThatReaches) {
  testing_support::Random random;
  for (int i = 0; i < 500; ++i) {
    const double mean = power_of_ten(random, -3, 7);
    for (const double chance : {0.001, 0.1, 0.5, 0.9, 0.999}) {
      const std::int64_t x = *poisson_quantile(mean, chance);
      ASSERT_LE(*poisson_tail(mean, x + 1), 1 - chance + 1e-12) << mean << ' ' << chance;
      ASSERT_TRUE(x == 0 || *poisson_tail(mean, x) > 1 - chance - 1e-12) << mean << ' ' << chance;
    }
  }
}

TEST(NegativeBinomial, WorkedExample) {
  const NegativeBinomial geometric{.shape = 1, .mean = 1};
  EXPECT_NEAR(*negative_binomial_tail(geometric, 3), 0.125, 1e-15);
  EXPECT_EQ(*negative_binomial_quantile(geometric, 0.5), 0);  // exactly one half: a tie counts as reached
  EXPECT_EQ(*negative_binomial_quantile(geometric, 0.9), 3);
}

TEST(NegativeBinomial, SumOfTheProbabilities) {
  // Shape 2, mean 6: P(j) = (j + 1) (1/4)^2 (3/4)^j.
  double below = 0;
  for (std::int64_t j = 0; j < 60; ++j) {
    EXPECT_NEAR(*negative_binomial_tail({.shape = 2, .mean = 6}, j), 1 - below, 1e-13) << j;
    below += static_cast<double>(j + 1) / 16 * std::pow(0.75, static_cast<double>(j));
  }
}

TEST(NegativeBinomial, IsPoissonWhenTheShapeIsHuge) {
  for (const std::int64_t m : {1, 20, 31, 60})
    EXPECT_NEAR(*negative_binomial_tail({.shape = 1e14, .mean = 30}, m), *poisson_tail(30, m), 1e-9) << m;
}

TEST(NegativeBinomial, WiderThanPoissonOnBothSides) {
  for (const double mean : {3.0, 40.0, 5000.0}) {
    EXPECT_LE(*negative_binomial_quantile({.shape = 2, .mean = mean}, 0.1), *poisson_quantile(mean, 0.1));
    EXPECT_GE(*negative_binomial_quantile({.shape = 2, .mean = mean}, 0.9), *poisson_quantile(mean, 0.9));
  }
}

TEST(NegativeBinomial, NothingExpectedIsNothingCounted) {
  EXPECT_EQ(*negative_binomial_tail({.shape = 3, .mean = 0}, 1), 0);
  EXPECT_EQ(*negative_binomial_quantile({.shape = 3, .mean = 0}, 0.99), 0);
}

TEST(NegativeBinomial, RefusesWhatIsNoDistribution) {
  for (const double shape : {0.0, -1.0, 1e301, kInfinity, kNotANumber})
    EXPECT_EQ(code_of(negative_binomial_tail({.shape = shape, .mean = 1}, 1)), "stats.shape.out_of_range");
  for (const double mean : {-1.0, 1e301, kInfinity, kNotANumber})
    EXPECT_EQ(code_of(negative_binomial_quantile({.shape = 1, .mean = mean}, 0.5)), "stats.mean.out_of_range");
  EXPECT_EQ(code_of(negative_binomial_quantile({.shape = 1, .mean = 1}, 1)), "stats.chance.out_of_range");
  EXPECT_EQ(code_of(negative_binomial_tail({.shape = 1, .mean = 1}, kLargestCount + 1)), "stats.count.out_of_range");
  EXPECT_EQ(code_of(negative_binomial_quantile({.shape = 1, .mean = 1e200}, 0.5)), "stats.result.out_of_range");
}

TEST(NegativeBinomial, ExtremesAreToldOrRefusedAndNeverNaN) {
  testing_support::Random random;
  for (int i = 0; i < 3000; ++i) {
    const NegativeBinomial counts{.shape = power_of_ten(random, -300, 300), .mean = power_of_ten(random, -300, 300)};
    const auto tail = negative_binomial_tail(counts, kLargestCount >> random.between(0, 53));
    ASSERT_TRUE(!tail || (*tail >= 0 && *tail <= 1)) << counts.shape << ' ' << counts.mean;
  }
}

TEST(Binomial, WorkedExample) {
  EXPECT_NEAR(*binomial_tail(2015, 1.0 / 300, 5), 0.8000231534, 1e-10);
  EXPECT_NEAR(*binomial_tail(2014, 1.0 / 300, 5), 0.7996807860, 1e-10);
  EXPECT_EQ(*smallest_trials(1.0 / 300, 5, 0.8), 2015);
  EXPECT_EQ(*smallest_trials(1.0 / 300, 5, 0.95), 2744);
}

TEST(Binomial, EdgesAreExact) {
  EXPECT_EQ(*binomial_tail(0, 0.5, 0), 1);
  EXPECT_EQ(*binomial_tail(0, 0.5, 1), 0);
  EXPECT_EQ(*binomial_tail(10, 0.5, 11), 0);
  EXPECT_EQ(*binomial_tail(10, 0, 1), 0);
  EXPECT_EQ(*binomial_tail(10, 1, 10), 1);
  EXPECT_EQ(*binomial_tail(10, 0, -3), 1);
  EXPECT_NEAR(*binomial_tail(3, 0.5, 2), 0.5, 1e-15);
  EXPECT_NEAR(*binomial_tail(kLargestCount, 0.5, kLargestCount / 2), 0.5, 1e-7);
}

TEST(Binomial, RefusesNearMisses) {
  EXPECT_EQ(code_of(binomial_tail(-1, 0.5, 0)), "stats.count.out_of_range");
  EXPECT_EQ(code_of(binomial_tail(kLargestCount + 1, 0.5, 0)), "stats.count.out_of_range");
  for (const double p : {-1e-9, 1 + 1e-9, kInfinity, kNotANumber}) {
    EXPECT_EQ(code_of(binomial_tail(5, p, 1)), "stats.probability.out_of_range");
    EXPECT_EQ(code_of(smallest_trials(p, 1, 0.8)), "stats.probability.out_of_range");
  }
  EXPECT_EQ(code_of(smallest_trials(0.1, 1, 1)), "stats.chance.out_of_range");
  EXPECT_EQ(code_of(smallest_trials(0, 1, 0.8)), "stats.probability.zero");
  EXPECT_EQ(code_of(smallest_trials(1e-300, 1, 0.8)), "stats.result.out_of_range");
  EXPECT_EQ(code_of(smallest_trials(0.5, kLargestCount + 1, 0.8)), "stats.count.out_of_range");
}

TEST(SmallestTrials, ClosedFormForOneSuccess) {
  for (const double p : {0.9, 0.5, 0.02, 1e-4, 1e-9})
    for (const double chance : {0.1, 0.8, 0.95, 0.9999})
      EXPECT_EQ(*smallest_trials(p, 1, chance),
                static_cast<std::int64_t>(std::ceil(std::log1p(-chance) / std::log1p(-p) - 1e-9)))
          << p << ' ' << chance;
}

TEST(SmallestTrials, CertainSuccessNeedsNoSpare) {
  EXPECT_EQ(*smallest_trials(1, 7, 0.99), 7);
  EXPECT_EQ(*smallest_trials(0.3, 0, 0.99), 0);
  EXPECT_EQ(*smallest_trials(0.3, -2, 0.99), 0);
  EXPECT_EQ(*smallest_trials(0.8, 1, 0.8), 1);  // a tie
}

TEST(SmallestTrials, IsEnoughAndOneFewerIsNot) {
  testing_support::Random random;
  for (int i = 0; i < 300; ++i) {
    const double p = power_of_ten(random, -5, 0);
    const auto m = random.between(1, 400);
    const std::int64_t n = *smallest_trials(p, m, 0.8);
    ASSERT_GE(*binomial_tail(n, p, m), 0.8 - 1e-12) << p << ' ' << m;
    ASSERT_LT(*binomial_tail(n - 1, p, m), 0.8) << p << ' ' << m;
  }
}

}  // namespace
}  // namespace paceline::stats
