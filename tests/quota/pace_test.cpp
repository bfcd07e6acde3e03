// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "asked.h"
#include "quota/pace_days.h"

namespace paceline {
namespace {

const Period kWeek = parse_period("2026-W10")->span;  // 2 to 8 March
const Day kWednesday = *parse_day("2026-03-04");
constexpr int kNoon = 540 + 240;  // four of eight working hours

PaceFacts counted(std::int64_t monday, std::int64_t tuesday, std::int64_t wednesday) {
  return {{{kWeek.from, monday}, {kWeek.from + 1, tuesday}, {kWednesday, wednesday}}, {}, {}};
}

Result<Pace> pace_in(const Quota& quota, const WorkingCalendar& calendar, Period period, const PaceFacts& facts,
                     PaceMoment moment) {
  return pace_of(asked_days(quota, full_time(calendar), period), full_time(calendar), facts, moment);
}

std::vector<PaceDay> days_in(const Quota& quota, const WorkingCalendar& calendar, Period period, const PaceFacts& facts,
                             const Pace& pace, PaceMoment moment) {
  return *pace_days(asked_days(quota, full_time(calendar), period), full_time(calendar), facts, pace, moment);
}

TEST(Pace, WorkedExample) {
  WorkingCalendar calendar;
  calendar.exceptions[kWeek.from + 4] = {0, "holiday"};
  const Pace pace = *pace_in(quota_of(250), calendar, kWeek, counted(40, 45, 20), {kWednesday, kNoon});
  EXPECT_EQ(pace.proration.amount, 200);
  EXPECT_EQ(pace.counted, 105);
  EXPECT_DOUBLE_EQ(*pace.attainment, 105.0 / 200);
  EXPECT_DOUBLE_EQ(pace.expected_by_now, 125);
  EXPECT_DOUBLE_EQ(*pace.pace_ratio, 105.0 / 125);
  EXPECT_DOUBLE_EQ(pace.working_days.total, 4);
  EXPECT_DOUBLE_EQ(pace.working_days.elapsed, 2.5);
  EXPECT_DOUBLE_EQ(*pace.needed_per_day, 95 / 1.5);
  EXPECT_EQ(pace.state, PaceState::behind);
}

TEST(Pace, IsMadeMissedExcusedOrNotStarted) {
  const WorkingCalendar calendar;
  const auto state = [&](std::int64_t amount, Day day) {
    return pace_in(quota_of(amount), calendar, kWeek, counted(50, 50, 0), {day, kNoon})->state;
  };
  EXPECT_EQ(state(100, kWednesday), PaceState::made);
  EXPECT_EQ(state(101, kWeek.to), PaceState::missed);
  EXPECT_EQ(state(0, kWednesday), PaceState::made);
  EXPECT_EQ(state(101, kWeek.from - 1), PaceState::not_started);
  WorkingCalendar closed;
  closed.weekday_minutes = {};
  const Pace excused = *pace_in(quota_of(250), closed, kWeek, {}, {kWednesday, kNoon});
  EXPECT_EQ(excused.state, PaceState::excused);
  EXPECT_FALSE(excused.attainment.has_value());
  EXPECT_FALSE(excused.p_reach.has_value());
}

TEST(Pace, OnMondayMorningIsTooEarlyWithoutAHistory) {
  const Pace pace = *pace_in(quota_of(250), WorkingCalendar(), kWeek, {}, {kWeek.from, 500});
  EXPECT_EQ(pace.state, PaceState::too_early);
  EXPECT_FALSE(pace.projection.has_value());
  const Pace known =
      *pace_in(quota_of(250), WorkingCalendar(), kWeek, {{}, *prior_from_history(1000, 20, 5), {}}, {kWeek.from, 500});
  EXPECT_TRUE(known.p_reach.has_value());
}

TEST(PaceDays, AddUpToThePace) {
  const PaceMoment moment{kWednesday, kNoon};
  const PaceFacts facts = counted(40, 45, 20);
  const WorkingCalendar calendar;
  const Pace pace = *pace_in(quota_of(250), calendar, kWeek, facts, moment);
  const auto days = days_in(quota_of(250), calendar, kWeek, facts, pace, moment);
  ASSERT_EQ(days.size(), 7U);
  EXPECT_EQ(days[2].total, 105);
  EXPECT_FALSE(days[3].total.has_value());
  EXPECT_FALSE(days[1].likely.has_value());
  EXPECT_DOUBLE_EQ(days.back().plan, 250);
  EXPECT_NEAR(days.back().likely->mean, pace.projection->mean, 1e-9);
  EXPECT_EQ(days[5].kind, DayKind::off);
  EXPECT_DOUBLE_EQ(per_day(calendar, days, pace, kWednesday).at_start, 50);
  EXPECT_FALSE(per_day(calendar, days, pace, kWednesday).last_10.has_value());
}

TEST(PerDay, FindsTheBestTenInARow) {
  const Period quarter = parse_period("2026-Q1")->span;
  PaceFacts facts;
  const WorkingCalendar calendar;
  int n = 0;
  for (Day day = quarter.from; day < *parse_day("2026-02-02"); ++day) {
    if (available_minutes(calendar, day) > 0) facts.counted_by_day[day] = ++n <= 10 ? 3 : 1;
  }
  const PaceMoment moment{*parse_day("2026-02-02"), 0};
  const Pace pace = *pace_in(quota_of(100), calendar, quarter, facts, moment);
  const auto days = days_in(quota_of(100), calendar, quarter, facts, pace, moment);
  const PerDay mean = per_day(calendar, days, pace, moment.day);
  EXPECT_DOUBLE_EQ(*mean.best_10, 3);
  EXPECT_DOUBLE_EQ(*mean.last_10, 1);
}

/// 3 on each of twenty half days of January are 60 in ten full-time days.
TEST(PerDay, TwoHalfDaysAreOneFullTimeDay) {
  const Period quarter = parse_period("2026-Q1")->span;
  WorkingCalendar calendar;
  PaceFacts facts;
  const PaceMoment moment{*parse_day("2026-01-29"), 0};
  for (Day day = quarter.from; day < moment.day; ++day) {
    if (full_minutes(calendar, day) == 0) continue;
    calendar.exceptions[day] = {240, "half"};
    facts.counted_by_day[day] = 3;
  }
  ASSERT_EQ(facts.counted_by_day.size(), 20U);
  const auto mean = [&](Day today) {
    const PaceMoment at{today, 0};
    const Pace pace = *pace_in(quota_of(100), calendar, quarter, facts, at);
    return per_day(calendar, days_in(quota_of(100), calendar, quarter, facts, pace, at), pace, today);
  };
  EXPECT_DOUBLE_EQ(mean(moment.day).last_10.value_or(0), 6);
  EXPECT_FALSE(mean(moment.day - 1).last_10.has_value());
}

/// A quota from Wednesday asks 3 / 5 of the week and counts the same three days.
class QuotaFromWednesday : public testing::Test {
 protected:
  QuotaFromWednesday() : quota(quota_of(250)) { quota.versions.front().from = kWednesday; }
  [[nodiscard]] Pace at(PaceMoment moment) const {
    return *pace_in(quota, WorkingCalendar(), kWeek, counted(40, 45, 20), moment);
  }
  Quota quota;
};

TEST_F(QuotaFromWednesday, CountsWhatItAsks) {
  EXPECT_EQ(asked_span(asked_days(quota, full_time(), kWeek)), (Period{kWednesday, kWeek.to}));
  const Pace pace = at({kWednesday, kNoon});
  EXPECT_EQ(pace.proration.amount, 150);
  EXPECT_EQ(pace.counted, 20);
  EXPECT_DOUBLE_EQ(pace.expected_by_now, 25);
  EXPECT_DOUBLE_EQ(*pace.so_far_per_day, 40);
}

TEST_F(QuotaFromWednesday, IsNotStartedOnTuesday) {
  EXPECT_EQ(at({kWednesday - 1, kNoon}).state, PaceState::not_started);
}

TEST_F(QuotaFromWednesday, AddsUpDayByDay) {
  const PaceMoment moment{kWednesday, kNoon};
  const auto days = days_in(quota, WorkingCalendar(), kWeek, counted(40, 45, 20), at(moment), moment);
  EXPECT_EQ(days[1].total, 0);
  EXPECT_EQ(days[2].total, 20);
  EXPECT_DOUBLE_EQ(days.back().plan, 150);
}

TEST(Pace, OfMoneyIsByThePlanAndHasNoChance) {
  const WorkingCalendar calendar;
  PaceFacts facts = counted(1'000'000, 0, 0);
  facts.money = true;
  const Pace behind = *pace_in(quota_of(2'500'000), calendar, kWeek, facts, {kWednesday, kNoon});
  EXPECT_EQ(behind.state, PaceState::behind);
  EXPECT_DOUBLE_EQ(behind.expected_by_now, 1'250'000);
  EXPECT_FALSE(behind.p_reach.has_value());
  EXPECT_FALSE(behind.projection.has_value());
  EXPECT_FALSE(behind.band.has_value());
  const Pace there = *pace_in(quota_of(2'000'000), calendar, kWeek, facts, {kWednesday, kNoon});
  EXPECT_EQ(there.state, PaceState::on_pace);
  EXPECT_EQ(pace_in(quota_of(1'000'000), calendar, kWeek, facts, {kWednesday, kNoon})->state, PaceState::made);
  for (const PaceDay& day : days_in(quota_of(2'500'000), calendar, kWeek, facts, behind, {kWednesday, kNoon})) {
    EXPECT_FALSE(day.band.has_value());
    EXPECT_FALSE(day.likely.has_value());
  }
}

}  // namespace
}  // namespace paceline
