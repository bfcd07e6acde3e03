// SPDX-License-Identifier: Apache-2.0
#include "base/day.h"

#include <gtest/gtest.h>

#include "random.h"
#include "refusals.h"

namespace paceline {
namespace {

using testing_support::expect_refused;
using testing_support::Random;

TEST(Day, WorkedExample) {
  EXPECT_EQ(parse_day("1970-01-02")->count(), 1);
  EXPECT_EQ(to_text(Day(1)), "1970-01-02");
  EXPECT_EQ(weekday_of(Day(0)), Weekday::thursday);
}

TEST(Day, TakesTheWholeRange) {
  EXPECT_EQ(parse_day("1970-01-01"), kFirstDay);
  EXPECT_EQ(parse_day("9999-12-31"), kLastDay);
  EXPECT_EQ(to_text(kLastDay), "9999-12-31");
  EXPECT_TRUE(parse_day("2000-02-29"));
  EXPECT_TRUE(parse_day("2024-02-29"));
}

TEST(Day, RefusesWhatIsNotWrittenAsADay) {
  expect_refused(
      parse_day, "day.malformed",
      {"", "2026-2-09", "26-02-09", "2026/02/09", "2026-02-09 ", " 2026-02-9", "2026-02-0x", "-026-02-09", "2026-02-9",
       "20260209", "2026-0209-", "+026-02-09", "2026-02-09T", "2026-02:09", "2026-\xD9\xA0-09", "today"});
}

TEST(Day, RefusesDatesThatDoNotExist) {
  expect_refused(parse_day, "day.out_of_range",
                 {"2026-02-29", "2026-00-10", "2026-13-01", "2026-04-31", "2026-01-00", "1969-12-31", "0000-01-01",
                  "2100-02-29", "2026-06-31", "2026-01-32", "2026-99-99"});
}

TEST(Day, RoundTripsEveryDayOfFourCenturies) {
  Weekday weekday = Weekday::thursday;
  for (Day day = *parse_day("1970-01-01"); day < *parse_day("2370-01-01"); ++day) {
    ASSERT_EQ(parse_day(to_text(day)), day);
    ASSERT_EQ(weekday_of(day), weekday);
    weekday = static_cast<Weekday>((static_cast<int>(weekday) + 1) % 7);
  }
}

TEST(Day, TextHasTheOrderOfDays) {
  Random random;
  for (int i = 0; i < 2000; ++i) {
    const Day a(static_cast<std::int32_t>(random.between(0, kLastDay.count())));
    const Day b(static_cast<std::int32_t>(random.between(0, kLastDay.count())));
    ASSERT_EQ(a < b, to_text(a) < to_text(b));
    ASSERT_EQ(b + (a - b), a);
  }
}

TEST(Day, DateIsItsOwnInverse) {
  const Date date = date_of(day_of(Date{2024, 2, 29}));
  EXPECT_EQ(date.year, 2024);
  EXPECT_EQ(date.month, 2);
  EXPECT_EQ(date.day, 29);
  EXPECT_DEATH(static_cast<void>(day_of(Date{2023, 2, 29})), "broken invariant");
}

}  // namespace
}  // namespace paceline
