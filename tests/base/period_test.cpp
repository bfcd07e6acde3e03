// SPDX-License-Identifier: Apache-2.0
#include "base/period.h"

#include <gtest/gtest.h>

#include <array>

#include "random.h"
#include "refusals.h"

namespace paceline {
namespace {

using testing_support::expect_refused;
using testing_support::Random;

constexpr std::array kKinds{PeriodKind::day, PeriodKind::week, PeriodKind::month, PeriodKind::quarter};

Result<NamedPeriod> parse_monday(std::string_view text) {
  return parse_period(text);
}

/// "2025-12-29/2026-01-05" for "2026-W01".
std::string span_of(std::string_view key, Weekday week_start = Weekday::monday) {
  const auto period = parse_period(key, week_start);
  return period ? to_text(period->span.from) + "/" + to_text(period->span.to) : period.error().code;
}

TEST(Period, WorkedExample) {
  EXPECT_EQ(span_of("2026-W01"), "2025-12-29/2026-01-05");
  EXPECT_EQ(span_of("2025-W53"), "period.out_of_range");
}

TEST(Period, TakesTheFormsOfTheCalendar) {
  EXPECT_EQ(span_of("2026-11-27"), "2026-11-27/2026-11-28");
  EXPECT_EQ(span_of("2026-12-31"), "2026-12-31/2027-01-01");
  EXPECT_EQ(span_of("2026-W48"), "2026-11-23/2026-11-30");
  EXPECT_EQ(span_of("2026-02"), "2026-02-01/2026-03-01");
  EXPECT_EQ(span_of("2024-02"), "2024-02-01/2024-03-01");
  EXPECT_EQ(span_of("2026-12"), "2026-12-01/2027-01-01");
  EXPECT_EQ(span_of("2026-Q1"), "2026-01-01/2026-04-01");
  EXPECT_EQ(span_of("2026-Q4"), "2026-10-01/2027-01-01");
}

// ISO 8601: week 1 is that of the year's first Thursday. 2020 and 2026 have 53 weeks, 2015 too; 2021 to 2025 have 52.
TEST(Period, KnowsTheLongYears) {
  EXPECT_EQ(span_of("2020-W53"), "2020-12-28/2021-01-04");
  EXPECT_EQ(span_of("2021-W01"), "2021-01-04/2021-01-11");
  EXPECT_EQ(span_of("2026-W53"), "2026-12-28/2027-01-04");
  EXPECT_EQ(span_of("2015-W53"), "2015-12-28/2016-01-04");
  EXPECT_EQ(span_of("2024-W01"), "2024-01-01/2024-01-08");
  EXPECT_EQ(span_of("2019-W01"), "2018-12-31/2019-01-07");
  for (const auto* absent : {"2021-W53", "2022-W53", "2023-W53", "2024-W53", "2025-W53"})
    EXPECT_EQ(span_of(absent), "period.out_of_range") << absent;
}

// 2026-11-29 is a Sunday. The week from Sunday 22 has Wednesday 25 as its fourth day, which is in ISO week 48.
TEST(Period, NumbersAWeekByItsFourthDay) {
  EXPECT_EQ(span_of("2026-W48", Weekday::sunday), "2026-11-22/2026-11-29");
  EXPECT_EQ(span_of("2026-W48", Weekday::saturday), "2026-11-21/2026-11-28");
  EXPECT_EQ(span_of("2026-W48", Weekday::friday), "2026-11-20/2026-11-27");
  EXPECT_EQ(span_of("2026-W48", Weekday::thursday), "2026-11-26/2026-12-03");
  EXPECT_EQ(span_of("2026-W53", Weekday::sunday), "2026-12-27/2027-01-03");
  EXPECT_EQ(span_of("2021-W01", Weekday::sunday), "2021-01-03/2021-01-10");
}

TEST(Period, ASpanIsNamedByItsFirstAndItsLastDay) {
  EXPECT_EQ(span_of("2026-03-09..2026-04-17"), "2026-03-09/2026-04-18");
  EXPECT_EQ(span_of("2026-03-09..2026-03-09"), "2026-03-09/2026-03-10");
  EXPECT_EQ(period_key({PeriodKind::span, {day_of({2026, 3, 9}), day_of({2026, 4, 18})}}), "2026-03-09..2026-04-17");
  expect_refused(parse_monday, "period.out_of_range", {"2026-03-09..2026-03-08", "2026-02-29..2026-03-08"});
  expect_refused(
      parse_monday, "period.malformed",
      {"2026-03-09...2026-04-1", "2026-03-09. 2026-04-17", "2026-03-09..2026-04-1x", "2026-03-09..2026-04-177"});
}

TEST(Period, OfASpanHoldsOnlyItsOwnDays) {
  const Period campaign{day_of({2026, 3, 9}), day_of({2026, 4, 18})};
  const Periods periods{PeriodKind::span, campaign};
  EXPECT_EQ(period_of(periods, campaign.from, Weekday::sunday), campaign);
  EXPECT_EQ(period_of(periods, campaign.to - 1, Weekday::monday), campaign);
  EXPECT_FALSE(period_of(periods, campaign.from - 1, Weekday::monday));
  EXPECT_FALSE(period_of(periods, campaign.to, Weekday::monday));
}

TEST(Period, RefusesNearMisses) {
  expect_refused(
      parse_monday, "period.malformed",
      {"",        "2026",      "2026-",     "2026-1",      "2026-1x",  "2026-W4",    "2026-W5x",   "2026-w48",
       "2026W48", "2026-W048", "2026-Q",    "2026-q4",     "2026-Q04", "2026-Qx",    "26-11",      "x026-11",
       "2026/11", "2026-111",  "2026-11-2", "2026-11-27 ", " 2026-11", "2026-11-2x", "2026-W48-1", "2026-11-27T00:00",
       "-026-11", "2026-W-1",  "2026-+1"});
  expect_refused(parse_monday, "period.out_of_range",
                 {"2026-00", "2026-13", "2026-Q0", "2026-Q5", "2026-Q9", "2026-W00", "2026-W54", "2026-W99",
                  "2026-02-29", "2026-11-31", "1969-12", "1969-Q4", "1969-W52", "1969-12-31", "9999-01", "9999-W01"});
}

TEST(Period, KindHasItsOwnWords) {
  for (const auto kind : kKinds) EXPECT_EQ(parse_period_kind(to_text(kind)), kind);
  EXPECT_EQ(parse_period_kind(to_text(PeriodKind::span)), PeriodKind::span);
  expect_refused(parse_period_kind, "period.kind.unknown", {"", "Week", "weeks", "year", " day", "qtr"});
}

TEST(Period, IsHalfOpen) {
  const Period week = parse_period("2026-W48")->span;
  EXPECT_EQ(week.days(), 7);
  EXPECT_TRUE(week.contains(week.from));
  EXPECT_FALSE(week.contains(week.to));
  EXPECT_FALSE(week.contains(week.from - 1));
}

// For every kind and every first day of the week: a day's period contains it, its key names it, and periods meet.
TEST(Period, CoversEveryDayOnce) {
  Random random;
  for (int i = 0; i < 4000; ++i) {
    const Day day(static_cast<std::int32_t>(random.between(7, kLastDay.count() - 500)));
    const auto kind = kKinds.at(static_cast<std::size_t>(random.between(0, 3)));
    const auto week_start = static_cast<Weekday>(random.between(0, 6));
    const Period period = period_of(kind, day, week_start);
    ASSERT_TRUE(period.contains(day));
    ASSERT_EQ(period_of(kind, period.from, week_start), period);
    ASSERT_EQ(period_of(kind, period.to, week_start).from, period.to);
    const NamedPeriod named{kind, period};
    ASSERT_EQ(parse_period(period_key(named), week_start), named) << period_key(named);
    if (kind == PeriodKind::week) {
      ASSERT_EQ(weekday_of(period.from), week_start);
    }
  }
}

}  // namespace
}  // namespace paceline
