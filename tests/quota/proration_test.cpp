// SPDX-License-Identifier: Apache-2.0
#include "quota/proration.h"

#include <gtest/gtest.h>

#include "asked.h"

namespace paceline {
namespace {

const Period kWeek = parse_period("2026-W10")->span;  // 2 to 8 March
const Day kWednesday = kWeek.from + 2;
const Day kSaturday = kWeek.from + 5;

WorkingCalendar with_exception(Day day, int minutes) {
  WorkingCalendar calendar;
  calendar.exceptions[day] = {minutes, "a day"};
  return calendar;
}

Proration prorated(const Quota& quota, const WorkTime& time, Period period = kWeek) {
  return prorate(asked_days(quota, time, period), time.calendar);
}

std::int64_t asked(std::int64_t amount, const WorkTime& time) {
  return prorated(quota_of(amount), time).amount;
}

WorkTime half_time(WorkingCalendar calendar = {}) {
  WorkTime time = full_time(std::move(calendar));
  time.weeks = {{kFirstDay, {240, 240, 240, 240, 240, 0, 0}}};
  return time;
}

WorkTime ramped(Day from, int share_bp, WorkingCalendar calendar = {}) {
  WorkTime time = full_time(std::move(calendar));
  time.ramp = Ramp{from, {{0, share_bp}}};
  return time;
}

WorkTime away(Period span, std::optional<int> minutes = {}, WorkingCalendar calendar = {}) {
  WorkTime time = full_time(std::move(calendar));
  time.leaves = {{span, minutes}};
  return time;
}

void expect_part(const Proration& result, ProrationWhy why, std::int64_t minutes) {
  for (const ProrationPart& part : result.parts) {
    if (part.why != why) continue;
    EXPECT_EQ(part.minutes, minutes);
    return;
  }
  ADD_FAILURE() << "no part " << static_cast<int>(why);
}

TEST(Proration, WorkedExample) {
  const Proration result = prorated(quota_of(250), full_time(with_exception(kWednesday, 0)));
  EXPECT_EQ(result.amount, 200);
  EXPECT_EQ(result.amount_full, 250);
  EXPECT_EQ(result.minutes, 1920);
  EXPECT_EQ(result.minutes_full, 2400);
  ASSERT_EQ(result.parts.size(), 1U);
  expect_part(result, ProrationWhy::holiday, 480);
  EXPECT_FALSE(result.excused);
}

TEST(Proration, OfHalfTimeAndAHolidayIsTwoFifths) {
  const Proration result = prorated(quota_of(250), half_time(with_exception(kWednesday, 0)));
  EXPECT_EQ(result.amount, 100);
  EXPECT_EQ(result.minutes, 960);
  expect_part(result, ProrationWhy::holiday, 480);
  expect_part(result, ProrationWhy::part_time, 960);
}

TEST(Proration, OfARampOfOneHalfFromWednesday) {
  const Proration result = prorated(quota_of(250), ramped(kWednesday, 5000));
  EXPECT_EQ(result.amount, 175);
  expect_part(result, ProrationWhy::ramp, 720);
  EXPECT_EQ(result.minutes, 2400);
}

TEST(Proration, OfLeaveAllWeekIsExcused) {
  const Proration result = prorated(quota_of(250), away(kWeek));
  EXPECT_TRUE(result.excused);
  EXPECT_EQ(result.amount, 0);
  expect_part(result, ProrationWhy::leave, 2400);
}

TEST(Proration, OfAnHourAwayTakesAnHour) {
  // 480 * (2400 - 60) / 2400 = 468
  EXPECT_EQ(asked(480, away({kWednesday, kWednesday + 1}, 60)), 468);
}

TEST(Proration, LeavesThatOverlapDoNotAddUp) {
  WorkTime time = away({kWednesday, kWednesday + 2});
  time.leaves.push_back({{kWednesday + 1, kWednesday + 3}, std::nullopt});
  time.leaves.push_back({{kWednesday, kWednesday + 1}, 120});
  EXPECT_EQ(asked(250, time), 100);
}

TEST(Proration, OfAHalfDayRoundsHalfUpOnce) {
  // 5 * 2160 / 2400 = 4.5, 7 * 2160 / 2400 = 6.3
  EXPECT_EQ(asked(5, full_time(with_exception(kWednesday, 240))), 5);
  EXPECT_EQ(asked(7, full_time(with_exception(kWednesday, 240))), 6);
}

TEST(Proration, OfAHalfDayAtHalfTimeIsAQuarterOfADay) {
  // 240 * (4 * 240 + 120) / 2400 = 108
  EXPECT_EQ(asked(240, half_time(with_exception(kWednesday, 240))), 108);
}

TEST(Proration, OfAMovedWorkingSaturdayAsksMore) {
  const Proration result = prorated(quota_of(250), full_time(with_exception(kSaturday, 480)));
  EXPECT_EQ(result.amount, 300);
  expect_part(result, ProrationWhy::moved_day, -480);
  EXPECT_EQ(asked(250, half_time(with_exception(kSaturday, 480))), 150);
}

/// Monday and Tuesday away, one half asked from Wednesday on, Saturday worked: (3 + 1) days at one half of 5.
TEST(Proration, OfRampAndLeaveAndAMovedSaturdayTogether) {
  WorkTime time = ramped(kWednesday, 5000, with_exception(kSaturday, 480));
  time.leaves = {{{kWeek.from, kWednesday}, std::nullopt}};
  const Proration result = prorated(quota_of(250), time);
  EXPECT_EQ(result.amount, 100);
  expect_part(result, ProrationWhy::moved_day, -480);
  expect_part(result, ProrationWhy::leave, 960);
  expect_part(result, ProrationWhy::ramp, 960);
}

TEST(Proration, OfAClosingDayIsTheCompanys) {
  WorkingCalendar calendar = with_exception(kWednesday, 0);
  calendar.exceptions[kWednesday].closing = true;
  expect_part(prorated(quota_of(250), full_time(calendar)), ProrationWhy::closing_day, 480);
}

TEST(Proration, OfSomebodyWhoJoinedOnWednesday) {
  WorkTime time = full_time();
  time.employed.from = kWednesday;
  const Proration result = prorated(quota_of(250), time);
  EXPECT_EQ(result.amount, 150);
  expect_part(result, ProrationWhy::not_employed, 960);
}

TEST(Proration, OfADailyQuotaOnAMovedSaturdayIsTheWholeOfIt) {
  const Period saturday{kSaturday, kSaturday + 1};
  EXPECT_EQ(prorated(quota_of(50), full_time(with_exception(kSaturday, 480)), saturday).amount, 50);
  EXPECT_TRUE(prorated(quota_of(50), full_time(), saturday).excused);
}

TEST(Proration, ExcusesOnlyWhatTheQuotaExcuses) {
  WorkTime time = half_time(with_exception(kWednesday, 0));
  time.ramp = Ramp{kWeek.from, {{0, 5000}}};
  time.leaves = {{{kWeek.from, kWeek.from + 1}, std::nullopt}};
  const auto asked_with = [&](Excuses excuses) {
    Quota quota = quota_of(1000);
    quota.versions.front().excuses = excuses;
    return prorated(quota, time).amount;
  };
  EXPECT_EQ(asked_with({true, true, true, true}), 150);   // 3 half days at one half of 5 days
  EXPECT_EQ(asked_with({false, true, true, true}), 200);  // the holiday is worked
  EXPECT_EQ(asked_with({true, false, true, true}), 300);  // full time
  EXPECT_EQ(asked_with({true, true, false, true}), 200);  // never away
  EXPECT_EQ(asked_with({true, true, true, false}), 300);  // no ramp
  EXPECT_EQ(asked_with({false, false, false, false}), 1000);
}

TEST(Proration, WithoutAWorkingMinuteIsExcused) {
  WorkingCalendar calendar;
  for (Day day = kWeek.from; day < kWeek.to; ++day) calendar.exceptions[day] = {0, "closed"};
  const Proration result = prorated(quota_of(250), full_time(calendar));
  EXPECT_TRUE(result.excused);
  EXPECT_EQ(result.amount, 0);
}

TEST(Proration, OfAQuotaThatBeginsOnWednesdayAsksForThreeDays) {
  const Proration result = prorated(quota_of(250, kWednesday), full_time());
  EXPECT_EQ(result.amount, 150);
  expect_part(result, ProrationWhy::before_start, 960);
}

TEST(Proration, UsesTheVersionOfEachDay) {
  Quota quota = quota_of(250);
  quota.versions.push_back(quota_of(500, kWeek.from + 3).versions.front());
  EXPECT_EQ(prorated(quota, full_time()).amount, 350);  // 3 * 50 + 2 * 100
}

TEST(Proration, OfGradesIsTheSameFraction) {
  Quota quota = quota_of(250);
  quota.versions.front().amounts = {250, 200, 300};
  const Proration result = prorated(quota, full_time(with_exception(kWednesday, 0)));
  EXPECT_EQ(result.floor, 160);
  EXPECT_EQ(result.stretch, 240);
  quota.versions.push_back(quota_of(250, kWednesday).versions.front());
  EXPECT_FALSE(prorated(quota, full_time()).floor.has_value());
}

TEST(Proration, OfZeroIsALegalQuota) {
  const Proration result = prorated(quota_of(0), full_time());
  EXPECT_EQ(result.amount, 0);
  EXPECT_FALSE(result.excused);
}

TEST(Proration, OfTheLargestQuotaDoesNotOverflow) {
  EXPECT_EQ(asked(kLargestQuota, full_time()), kLargestQuota);
}

TEST(PlannedUntil, RisesFromNothingToTheQuota) {
  const auto planned = [](Day today, double share) {
    return planned_until(asked_days(quota_of(250), full_time(), kWeek), WorkingCalendar(), today, share);
  };
  EXPECT_DOUBLE_EQ(planned(kWeek.from, 0), 0);
  EXPECT_DOUBLE_EQ(planned(kWednesday, 0.5), 125);
  EXPECT_DOUBLE_EQ(planned(kWeek.to, 0), 250);
  EXPECT_DOUBLE_EQ(planned(kWeek.to + 30, 1), 250);
  EXPECT_DOUBLE_EQ(planned(kWeek.from - 3, 1), 0);
}

}  // namespace
}  // namespace paceline
