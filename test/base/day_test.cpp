// SPDX-License-Identifier: Apache-2.0
#include "base/day.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

TEST(Day, WorkedExample) {
  EXPECT_EQ(parse_day("1970-01-02")->count(), 1);
  EXPECT_EQ(to_text(Day(1)), "1970-01-02");
  EXPECT_EQ(weekday_of(Day(0)), Weekday::thursday);
}

TEST(Day, RefusesNearMisses) {
  for (const auto* malformed :
       {"", "2026-2-09", "26-02-09", "2026/02/09", "2026-02-09 ", " 2026-02-9", "2026-02-0x", "-026-02-09"}) {
    const auto day = parse_day(malformed);
    ASSERT_FALSE(day) << malformed;
    EXPECT_EQ(day.error().code, "day.malformed") << malformed;
  }
  for (const auto* absent :
       {"2026-02-29", "2026-00-10", "2026-13-01", "2026-04-31", "2026-01-00", "1969-12-31", "0000-01-01"}) {
    const auto day = parse_day(absent);
    ASSERT_FALSE(day) << absent;
    EXPECT_EQ(day.error().code, "day.out_of_range") << absent;
  }
}

TEST(Day, RoundTripsEveryDayOfFourCenturies) {
  for (Day day = *parse_day("1970-01-01"); day < *parse_day("2370-01-01"); ++day)
    ASSERT_EQ(parse_day(to_text(day)), day);
}

}  // namespace
}  // namespace paceline
