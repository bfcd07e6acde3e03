// SPDX-License-Identifier: Apache-2.0
#include "quota/history.h"

#include <gtest/gtest.h>

#include "asked.h"

namespace paceline {
namespace {

const Day kMonday = *parse_day("2026-03-30");
const Period kWeeks = history_before(kMonday);

PacePrior prior(std::optional<Day> since, std::int64_t counted, const WorkingCalendar& calendar = {}) {
  return *prior_of({kWeeks, since, counted}, full_time(calendar));
}

void expect(const PacePrior& prior, double shape, double days) {
  EXPECT_DOUBLE_EQ(prior.shape, shape);
  EXPECT_DOUBLE_EQ(prior.days, days);
}

TEST(History, IsTheFourWeeksBefore) {
  EXPECT_EQ(kWeeks, (Period{*parse_day("2026-03-02"), kMonday}));
  EXPECT_EQ(history_before(kFirstDay + 3), (Period{kFirstDay, kFirstDay + 3}));
}

TEST(History, WorkedExample) {
  expect(prior(kWeeks.from, 300), 75.5, 5);
  expect(prior(kMonday - 7, 75), 75.5, 5);
  WorkingCalendar half_days;
  for (Day day = kMonday - 7; day < kMonday; ++day) {
    if (full_minutes(half_days, day) > 0) half_days.exceptions[day] = {240, "half"};
  }
  expect(prior(kMonday - 7, 75, half_days), 75.5, 2.5);
}

TEST(History, OfFourEmptyWeeksPullsTheRateDown) {
  expect(prior(kWeeks.from, 0), 0.5, 5);
}

TEST(History, SaysNothingOfANewRep) {
  expect(prior(std::nullopt, 0), PacePrior().shape, PacePrior().days);
  expect(prior(kMonday, 0), PacePrior().shape, PacePrior().days);
}

TEST(History, SaysNothingWithoutAWorkingMinute) {
  WorkingCalendar closed;
  closed.weekday_minutes = {};
  expect(prior(kWeeks.from, 0, closed), PacePrior().shape, PacePrior().days);
}

TEST(History, BeginsWithTheWeeksAtTheEarliest) {
  expect(prior(kWeeks.from - 100, 300), 75.5, 5);
}

}  // namespace
}  // namespace paceline
