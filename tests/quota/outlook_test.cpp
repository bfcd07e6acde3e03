// SPDX-License-Identifier: Apache-2.0
#include "quota/outlook.h"

#include <gtest/gtest.h>

#include <cmath>

#include "asked.h"
#include "quota/pace_days.h"

namespace paceline {
namespace {

const Period kWeek = parse_period("2026-W10")->span;  // 2 to 8 March
const TeamRates kTeam{10, 0, 0.1, 0, 0, 1000, {1, 1, 1, 1, 1, 1, 1}};

std::vector<PastDay> days_of(Day first, int days, std::int64_t counted) {
  std::vector<PastDay> list;
  for (int i = 0; i < days; ++i) list.push_back({first + i, 1, counted});
  return list;
}

TEST(Outlook, WorkedExample) {
  const Outlook outlook = outlook_of(kTeam, {}, kWeek, {});
  EXPECT_DOUBLE_EQ(outlook.rate, 10);
  EXPECT_DOUBLE_EQ(outlook.rate_spread, 0.1);
  const Coming rest = coming(outlook, {{kWeek.from, 1}, {kWeek.from + 1, 1}, {kWeek.from + 2, 0.5}});
  EXPECT_DOUBLE_EQ(rest.mean, 25);
  EXPECT_NEAR(rest.spread, 0.1, 1e-12);
}

TEST(Outlook, OwnWeeksCountTheMoreTheLongerTheyAre) {
  double before = 10;
  for (const int weeks : {1, 2, 4}) {
    const Outlook outlook = outlook_of(kTeam, days_of(kWeek.from - 7 * weeks, 5 * weeks, 20), kWeek, {});
    EXPECT_GT(outlook.rate, before);
    EXPECT_LT(outlook.rate, 20);
    before = outlook.rate;
  }
}

TEST(Outlook, AGoodBeginningOfTheWeekLiftsThisWeekMoreThanTheNext) {
  TeamRates team = kTeam;
  team.week = 0.05;
  const auto own = days_of(kWeek.from - 28, 20, 10);
  const Outlook outlook = outlook_of(team, own, kWeek, days_of(kWeek.from, 2, 15));
  EXPECT_GT(outlook.week_rate, outlook.rate);
  EXPECT_GT(outlook.rate, 10);
}

TEST(Outlook, WithNoFormsItIsTheGammaPoissonOfReach) {
  // Gamma(1 / 0.1, 1) before the week, 12 counted in two days.
  const Outlook outlook = outlook_of(kTeam, {}, kWeek, days_of(kWeek.from, 2, 6));
  const Coming rest = coming(outlook, {{kWeek.from + 2, 1}, {kWeek.from + 3, 1}, {kWeek.from + 4, 1}});
  const ReachInput input{{10, 1}, 12, 2, 3, 40};
  EXPECT_NEAR(*reach_of(input, rest)->p_reach, *reach_of(input)->p_reach, 1e-9);
  EXPECT_NEAR(reach_of(input, rest)->projection->mean, reach_of(input)->projection->mean, 1e-9);
}

TEST(Outlook, MoreUncertaintyIsNeverMoreCertain) {
  TeamRates wild = kTeam;
  wild.day = 0.2;
  wild.week = 0.1;
  const auto own = days_of(kWeek.from - 28, 20, 10);
  const std::vector<DayToCome> days{{kWeek.from + 3, 1}, {kWeek.from + 8, 1}, {kWeek.from + 9, 1}};
  const Coming calm = coming(outlook_of(kTeam, own, kWeek, days_of(kWeek.from, 3, 10)), days);
  const Coming rough = coming(outlook_of(wild, own, kWeek, days_of(kWeek.from, 3, 10)), days);
  EXPECT_GT(rough.spread, calm.spread);
}

TEST(Outlook, NothingToComeIsNothing) {
  const Coming rest = coming(outlook_of(kTeam, {}, kWeek, {}), {});
  EXPECT_EQ(rest.mean, 0);
  EXPECT_EQ(rest.spread, 0);
  EXPECT_EQ(projection_of(7, rest)->p90, 7);
}

TEST(Outlook, GivesThePaceItsChanceAndItsFan) {
  const WorkTime time = full_time();
  const auto days = asked_days(quota_of(50), time, kWeek);
  PaceFacts facts{{{kWeek.from, 9}}, {}, outlook_of(kTeam, {}, kWeek, days_of(kWeek.from, 1, 9))};
  const PaceMoment moment{kWeek.from + 1, 540};
  const Pace pace = *pace_of(days, time, facts, moment);
  EXPECT_GT(*pace.p_reach, 0.2);
  EXPECT_LT(*pace.p_reach, 0.6);
  const auto fan = *pace_days(days, time, facts, pace, moment);
  EXPECT_NEAR(fan[4].likely->mean, pace.projection->mean, 1e-9);
  EXPECT_EQ(fan[4].likely->p90, pace.projection->p90);
  EXPECT_LT(fan[2].likely->mean, fan[3].likely->mean);
}

TEST(Reach, WhatComesFromElsewhereIsChecked) {
  const ReachInput input{{}, 1, 1, 1, 3};
  EXPECT_EQ(reach_of(input, Coming{-1, 0}).error().code, "quota.reach.coming.out_of_range");
  EXPECT_EQ(reach_of(input, Coming{1, std::nan("")}).error().code, "quota.reach.coming.out_of_range");
  EXPECT_EQ(projection_of(-1, Coming{1, 0}).error().code, "quota.reach.count.out_of_range");
  EXPECT_EQ(*reach_of(input, Coming{0, 0})->p_reach, 0);
}

}  // namespace
}  // namespace paceline
