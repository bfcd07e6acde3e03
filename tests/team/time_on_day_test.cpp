// SPDX-License-Identifier: Apache-2.0
#include "team/time_on_day.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

Day march(int day) {
  return day_of({2026, 3, day});
}

WorkTime usual() {
  WorkTime time;
  return time;
}

TEST(TimeOnDay, SaysNothingOfSomebodyWhoWorksAsUsual) {
  EXPECT_EQ(time_on_day(usual(), march(3)), TimeOnDay{});
}

TEST(TimeOnDay, JoinsLeavesThatFollowEachOther) {
  WorkTime time = usual();
  time.leaves = {{{march(4), march(7)}, {}}, {{march(2), march(4)}, {}}};
  EXPECT_EQ(time_on_day(time, march(3)).away_until, march(7));
  EXPECT_EQ(time_on_day(time, march(1)).away_until, std::nullopt);
  EXPECT_EQ(time_on_day(time, march(7)).away_until, std::nullopt);
}

TEST(TimeOnDay, IsNotAwayForSomeHours) {
  WorkTime time = usual();
  time.leaves = {{{march(2), march(4)}, 240}};
  EXPECT_EQ(time_on_day(time, march(3)).away_until, std::nullopt);
}

TEST(TimeOnDay, KnowsTheShareOfTheRamp) {
  WorkTime time = usual();
  time.ramp = Ramp{march(2), {{0, 2550}, {30, kAllBp}}};
  EXPECT_EQ(time_on_day(time, march(2)).ramp_percent, 26);
  EXPECT_EQ(time_on_day(time, march(1)).ramp_percent, std::nullopt);
  EXPECT_EQ(time_on_day(time, march(2) + 30).ramp_percent, std::nullopt);
}

TEST(TimeOnDay, ComparesTheOwnWeekWithTheCalendars) {
  WorkTime time = usual();
  time.weeks = {{march(2), {288, 288, 288, 288, 288, 0, 0}}, {march(16), {480, 480, 480, 480, 480, 0, 0}}};
  EXPECT_EQ(time_on_day(time, march(1)).hours_percent, std::nullopt);
  EXPECT_EQ(time_on_day(time, march(2)).hours_percent, 60);
  EXPECT_EQ(time_on_day(time, march(16)).hours_percent, std::nullopt);
}

TEST(TimeOnDay, HasNoShareOfACalendarWithoutWork) {
  WorkTime time = usual();
  time.calendar.weekday_minutes = {};
  time.weeks = {{march(2), {288, 0, 0, 0, 0, 0, 0}}};
  EXPECT_EQ(time_on_day(time, march(3)).hours_percent, std::nullopt);
}

}  // namespace
}  // namespace paceline
