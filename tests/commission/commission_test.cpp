// SPDX-License-Identifier: Apache-2.0
// What a commission plan pays, to the cent.
#include <gtest/gtest.h>

#include <numeric>
#include <vector>

#include "commission/activity_bonus.h"
#include "commission/draw.h"
#include "commission/tiers.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline {
namespace {

CommissionPlan plan_of(TierKind kind = TierKind::marginal) {
  return {.quota_minor = 10'000'000,
          .tiers = {{0, 400}, {50, 800}, {100, 1200}, {120, 1000}},
          .kind = kind,
          .cap_minor = {}};
}

TEST(Commission, WorkedExample) {
  const std::vector<std::int64_t> sales{4'000'000, 9'999'999, 10'000'000, 13'500'000, 30'000'000};
  const std::vector<std::int64_t> marginal{160'000, 600'000, 600'000, 990'000, 2'640'000};
  const std::vector<std::int64_t> retroactive{160'000, 800'000, 1'200'000, 1'350'000, 3'000'000};
  for (std::size_t i = 0; i < sales.size(); ++i) {
    EXPECT_EQ(*commission_on(sales[i], plan_of()), marginal[i]);
    EXPECT_EQ(*commission_on(sales[i], plan_of(TierKind::retroactive)), retroactive[i]);
  }
  auto capped = plan_of();
  capped.cap_minor = 2'000'000;
  EXPECT_EQ(*commission_on(30'000'000, capped), 2'000'000);
  EXPECT_EQ(*next_sale_pays(13'500'000, 1'000'000, plan_of()), 100'000);
  EXPECT_EQ(*next_sale_pays(10'000'000, 1'000'000, plan_of()), 120'000);
}

TEST(Commission, HalfACentIsRoundedUpOnce) {
  const CommissionPlan plan{.quota_minor = 100, .tiers = {{0, 5000}}, .kind = TierKind::marginal, .cap_minor = {}};
  EXPECT_EQ(*commission_on(1, plan), 1);
  EXPECT_EQ(*commission_on(3, plan), 2);
  EXPECT_EQ(*commission_on(0, plan), 0);
}

TEST(Commission, BelowTheFirstTierNothingIsPaid) {
  const CommissionPlan plan{.quota_minor = 1000, .tiers = {{50, 1000}}, .kind = TierKind::marginal, .cap_minor = {}};
  EXPECT_EQ(*commission_on(500, plan), 0);
  EXPECT_EQ(*commission_on(600, plan), 10);
}

TEST(Commission, TheLargestAmountsFit) {
  const std::int64_t most = 1'000'000'000'000'000;
  const CommissionPlan plan{.quota_minor = most, .tiers = {{0, 10'000}}, .kind = TierKind::marginal, .cap_minor = {}};
  EXPECT_EQ(*commission_on(most, plan), most);
  EXPECT_EQ(code_of(commission_on(most + 1, plan)), "commission.sales.out_of_range");
}

TEST(Commission, RefusesWhatIsNoPlan) {
  auto plan = plan_of();
  plan.quota_minor = 0;
  EXPECT_EQ(code_of(commission_on(1, plan)), "commission.quota.not_positive");
  for (const std::vector<Tier>& tiers :
       {std::vector<Tier>{}, {{0, -1}}, {{-1, 1}}, {{50, 1}, {50, 2}}, {{60, 1}, {50, 2}}}) {
    plan = plan_of();
    plan.tiers = tiers;
    EXPECT_EQ(code_of(commission_on(1, plan)), "commission.tiers.malformed");
  }
  plan = plan_of();
  plan.cap_minor = -1;
  EXPECT_EQ(code_of(commission_on(1, plan)), "commission.cap.out_of_range");
  EXPECT_EQ(code_of(commission_on(-1, plan_of())), "commission.sales.out_of_range");
}

TEST(Commission, OnlyARetroactivePlanHasACliff) {
  EXPECT_FALSE(has_cliff(plan_of()));
  EXPECT_TRUE(has_cliff(plan_of(TierKind::retroactive)));
  EXPECT_GT(*next_sale_pays(9'999'999, 1, plan_of(TierKind::retroactive)), 300'000);
}

TEST(Commission, MoreSalesNeverPayLessAndStepsAddUp) {
  testing_support::Random random;
  for (int run = 0; run < 200; ++run) {
    CommissionPlan plan{
        .quota_minor = random.between(1, 1'000'000), .tiers = {}, .kind = TierKind::marginal, .cap_minor = {}};
    std::int64_t percent = 0;
    for (std::int64_t i = random.between(1, 5); i > 0; --i) {
      plan.tiers.push_back({percent, random.between(0, 3000)});
      percent += random.between(1, 60);
    }
    const std::int64_t a = random.between(0, 2'000'000), b = random.between(0, 2'000'000);
    ASSERT_GE(*next_sale_pays(a, b, plan), 0);
    ASSERT_EQ(*commission_on(a, plan) + *next_sale_pays(a, b, plan), *commission_on(a + b, plan));
  }
}

TEST(Clawback, WorkedExample) {
  const std::vector<std::int64_t> sales{6'000'000, 5'500'000, 2'000'000}, cancelled{2};
  const auto found = clawback(sales, cancelled, plan_of());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->paid_minor, 990'000);
  EXPECT_EQ(found->due_minor, 780'000);
  EXPECT_EQ(found->clawback_minor, 210'000);
  EXPECT_EQ(found->average_rate_minor, 146'667);
  EXPECT_EQ(*split_payment(780'000, std::vector<std::int64_t>{6000, 4000}),
            (std::vector<std::int64_t>{468'000, 312'000}));
}

TEST(Clawback, NothingAndEverythingCancelled) {
  const std::vector<std::int64_t> sales{6'000'000, 5'500'000}, all{0, 1};
  EXPECT_EQ(clawback(sales, {}, plan_of())->clawback_minor, 0);
  EXPECT_EQ(clawback(sales, all, plan_of())->due_minor, 0);
  EXPECT_EQ(clawback({}, {}, plan_of())->paid_minor, 0);
  EXPECT_EQ(code_of(clawback(sales, std::vector<std::int64_t>{2}, plan_of())), "commission.cancelled.unknown");
  EXPECT_EQ(code_of(clawback(sales, std::vector<std::int64_t>{1, 1}, plan_of())), "commission.cancelled.unknown");
}

TEST(SplitPayment, PartsAddUpExactly) {
  testing_support::Random random;
  for (int run = 0; run < 300; ++run) {
    std::vector<std::int64_t> shares;
    std::int64_t left = 10'000;
    for (int i = 0; i < 4; ++i) {
      shares.push_back(random.between(0, left));
      left -= shares.back();
    }
    shares.push_back(left);
    const std::int64_t payment = random.between(-1'000'000, 1'000'000);
    const auto parts = *split_payment(payment, shares);
    ASSERT_EQ(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}), payment);
  }
  EXPECT_EQ(code_of(split_payment(1, std::vector<std::int64_t>{9999})), "commission.shares.malformed");
  EXPECT_EQ(code_of(split_payment(1, std::vector<std::int64_t>{10'001, -1})), "commission.shares.malformed");
  EXPECT_EQ(code_of(split_payment(1, {})), "commission.shares.malformed");
}

TEST(Draw, WorkedExample) {
  const auto pay = pay_with_draw(std::vector<std::int64_t>{100'000, 250'000, 600'000, 900'000}, 300'000, false);
  ASSERT_TRUE(pay);
  EXPECT_EQ(pay->paid_minor, (std::vector<std::int64_t>{300'000, 300'000, 350'000, 900'000}));
  EXPECT_EQ(pay->balance_minor, 0);
  EXPECT_EQ(pay->total_minor, 1'850'000);
}

TEST(Draw, WhatIsOwedIsWhatWasPaidTooMuchAndNobodyGoesBelowIt) {
  testing_support::Random random;
  for (int run = 0; run < 200; ++run) {
    std::vector<std::int64_t> earned;
    for (std::int64_t i = random.between(0, 12); i > 0; --i) earned.push_back(random.between(0, 1000));
    const std::int64_t draw = random.between(0, 600);
    const auto pay = *pay_with_draw(earned, draw, false);
    ASSERT_EQ(pay.total_minor - std::accumulate(earned.begin(), earned.end(), std::int64_t{0}), pay.balance_minor);
    for (const auto paid : pay.paid_minor) ASSERT_GE(paid, draw);
    ASSERT_EQ(pay_with_draw(earned, draw, true)->balance_minor, 0);
  }
  EXPECT_EQ(code_of(pay_with_draw({}, -1, false)), "commission.draw.out_of_range");
  EXPECT_EQ(code_of(pay_with_draw(std::vector<std::int64_t>{-1}, 0, false)), "commission.draw.out_of_range");
}

std::int64_t parts(double value) {
  return *billionths_of(value);
}

std::vector<BonusKind> kinds() {
  return {{330, 300, parts(0.4)}, {130, 100, parts(0.2)}, {14, 12, parts(0.4)}};
}

BonusPlan bonus_plan() {
  return {.start = parts(1), .full = parts(1.2), .cap = parts(1.25), .gate = parts(0.8), .bonus_minor = 50'000};
}

TEST(ActivityBonus, WorkedExample) {
  const auto bonus = activity_bonus(kinds(), bonus_plan());
  ASSERT_TRUE(bonus);
  EXPECT_NEAR(bonus->index, 1.156666667, 1e-9);
  EXPECT_TRUE(bonus->gate_met);
  EXPECT_EQ(bonus->bonus_minor, 39'167);
}

TEST(ActivityBonus, GateStartAndFull) {
  auto neglected = kinds();
  neglected[2].done = 9;
  EXPECT_FALSE(activity_bonus(neglected, bonus_plan())->gate_met);
  EXPECT_EQ(activity_bonus(neglected, bonus_plan())->bonus_minor, 0);
  const std::vector<BonusKind> exact{{100, 100, 1}}, far{{200, 100, 1}};
  EXPECT_EQ(activity_bonus(exact, bonus_plan())->bonus_minor, 0);
  EXPECT_EQ(activity_bonus(far, bonus_plan())->bonus_minor, 50'000);
  auto step = bonus_plan();
  step.start = step.full = parts(1);
  EXPECT_EQ(activity_bonus(exact, step)->bonus_minor, 50'000);
}

TEST(ActivityBonus, RefusesWhatIsNoPlan) {
  EXPECT_EQ(code_of(activity_bonus({}, bonus_plan())), "commission.kinds.malformed");
  EXPECT_EQ(code_of(activity_bonus(std::vector<BonusKind>{{1, 0, 1}}, bonus_plan())), "commission.kinds.malformed");
  EXPECT_EQ(code_of(activity_bonus(std::vector<BonusKind>{{1, 1, 0}}, bonus_plan())), "commission.kinds.malformed");
  EXPECT_EQ(code_of(activity_bonus(std::vector<BonusKind>{{1, 1, -1}}, bonus_plan())), "commission.level.out_of_range");
  auto wrong = bonus_plan();
  wrong.start = parts(2);
  EXPECT_EQ(code_of(activity_bonus(kinds(), wrong)), "commission.level.out_of_range");
  wrong = bonus_plan();
  wrong.bonus_minor = -1;
  EXPECT_EQ(code_of(activity_bonus(kinds(), wrong)), "commission.bonus.out_of_range");
  EXPECT_EQ(code_of(billionths_of(-0.1)), "commission.level.out_of_range");
}

}  // namespace
}  // namespace paceline
