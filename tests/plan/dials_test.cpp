// SPDX-License-Identifier: Apache-2.0
#include "plan/dials.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline {
namespace {

constexpr stats::Tally kReference{.successes = 5, .trials = 1500};

TEST(DialsKnown, WorkedExample) {
  const auto at80 = dials_known(kReference, 5, 0.80);
  ASSERT_TRUE(at80);
  EXPECT_EQ(at80->dials, 2015);
  EXPECT_NEAR(at80->chance, 0.8000231534, 1e-10);
  EXPECT_NEAR(*at80->chance_one_fewer, 0.7996807860, 1e-10);
  const auto at95 = dials_known(kReference, 5, 0.95);
  EXPECT_EQ(at95->dials, 2744);
  EXPECT_NEAR(at95->chance, 0.9500540060, 1e-10);
  EXPECT_NEAR(*at95->chance_one_fewer, 0.9499506339, 1e-10);
}

TEST(DialsOnAverage, WorkedExample) {
  const auto average = dials_on_average(kReference, 5);
  ASSERT_TRUE(average);
  EXPECT_EQ(average->dials, 1500);
  EXPECT_NEAR(average->chance, 0.5597996980, 1e-10);
}

TEST(DialsOnAverage, ChanceIsOfWholeDials) {
  // 2 wanted at 2 of 3: 3 dials; at 2 of 5: 5; 1 wanted at 2 of 5: 2.5, so 3 dials: 1 - 0.6^3.
  EXPECT_EQ(dials_on_average({.successes = 2, .trials = 3}, 2)->dials, 3);
  const auto half = dials_on_average({.successes = 2, .trials = 5}, 1);
  EXPECT_EQ(half->dials, 2.5);
  EXPECT_NEAR(half->chance, 0.784, 1e-12);
}

TEST(DialsKnown, NothingWantedNeedsNothing) {
  for (const stats::Tally rate : {kReference, stats::Tally{0, 10}}) {
    const auto none = dials_known(rate, 0, 0.8);
    ASSERT_TRUE(none);
    EXPECT_EQ(none->dials, 0);
    EXPECT_EQ(none->chance, 1);
    EXPECT_EQ(none->chance_one_fewer, std::nullopt);
    EXPECT_EQ(dials_on_average(rate, 0)->dials, 0);
    EXPECT_EQ(dials_on_average(rate, 0)->chance, 1);
  }
}

TEST(DialsKnown, EveryDialSells) {
  const auto all = dials_known({.successes = 9, .trials = 9}, 4, 0.95);
  EXPECT_EQ(all->dials, 4);
  EXPECT_EQ(all->chance, 1);
  EXPECT_EQ(all->chance_one_fewer, 0);
}

TEST(DialsKnown, RefusesWhatCannotBePlanned) {
  struct Row {
    stats::Tally rate;
    std::int64_t wanted;
    const char* code;
  };
  for (const Row& row : {Row{{0, 0}, 5, "stats.trials.not_positive"}, Row{{5, -1}, 5, "stats.trials.not_positive"},
                         Row{{6, 5}, 5, "stats.successes.out_of_range"},
                         Row{{-1, 5}, 5, "stats.successes.out_of_range"}, Row{{0, 1500}, 5, "plan.rate.zero"},
                         Row{{0, 1500}, 1, "plan.rate.zero"}, Row{{5, 1500}, -1, "plan.wanted.out_of_range"},
                         Row{{5, 1500}, std::numeric_limits<std::int64_t>::max(), "plan.wanted.out_of_range"},
                         Row{{1, stats::kLargestCount}, 5, "plan.dials.out_of_range"}}) {
    EXPECT_EQ(code_of(dials_known(row.rate, row.wanted, 0.8)), row.code);
    EXPECT_EQ(code_of(dials_on_average(row.rate, row.wanted)), row.code);
  }
}

TEST(DialsKnown, RefusesCertainty) {
  for (const double chance : {0.0, 1.0, 80.0, -0.1})
    EXPECT_EQ(code_of(dials_known(kReference, 5, chance)), "stats.chance.out_of_range");
}

TEST(DialsKnown, BetterRatesAndLowerChancesNeedFewer) {
  testing_support::Random random;
  for (int i = 0; i < 200; ++i) {
    const auto n = random.between(10, 100'000);
    const auto k = random.between(1, n - 1);
    const auto m = random.between(1, 50);
    const auto at80 = dials_known({.successes = k, .trials = n}, m, 0.8)->dials;
    ASSERT_LE(dials_known({.successes = k + 1, .trials = n}, m, 0.8)->dials, at80) << k << " of " << n << ", " << m;
    ASSERT_LE(dials_known({.successes = k, .trials = n}, m, 0.5)->dials, at80) << k << " of " << n << ", " << m;
    ASSERT_LT(at80, dials_known({.successes = k, .trials = n}, m + 1, 0.8)->dials) << k << " of " << n << ", " << m;
  }
}

}  // namespace
}  // namespace paceline
