// SPDX-License-Identifier: Apache-2.0
#include "stats/interval.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline::stats {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

using Method = Result<Interval> (*)(Tally, double);
constexpr std::array<Method, 3> kMethods{jeffreys_interval, wilson_interval, clopper_pearson_interval};

void expect_interval(const Result<Interval>& interval, double low, double high) {
  ASSERT_TRUE(interval) << interval.error().code;
  EXPECT_NEAR(interval->low, low, 1e-9 * low + 1e-15);
  EXPECT_NEAR(interval->high, high, 1e-9 * high);
}

TEST(Interval, WorkedExample) {
  expect_interval(jeffreys_interval({.successes = 5, .trials = 10}), 0.22352867028, 0.77647132972);
  expect_interval(clopper_pearson_interval({.successes = 5, .trials = 10}), 0.18708602845, 0.81291397155);
  EXPECT_NEAR(wilson_interval({.successes = 81, .trials = 263})->low, 0.2552885199, 1e-10);
  EXPECT_NEAR(poisson_rate_interval(11, 40)->high, 0.4920509628, 1e-10);
}

TEST(Interval, StepsOfTheReferenceFunnel) {
  EXPECT_NEAR(jeffreys_interval({.successes = 20, .trials = 1000})->low, 0.01265104433, 1e-11);
  EXPECT_NEAR(jeffreys_interval({.successes = 20, .trials = 1000})->high, 0.03011690712, 1e-11);
  EXPECT_NEAR(jeffreys_interval({.successes = 5, .trials = 1500})->high, 0.007290961295, 1e-12);
}

TEST(Interval, PublishedTableOfNewcombe) {
  // Statistics in Medicine 17 (1998) 857, table I, method 3.
  struct Row {
    Tally tally;
    double low, high;
  };
  for (const Row& row : {Row{{81, 263}, 0.2553, 0.3662}, Row{{15, 148}, 0.0624, 0.1605}, Row{{0, 20}, 0, 0.1611},
                         Row{{1, 29}, 0.0061, 0.1718}}) {
    EXPECT_NEAR(wilson_interval(row.tally)->low, row.low, 5e-5);
    EXPECT_NEAR(wilson_interval(row.tally)->high, row.high, 5e-5);
  }
}

TEST(Interval, ClosedFormsOfClopperPearson) {
  for (const std::int64_t n : {1, 2, 20, 1'000'000}) {
    const double root = std::pow(0.025, 1 / static_cast<double>(n));
    expect_interval(clopper_pearson_interval({.successes = n, .trials = n}), root, 1);
    expect_interval(clopper_pearson_interval({.successes = 0, .trials = n}), 0,
                    -std::expm1(std::log(0.025) / static_cast<double>(n)));
  }
}

