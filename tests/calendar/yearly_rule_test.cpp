// SPDX-License-Identifier: Apache-2.0
#include "calendar/yearly_rule.h"

#include <gtest/gtest.h>

#include <string>

namespace paceline {
namespace {

const Day kChristmas = *parse_day("2025-12-25");

std::string years_of(std::string_view rule_text, std::string_view start, int first_year, int last_year) {
  const auto rule = parse_yearly_rule(rule_text, *parse_day(start));
  if (!rule) return "absent";
  std::string years;
  for (const Day day : beginnings(*parse_day(start), *rule, first_year, last_year))
    years += (years.empty() ? "" : " ") + to_text(day).substr(0, 4);
  return years;
}

TEST(YearlyRule, WorkedExample) {
  EXPECT_EQ(years_of("FREQ=YEARLY;COUNT=3", "2025-12-25", 2020, 2040), "2025 2026 2027");
}

TEST(YearlyRule, ComesInTheYearsAskedFor) {
  EXPECT_EQ(years_of("FREQ=YEARLY", "1990-12-25", 2025, 2027), "2025 2026 2027");
  EXPECT_EQ(years_of("FREQ=YEARLY", "2028-12-25", 2025, 2027), "");
  EXPECT_EQ(years_of("FREQ=YEARLY;COUNT=36", "1990-12-25", 2025, 2027), "2025");
  EXPECT_EQ(years_of("FREQ=YEARLY;UNTIL=20261225", "2025-12-25", 2025, 2027), "2025 2026");
  EXPECT_EQ(years_of("FREQ=YEARLY;UNTIL=20261224T235959Z", "2025-12-25", 2025, 2027), "2025");
}

TEST(YearlyRule, CountsOnlyLeapYearsOfThe29thOfFebruary) {
  EXPECT_EQ(years_of("FREQ=YEARLY;COUNT=2", "2024-02-29", 2024, 2040), "2024 2028");
}

TEST(YearlyRule, TakesTheDateOfTheEventOnceMore) {
  EXPECT_EQ(years_of("FREQ=YEARLY;INTERVAL=1;BYMONTH=12;BYMONTHDAY=25;WKST=SU", "2025-12-25", 2025, 2026), "2025 2026");
}

TEST(YearlyRule, IsAbsentForEveryOtherRule) {
  for (const char* text :
       {"", "COUNT=3", "FREQ=WEEKLY", "FREQ=yearly", "FREQ=YEARLY;INTERVAL=2", "FREQ=YEARLY;COUNT=0",
        "FREQ=YEARLY;COUNT=-1", "FREQ=YEARLY;COUNT=99999", "FREQ=YEARLY;COUNT=", "FREQ=YEARLY;UNTIL=2026",
        "FREQ=YEARLY;UNTIL=20260230", "FREQ=YEARLY;BYDAY=4TH", "FREQ=YEARLY;BYMONTH=11", "FREQ=YEARLY;BYMONTHDAY=-7",
        "FREQ=YEARLY;FREQ=DAILY", "FREQ=YEARLY;;COUNT=1", "FREQ", "YEARLY"})
    EXPECT_FALSE(parse_yearly_rule(text, kChristmas)) << text;
}

TEST(IcsDay, IsEightDigitsOfADate) {
  EXPECT_EQ(parse_ics_day("20251225"), kChristmas);
  for (const char* text : {"", "2025122", "202512250", "20251225T000000", "2025-12-25", "20250229", "2025 225"})
    EXPECT_FALSE(parse_ics_day(text)) << text;
}

}  // namespace
}  // namespace paceline
