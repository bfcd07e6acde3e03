// SPDX-License-Identifier: Apache-2.0
#include "stats/beta_binomial.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "stats/binomial.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline::stats {
namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

TEST(BetaBinomial, WorkedExample) {
  EXPECT_NEAR(*beta_binomial_tail(4, {.a = 1, .b = 1}, 3), 0.4, 1e-15);
  const Beta rate = after({.successes = 5, .trials = 1500});
  EXPECT_NEAR(*beta_binomial_tail(2309, rate, 5), 0.8000988721, 1e-10);
  EXPECT_EQ(*smallest_uncertain_trials(rate, 5, 0.8), 2309);
}

TEST(BetaBinomial, NoneIsCertainAndMoreThanAllImpossible) {
  const Beta rate{.a = 0.5, .b = 0.5};
  EXPECT_EQ(*beta_binomial_tail(0, rate, 0), 1);
  EXPECT_EQ(*beta_binomial_tail(3, rate, -1), 1);
  EXPECT_EQ(*beta_binomial_tail(3, rate, 4), 0);
  EXPECT_EQ(*smallest_uncertain_trials(rate, 0, 0.99), 0);
}

TEST(BetaBinomial, NeverSucceededIsStillUncertain) {
  const Beta rate = after({.successes = 0, .trials = 20});
  const double one = *beta_binomial_tail(1, rate, 1);
  EXPECT_NEAR(one, 0.5 / 21, 1e-15);
  EXPECT_GT(*smallest_uncertain_trials(rate, 1, 0.8), 100);
}

TEST(BetaBinomial, ManyTrialsStayTold) {
  EXPECT_NEAR(*beta_binomial_tail(kMostUncertainTrials, {.a = 500'000, .b = 500'000}, kMostUncertainTrials / 2), 0.5,
              1e-4);
  EXPECT_EQ(*beta_binomial_tail(10'000, {.a = 1e-6, .b = 1e12}, 9'999), 0);
}

TEST(BetaBinomial, RefusesWhatIsNoRateOrCount) {
  for (const double shape : {0.0, -1.0, 2e12, kNotANumber}) {
    EXPECT_EQ(code_of(beta_binomial_tail(3, {.a = shape, .b = 1}, 1)), "stats.shape.out_of_range");
    EXPECT_EQ(code_of(smallest_uncertain_trials({.a = 1, .b = shape}, 1, 0.5)), "stats.shape.out_of_range");
  }
  EXPECT_EQ(code_of(beta_binomial_tail(-1, {}, 1)), "stats.count.out_of_range");
  EXPECT_EQ(code_of(beta_binomial_tail(kMostUncertainTrials + 1, {}, 1)), "stats.count.out_of_range");
  EXPECT_EQ(code_of(smallest_uncertain_trials({}, 1, 1)), "stats.chance.out_of_range");
  EXPECT_EQ(code_of(smallest_uncertain_trials({.a = 1e-9, .b = 1}, 1, 0.99)), "stats.result.out_of_range");
}

Beta any_rate(testing_support::Random& random) {
  const auto shape = [&] { return std::pow(10, static_cast<double>(random.between(-1000, 3000)) / 1000); };
  return {.a = shape(), .b = shape()};
}

TEST(BetaBinomial, TailsAreTheSumsOfTheTerms) {
  testing_support::Random random;
  for (int i = 0; i < 300; ++i) {
    const Beta rate = any_rate(random);
    const std::int64_t n = random.between(0, 2000);
    const auto terms = beta_binomial_terms(n, rate);
    EXPECT_NEAR(std::accumulate(terms.of.begin(), terms.of.end(), 0.0), 1, 1e-12)
        << rate.a << ' ' << rate.b << ' ' << n;
    const std::int64_t m = random.between(0, n);
    double above = 0;
    for (std::size_t j = 0; j < terms.of.size(); ++j)
      above += terms.first + static_cast<std::int64_t>(j) >= m ? terms.of[j] : 0;
    ASSERT_NEAR(*beta_binomial_tail(n, rate, m), above, 1e-11) << rate.a << ' ' << rate.b << ' ' << n << ' ' << m;
  }
}

TEST(BetaBinomial, TermsThatGrowTrialByTrialAreTheTermsOfThatManyTrials) {
  GrowingTerms equal(2, {.a = 1, .b = 1});
  equal.add_trial();
  for (const double value : equal.now().of) EXPECT_NEAR(value, 0.25, 1e-15);
  testing_support::Random random;
  for (int i = 0; i < 100; ++i) {
    const Beta rate = any_rate(random);
    const std::int64_t n = random.between(0, 2000);
    GrowingTerms growing(n, rate);
    for (int trial = 0; trial < 64; ++trial) growing.add_trial();
    const auto terms = beta_binomial_terms(n + 64, rate);
    for (std::size_t j = 0; j < terms.of.size(); ++j) {
      const auto place = static_cast<std::size_t>(terms.first - growing.now().first) + j;
      const double grown = place < growing.now().of.size() ? growing.now().of[place] : 0;
      ASSERT_NEAR(grown, terms.of[j], 1e-16 + 1e-11 * terms.of[j]) << rate.a << ' ' << rate.b << ' ' << n << ' ' << j;
    }
  }
}

TEST(BetaBinomial, IsTheBinomialWhenTheRateIsCertain) {
  testing_support::Random random;
  for (int i = 0; i < 50; ++i) {
    const double p = static_cast<double>(random.between(1, 99)) / 100;
    const std::int64_t n = random.between(1, 100);
    const std::int64_t m = random.between(0, n);
    ASSERT_NEAR(*beta_binomial_tail(n, {.a = p * 1e10, .b = (1 - p) * 1e10}, m), *binomial_tail(n, p, m), 1e-6);
  }
}

}  // namespace
}  // namespace paceline::stats
