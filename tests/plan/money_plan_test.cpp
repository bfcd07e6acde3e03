// SPDX-License-Identifier: Apache-2.0
#include "plan/money_plan.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "plan/uncertain_dials.h"
#include "stats/random.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline {
namespace {

const stats::Beta kRate = stats::after({.successes = 5, .trials = 1500});
const std::vector<double> kOnes{0, 1};

TEST(MoneyPlan, OfOnesIsThePlanForSales) {
  for (const double chance : {0.5, 0.8, 0.95}) {
    const auto money = dials_for_money(kRate, kOnes, 5, chance), sales = dials_uncertain(kRate, 5, chance);
    ASSERT_TRUE(money && sales);
    EXPECT_EQ(money->dials, sales->dials);
    EXPECT_NEAR(money->chance, sales->chance, 1e-12);
  }
}

TEST(MoneyPlan, SizesThatDifferNeedMoreDials) {
  const auto even = dials_for_money(kRate, std::vector<double>{0, 0, 0, 0, 0, 1}, 25, 0.8);
  const auto uneven = dials_for_money(kRate, std::vector<double>{0, 0.5, 0, 0, 0, 0, 0, 0, 0, 0.5}, 25, 0.8);
  EXPECT_EQ(even->dials, 2309);
  EXPECT_GT(uneven->dials, even->dials);
  EXPECT_LT(*uneven->chance_one_fewer, 0.8);
}

TEST(MoneyPlan, AgreesWithSeededSimulation) {
  const stats::Beta sure{.a = 2e9, .b = 6e9};  // a quarter of the dials sell
  const std::vector<double> sizes{0, 0.5, 0, 0.5};
  const auto plan = *dials_for_money(sure, sizes, 12, 0.8);
  constexpr std::uint64_t kDraws = 50'000;
  const std::uint64_t seed = testing_support::seed();
  int reached = 0;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    int money = 0;
    for (std::uint64_t dial = 0; dial < static_cast<std::uint64_t>(plan.dials); ++dial)
      if (stats::uniform(seed, 2 * dial, draw) < 0.25) money += stats::uniform(seed, 2 * dial + 1, draw) < 0.5 ? 1 : 3;
    reached += money >= 12 ? 1 : 0;
  }
  EXPECT_NEAR(static_cast<double>(reached) / kDraws, plan.chance, 5 * 0.5 / std::sqrt(double{kDraws}));
}

TEST(MoneyPlan, EdgesHaveAMeaning) {
  EXPECT_EQ(dials_for_money(kRate, kOnes, 0, 0.9)->dials, 0);
  EXPECT_EQ(code_of(dials_for_money(kRate, {}, 5, 0.8)), "stats.counts.empty");
  EXPECT_EQ(code_of(dials_for_money(kRate, std::vector<double>{1}, 5, 0.8)), "stats.probability.zero");
  EXPECT_EQ(code_of(dials_for_money(kRate, std::vector<double>{0, 0.5}, 5, 0.8)), "stats.weights.not_one");
  EXPECT_EQ(code_of(dials_for_money(kRate, kOnes, -1, 0.8)), "plan.wanted.out_of_range");
  EXPECT_EQ(code_of(dials_for_money(kRate, kOnes, 5, 1)), "stats.chance.out_of_range");
  EXPECT_EQ(code_of(dials_for_money({.a = 1e-9, .b = 1}, kOnes, 5, 0.8)), "plan.dials.out_of_range");
  EXPECT_EQ(code_of(dials_for_money({.a = 0, .b = 1}, kOnes, 5, 0.8)), "stats.shape.out_of_range");
}

}  // namespace
}  // namespace paceline