TEST(Interval, NoneAndAllEndExactlyAtTheEdge) {
  for (const Method method : kMethods)
    for (const std::int64_t n : {std::int64_t{1}, std::int64_t{8}, std::int64_t{1'000'000'000}, kLargestCount}) {
      const auto none = method({.successes = 0, .trials = n}, 0.95);
      const auto all = method({.successes = n, .trials = n}, 0.95);
      EXPECT_EQ(none->low, 0);
      EXPECT_GT(none->high, 0);
      EXPECT_EQ(all->high, 1);
      EXPECT_LE(all->low, 1);
      EXPECT_GT(all->low, 0);
    }
}

TEST(Interval, RefusesWhatIsNoTally) {
  struct Row {
    Tally tally;
    const char* code;
  };
  for (const Row& row : {Row{{0, 0}, "stats.trials.not_positive"}, Row{{0, -1}, "stats.trials.not_positive"},
                         Row{{-1, 10}, "stats.successes.out_of_range"}, Row{{11, 10}, "stats.successes.out_of_range"},
                         Row{{1, kLargestCount + 1}, "stats.count.out_of_range"},
                         Row{{1, std::numeric_limits<std::int64_t>::max()}, "stats.count.out_of_range"},
                         Row{{std::numeric_limits<std::int64_t>::min(), 1}, "stats.successes.out_of_range"}})
    for (const Method method : kMethods) EXPECT_EQ(code_of(method(row.tally, 0.95)), row.code);
}

TEST(Interval, RefusesAConfidenceThatPromisesAllOrNothing) {
  for (const double confidence : {0.0, 1.0, -0.1, 1.1, 95.0, kInfinity, kNotANumber}) {
    for (const Method method : kMethods)
      EXPECT_EQ(code_of(method({.successes = 1, .trials = 2}, confidence)), "stats.confidence.out_of_range");
    EXPECT_EQ(code_of(poisson_rate_interval(1, 1, confidence)), "stats.confidence.out_of_range");
  }
}

TEST(Interval, TinyAndGreatConfidenceStayOrderedAndFinite) {
  for (const Method method : kMethods)
    for (const double confidence : {1e-300, 1e-9, 0.5, 0.999999, 1 - 1e-16})
      for (const Tally tally : {Tally{1, 2}, Tally{3, 1'000'000}, Tally{1, kLargestCount}}) {
        const auto interval = method(tally, confidence);
        ASSERT_TRUE(interval);
        EXPECT_LE(0, interval->low);
        EXPECT_LE(interval->low, interval->high);
        EXPECT_LE(interval->high, 1);
      }
}

TEST(Interval, SwappingSuccessAndFailureMirrorsIt) {
  testing_support::Random random;
  for (int i = 0; i < 2000; ++i) {
    const auto n = random.between(1, 5000);
    const auto k = random.between(0, n);
    for (const Method method : kMethods) {
      const auto one = method({.successes = k, .trials = n}, 0.9);
      const auto other = method({.successes = n - k, .trials = n}, 0.9);
      ASSERT_NEAR(one->low, 1 - other->high, 1e-12) << k << " of " << n;
      ASSERT_NEAR(one->high, 1 - other->low, 1e-12) << k << " of " << n;
    }
  }
}

TEST(Interval, HoldsTheRateAndWidensWithConfidence) {
  testing_support::Random random;
  for (int i = 0; i < 2000; ++i) {
    const auto n = random.between(1, 1'000'000);
    const auto k = random.between(0, n);
    const double rate = static_cast<double>(k) / static_cast<double>(n);
    for (const Method method : kMethods) {
      const auto usual = method({.successes = k, .trials = n}, 0.95);
      const auto wide = method({.successes = k, .trials = n}, 0.99);
      ASSERT_LE(usual->low, rate) << k << " of " << n;
      ASSERT_GE(usual->high, rate) << k << " of " << n;
      ASSERT_LE(wide->low, usual->low) << k << " of " << n;
      ASSERT_GE(wide->high, usual->high) << k << " of " << n;
    }
  }
}

TEST(Interval, MoreSuccessesNeverLowerIt) {
  for (const Method method : kMethods) {
    Interval before{.low = 0, .high = 0};
    for (std::int64_t k = 0; k <= 60; ++k) {
      const auto interval = method({.successes = k, .trials = 60}, 0.95);
      ASSERT_GE(interval->low, before.low) << k;
      ASSERT_GE(interval->high, before.high) << k;
      before = *interval;
    }
  }
}

TEST(Interval, ClopperPearsonIsNeverTheNarrowerOne) {
  for (std::int64_t k = 1; k < 40; ++k) {
    const Tally tally{.successes = k, .trials = 40};
    EXPECT_LT(clopper_pearson_interval(tally)->low, jeffreys_interval(tally)->low);
    EXPECT_GT(clopper_pearson_interval(tally)->high, jeffreys_interval(tally)->high);
  }
}

TEST(PoissonRateInterval, ClosedFormWithoutEvents) {
  expect_interval(poisson_rate_interval(0, 4), 0, -std::log(0.025) / 4);
}

TEST(PoissonRateInterval, HalvesWhenTheExposureDoubles) {
  for (const std::int64_t events : {std::int64_t{0}, std::int64_t{1}, std::int64_t{100'000}, kLargestCount}) {
    const auto one = poisson_rate_interval(events, 1);
    const auto two = poisson_rate_interval(events, 2);
    EXPECT_NEAR(two->high * 2 / one->high, 1, 1e-14);
    EXPECT_LE(one->low, static_cast<double>(events));
    EXPECT_GE(one->high, static_cast<double>(events));
  }
}

TEST(PoissonRateInterval, RefusesWhatHasNoRate) {
  EXPECT_EQ(code_of(poisson_rate_interval(-1, 1)), "stats.count.out_of_range");
  EXPECT_EQ(code_of(poisson_rate_interval(kLargestCount + 1, 1)), "stats.count.out_of_range");
  EXPECT_EQ(code_of(poisson_rate_interval(1, 0)), "stats.exposure.not_positive");
  EXPECT_EQ(code_of(poisson_rate_interval(1, -2)), "stats.exposure.not_positive");
  EXPECT_EQ(code_of(poisson_rate_interval(1, kNotANumber)), "stats.exposure.not_positive");
  EXPECT_EQ(code_of(poisson_rate_interval(1, kInfinity)), "stats.exposure.out_of_range");
  EXPECT_EQ(code_of(poisson_rate_interval(1, 1e-310)), "stats.result.out_of_range");
}

}  // namespace
}  // namespace paceline::stats
