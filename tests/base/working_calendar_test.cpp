// SPDX-License-Identifier: Apache-2.0
#include "base/working_calendar.h"

#include <gtest/gtest.h>

#include "base/rounding.h"
#include "random.h"

namespace paceline {
namespace {

using testing_support::Random;

const Period kWeek = parse_period("2026-W48")->span;  // Monday 23 to Sunday 29 November 2026

Day weekday_in_week(Weekday weekday) {
  return kWeek.from + static_cast<int>(weekday);
}

// Five days of 480 minutes are 2400; one holiday leaves 1920; 250 x 1920 / 2400 = 200.
std::int64_t full_of(const WorkingCalendar& calendar, Period period) {
  std::int64_t sum = 0;
  for (Day day = period.from; day < period.to; ++day) sum += full_minutes(calendar, day);
  return sum;
}

std::int64_t available_of(const WorkingCalendar& calendar, Period period) {
  std::int64_t sum = 0;
  for (Day day = period.from; day < period.to; ++day) sum += available_minutes(calendar, day);
  return sum;
}

TEST(WorkingCalendar, WorkedExample) {
  WorkingCalendar calendar;
  calendar.exceptions[weekday_in_week(Weekday::wednesday)] = {0, "Holiday"};
  EXPECT_EQ(full_of(calendar, kWeek), 2400);
  EXPECT_EQ(available_of(calendar, kWeek), 1920);
  EXPECT_EQ(round_half_up(Wide{250} * available_of(calendar, kWeek), full_of(calendar, kWeek)), 200);
}

TEST(WorkingCalendar, TakesExceptionsInPlaceOfTheUsualDay) {
  WorkingCalendar calendar;
  calendar.exceptions[weekday_in_week(Weekday::monday)] = {240, "Half day"};
  calendar.exceptions[weekday_in_week(Weekday::saturday)] = {480, "Moved from Monday"};
  EXPECT_EQ(available_minutes(calendar, weekday_in_week(Weekday::monday)), 240);
  EXPECT_EQ(available_minutes(calendar, weekday_in_week(Weekday::tuesday)), 480);
  EXPECT_EQ(available_minutes(calendar, weekday_in_week(Weekday::saturday)), 480);
  EXPECT_EQ(available_minutes(calendar, weekday_in_week(Weekday::sunday)), 0);
  EXPECT_EQ(full_minutes(calendar, weekday_in_week(Weekday::monday)), 480);
  EXPECT_EQ(full_minutes(calendar, weekday_in_week(Weekday::saturday)), 0);
  EXPECT_EQ(available_of(calendar, kWeek), 240 + 4 * 480 + 480);
  EXPECT_EQ(full_of(calendar, kWeek), 2400);
}

TEST(WorkingCalendar, KnowsAWeekendOnOtherDays) {
  WorkingCalendar calendar;
  calendar.weekday_minutes = {480, 480, 480, 480, 0, 0, 480};  // Friday and Saturday are off
  calendar.week_start = Weekday::sunday;
  const Period week = parse_period("2026-W48", calendar.week_start)->span;
  EXPECT_EQ(full_of(calendar, week), 2400);
  EXPECT_EQ(full_minutes(calendar, weekday_in_week(Weekday::friday)), 0);
  EXPECT_EQ(full_minutes(calendar, weekday_in_week(Weekday::sunday)), 480);
}

TEST(WorkingCalendar, HasNothingInAnEmptyPeriod) {
  const WorkingCalendar calendar;
  EXPECT_EQ(full_of(calendar, Period{kWeek.from, kWeek.from}), 0);
  EXPECT_EQ(available_of(calendar, Period{kWeek.from, kWeek.from}), 0);
}

TEST(ElapsedMinutes, RunFromTheBeginningToTheEndOfWork) {
  const WorkingCalendar calendar;  // from 09:00, eight hours
  const Day monday = weekday_in_week(Weekday::monday);
  struct Row {
    int minute_of_day, elapsed;
  };
  for (const auto& [minute_of_day, elapsed] : {Row{0, 0}, Row{539, 0}, Row{540, 0}, Row{541, 1}, Row{780, 240},
                                               Row{1019, 479}, Row{1020, 480}, Row{1021, 480}, Row{1440, 480}})
    EXPECT_EQ(elapsed_minutes(calendar, available_minutes(calendar, monday), minute_of_day), elapsed) << minute_of_day;
  EXPECT_EQ(elapsed_minutes(calendar, available_minutes(calendar, weekday_in_week(Weekday::sunday)), 1000), 0);
}

// 1000 minutes from 09:00 would end after midnight, and the day would end with work that never elapsed.
TEST(ElapsedMinutes, AreAllOfThemAtMidnight) {
  WorkingCalendar calendar;
  const Day monday = weekday_in_week(Weekday::monday);
  calendar.exceptions[monday] = {1000, "Inventory"};
  EXPECT_EQ(elapsed_minutes(calendar, available_minutes(calendar, monday), 440), 0);
  EXPECT_EQ(elapsed_minutes(calendar, available_minutes(calendar, monday), 441), 1);
  EXPECT_EQ(elapsed_minutes(calendar, available_minutes(calendar, monday), 1440), 1000);
  calendar.exceptions[monday] = {kMinutesPerDay, "Round the clock"};
  EXPECT_EQ(elapsed_minutes(calendar, available_minutes(calendar, monday), 0), 0);
  EXPECT_EQ(elapsed_minutes(calendar, available_minutes(calendar, monday), 1440), kMinutesPerDay);
}

TEST(ElapsedMinutes, GrowFromNothingToTheWholeDay) {
  Random random;
  for (int i = 0; i < 300; ++i) {
    WorkingCalendar calendar;
    calendar.day_start_minute = static_cast<int>(random.between(0, 1439));
    const Day day(static_cast<std::int32_t>(random.between(0, 40'000)));
    calendar.exceptions[day] = {static_cast<int>(random.between(0, kMinutesPerDay)), {}};
    int before = elapsed_minutes(calendar, available_minutes(calendar, day), 0);
    ASSERT_EQ(before, 0);
    for (int minute = 1; minute <= kMinutesPerDay; ++minute) {
      const int now = elapsed_minutes(calendar, available_minutes(calendar, day), minute);
      ASSERT_TRUE(now == before || now == before + 1);
      before = now;
    }
    ASSERT_EQ(before, available_minutes(calendar, day));
  }
}

}  // namespace
}  // namespace paceline
