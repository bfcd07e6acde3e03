// SPDX-License-Identifier: Apache-2.0
#include "quota/proration.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

const Period kWeek = parse_period("2026-W10")->span;  // 2 to 8 March

Quota quota_of(std::int64_t amount, Day from = kFirstDay) {
  Quota quota;
  quota.versions = {{from, RuleId(1), amount}};
  return quota;
}

WorkingCalendar with_exception(const char* day, int minutes) {
  WorkingCalendar calendar;
  calendar.exceptions[*parse_day(day)] = {minutes, "a day"};
  return calendar;
}

TEST(Proration, WorkedExample) {
  const Proration result = prorate(quota_of(250), with_exception("2026-03-04", 0), kWeek);
  EXPECT_EQ(result.amount, 200);
  EXPECT_EQ(result.amount_full, 250);
  EXPECT_EQ(result.minutes, 1920);
  EXPECT_EQ(result.minutes_full, 2400);
  ASSERT_EQ(result.parts.size(), 1U);
  EXPECT_EQ(result.parts[0].why, ProrationWhy::holiday);
  EXPECT_EQ(result.parts[0].minutes, 480);
  EXPECT_FALSE(result.excused);
}

TEST(Proration, OfAHalfDayRoundsHalfUpOnce) {
  // 5 * 2160 / 2400 = 4.5
  EXPECT_EQ(prorate(quota_of(5), with_exception("2026-03-04", 240), kWeek).amount, 5);
  // 7 * 2160 / 2400 = 6.3
  EXPECT_EQ(prorate(quota_of(7), with_exception("2026-03-04", 240), kWeek).amount, 6);
}

TEST(Proration, OfAMovedWorkingSaturdayAsksMore) {
  const Proration result = prorate(quota_of(250), with_exception("2026-03-07", 480), kWeek);
  EXPECT_EQ(result.amount, 300);
  EXPECT_EQ(result.parts[0].why, ProrationWhy::moved_day);
  EXPECT_EQ(result.parts[0].minutes, -480);
}

TEST(Proration, WithoutAWorkingMinuteIsExcused) {
  WorkingCalendar calendar;
  for (Day day = kWeek.from; day < kWeek.to; ++day) calendar.exceptions[day] = {0, "closed"};
  const Proration result = prorate(quota_of(250), calendar, kWeek);
  EXPECT_TRUE(result.excused);
  EXPECT_EQ(result.amount, 0);
}

TEST(Proration, OfAQuotaThatBeginsOnWednesdayAsksForThreeDays) {
  const Proration result = prorate(quota_of(250, *parse_day("2026-03-04")), WorkingCalendar(), kWeek);
  EXPECT_EQ(result.amount, 150);
  EXPECT_EQ(result.parts[0].why, ProrationWhy::before_start);
}

TEST(Proration, UsesTheVersionOfEachDay) {
  Quota quota = quota_of(250);
  quota.versions.push_back({*parse_day("2026-03-05"), RuleId(1), 500});
  EXPECT_EQ(prorate(quota, WorkingCalendar(), kWeek).amount, 350);  // 3 * 50 + 2 * 100
}

TEST(Proration, OfZeroIsALegalQuota) {
  const Proration result = prorate(quota_of(0), WorkingCalendar(), kWeek);
  EXPECT_EQ(result.amount, 0);
  EXPECT_FALSE(result.excused);
}

TEST(Proration, OfTheLargestQuotaDoesNotOverflow) {
  EXPECT_EQ(prorate(quota_of(kLargestQuota), WorkingCalendar(), kWeek).amount, kLargestQuota);
}

TEST(Proration, NeverGrowsByAHoliday) {
  for (std::int64_t amount = 0; amount < 60; ++amount) {
    WorkingCalendar calendar;
    std::int64_t before = prorate(quota_of(amount), calendar, kWeek).amount;
    for (Day day = kWeek.from; day < kWeek.to; ++day) {
      calendar.exceptions[day] = {0, "closed"};
      const std::int64_t after = prorate(quota_of(amount), calendar, kWeek).amount;
      ASSERT_LE(after, before) << amount << " on " << to_text(day);
      before = after;
    }
  }
}

TEST(PlannedUntil, RisesFromNothingToTheQuota) {
  const WorkingCalendar calendar;
  const Quota quota = quota_of(250);
  EXPECT_DOUBLE_EQ(planned_until(quota, calendar, kWeek, kWeek.from, 0), 0);
  EXPECT_DOUBLE_EQ(planned_until(quota, calendar, kWeek, *parse_day("2026-03-04"), 240), 125);
  EXPECT_DOUBLE_EQ(planned_until(quota, calendar, kWeek, kWeek.to, 0), 250);
  EXPECT_DOUBLE_EQ(planned_until(quota, calendar, kWeek, kWeek.to + 30, 480), 250);
  EXPECT_DOUBLE_EQ(planned_until(quota, calendar, kWeek, kWeek.from - 3, 480), 0);
}

}  // namespace
}  // namespace paceline
