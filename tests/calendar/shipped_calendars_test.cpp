// SPDX-License-Identifier: Apache-2.0
// The shipped files against the rules that their laws give: every holiday of a law and no other day.
#include "calendar/shipped_calendars.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

#include "feasts.h"
#include "refusals.h"

namespace paceline {
namespace {

using testing_support::Days;
using testing_support::is_weekend;
using testing_support::islamic_days;
using testing_support::orthodox_easter;
using testing_support::substitutes;
using testing_support::weekday_in_month;
using testing_support::western_easter;

/// Month and day.
using Dates = std::initializer_list<std::pair<int, int>>;

Days on(int year, Dates dates) {
  Days days;
  for (const auto& [month, day] : dates) days.insert(day_of({year, month, day}));
  return days;
}

Days operator+(Days a, const Days& b) {
  a.insert(b.begin(), b.end());
  return a;
}

Days operator-(Days a, const Days& b) {
  for (const Day day : b) a.erase(day);
  return a;
}

std::string text_of(const Days& days) {
  std::string text;
  for (const Day day : days) text += to_text(day) + ' ';
  return text;
}

/// The days of the file in this year without work, and those with `minutes`.
Days days_with(int minutes, const std::string& country, int year) {
  Days days;
  const HolidayFile file = *shipped_calendar(country);
  for (const Holiday& holiday : file.days)
    if (holiday.minutes == minutes && date_of(holiday.day).year == year) days.insert(holiday.day);
  return days;
}

void expect_days(const std::string& country, int year, const Days& wanted, int minutes = 0) {
  const Days found = days_with(minutes, country, year);
  EXPECT_EQ(text_of(found - wanted), "") << country << ' ' << year << ": the law does not know these";
  EXPECT_EQ(text_of(wanted - found), "") << country << ' ' << year << ": the file lacks these";
}

class ShippedCalendars : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Year, ShippedCalendars, testing::Values(2025, 2026, 2027));

TEST_P(ShippedCalendars, HaveTheHolidaysOfBulgaria) {
  const int year = GetParam();
  const Day easter = orthodox_easter(year);
  const Days fixed = on(year, {{1, 1}, {3, 3}, {5, 1}, {5, 6}, {5, 24}, {9, 6}, {9, 22}, {12, 24}, {12, 25}, {12, 26}});
  const Days all = fixed + Days{easter - 2, easter - 1, easter, easter + 1};
  const Days euro = year == 2025 ? on(2025, {{12, 31}}) : year == 2026 ? on(2026, {{1, 2}}) : Days();
  expect_days("BG", year, all + substitutes(fixed, all) + euro);
}

TEST_P(ShippedCalendars, HaveTheHolidaysOfHungaryAndItsMovedDays) {
  const int year = GetParam();
  const Day easter = western_easter(year);
  const Days all = on(year, {{1, 1}, {3, 15}, {5, 1}, {8, 20}, {10, 23}, {11, 1}, {12, 25}, {12, 26}}) +
                   Days{easter - 2, easter + 1, easter + 50};
  const Days rest = year == 2025   ? on(2025, {{5, 2}, {10, 24}, {12, 24}})
                    : year == 2026 ? on(2026, {{1, 2}, {8, 21}, {12, 24}})
                                   : Days();
  const Days worked = year == 2025   ? on(2025, {{5, 17}, {10, 18}, {12, 13}})
                      : year == 2026 ? on(2026, {{1, 10}, {8, 8}, {12, 12}})
                                     : Days();
  expect_days("HU", year, all + rest);
  expect_days("HU", year, worked, 480);
  EXPECT_TRUE(std::ranges::none_of(rest, is_weekend));
  EXPECT_TRUE(std::ranges::all_of(worked, [](Day day) { return weekday_of(day) == Weekday::saturday; }));
}

struct RussianYear {
  Days free;    ///< moved there from a weekend
  Days worked;  ///< Saturdays
};

RussianYear russian_year(int year, const Days& movable, const Days& all) {
  if (year == 2025) return {on(2025, {{5, 2}, {5, 8}, {6, 13}, {11, 3}, {12, 31}}), on(2025, {{11, 1}})};
  if (year == 2026) return {on(2026, {{1, 9}, {12, 31}}) + substitutes(movable, all), {}};
  return {substitutes(movable, all), {}};
}

TEST_P(ShippedCalendars, HaveTheHolidaysOfRussiaAndItsMovedAndShortDays) {
  const int year = GetParam();
  const Days movable = on(year, {{2, 23}, {3, 8}, {5, 1}, {5, 9}, {6, 12}, {11, 4}});
  const Days all = movable + on(year, {{1, 1}, {1, 2}, {1, 3}, {1, 4}, {1, 5}, {1, 6}, {1, 7}, {1, 8}});
  const auto [free, worked] = russian_year(year, movable, all);
  expect_days("RU", year, all + free);
  Days shorter = worked;
  for (const Day holiday : all + Days{day_of({year + 1, 1, 1})}) {
    const Day before = holiday - 1;
    if (date_of(before).year == year && !is_weekend(before) && !(all + free).contains(before)) shorter.insert(before);
  }
  expect_days("RU", year, shorter, 420);
}

// What the published production calendars add up to.
TEST(ShippedCalendar, OfRussiaHas1972HoursIn2025And2026) {
  const HolidayFile file = *shipped_calendar("RU");
  for (const int year : {2025, 2026}) {
    int minutes = 0;
    for (Day day = day_of({year, 1, 1}); day <= day_of({year, 12, 31}); ++day)
      minutes += file.weekday_minutes.at(static_cast<std::size_t>(weekday_of(day)));
    for (const Holiday& day : file.days)
      if (date_of(day.day).year == year)
        minutes += day.minutes - file.weekday_minutes.at(static_cast<std::size_t>(weekday_of(day.day)));
    EXPECT_EQ(minutes, 1972 * 60) << year;
  }
}

TEST_P(ShippedCalendars, HaveTheHolidaysOfAlbania) {
  const int year = GetParam();
  const Days all =
      on(year, {{1, 1}, {1, 2}, {3, 14}, {3, 22}, {5, 1}, {9, 5}, {11, 22}, {11, 28}, {11, 29}, {12, 8}, {12, 25}}) +
      Days{western_easter(year), orthodox_easter(year)} + islamic_days(year, 10, 1, 1) + islamic_days(year, 12, 10, 10);
  expect_days("AL", year, all + substitutes(all, all));
}

TEST_P(ShippedCalendars, HaveTheHolidaysOfSaudiArabia) {
  const int year = GetParam();
  const Day last_of_fast = *islamic_days(year, 9, 29, 29).begin();
  const Days founding = year == 2025 ? on(2025, {{2, 22}, {2, 23}}) : on(year, {{2, 22}});
  expect_days("SA", year,
              founding + on(year, {{9, 23}}) +
                  Days{last_of_fast + 1, last_of_fast + 2, last_of_fast + 3, last_of_fast + 4} +
                  islamic_days(year, 12, 9, 12));
}

TEST_P(ShippedCalendars, HaveTheHolidaysOfTheEmirates) {
  const int year = GetParam();
  Days all = on(year, {{1, 1}, {12, 2}, {12, 3}}) + islamic_days(year, 9, 30, 30) + islamic_days(year, 10, 1, 3) +
             islamic_days(year, 12, 9, 12) + islamic_days(year, 1, 1, 1) + islamic_days(year, 3, 12, 12);
  // The cabinet made three long weekends.
  if (year == 2025) all = all - on(2025, {{6, 26}, {9, 4}, {12, 3}}) + on(2025, {{6, 27}, {9, 5}, {12, 1}});
  expect_days("AE", year, all);
}

TEST_P(ShippedCalendars, HaveTheHolidaysThatAllOfGermanyHas) {
  const int year = GetParam();
  const Day easter = western_easter(year);
  expect_days(
      "DE", year,
      on(year, {{1, 1}, {5, 1}, {10, 3}, {12, 25}, {12, 26}}) + Days{easter - 2, easter + 1, easter + 39, easter + 50});
}

TEST_P(ShippedCalendars, HaveTheBankHolidaysOfEnglandAndWales) {
  const int year = GetParam();
  const Day easter = western_easter(year);
  const Days fixed = on(year, {{1, 1}, {12, 25}, {12, 26}});
  const Days all =
      fixed + Days{easter - 2, easter + 1, weekday_in_month(year, 5, Weekday::monday, 1),
                   weekday_in_month(year, 5, Weekday::monday, -1), weekday_in_month(year, 8, Weekday::monday, -1)};
  expect_days("GB", year, all + substitutes(fixed, all));
}

TEST_P(ShippedCalendars, HaveTheFederalHolidaysOfTheUnitedStates) {
  const int year = GetParam();
  const Days fixed = on(year, {{1, 1}, {6, 19}, {7, 4}, {11, 11}, {12, 25}});
  Days observed;
  for (const Day day : fixed + Days{day_of({year + 1, 1, 1})}) {
    if (weekday_of(day) == Weekday::saturday) observed.insert(day - 1);
    if (weekday_of(day) == Weekday::sunday) observed.insert(day + 1);
  }
  expect_days(
      "US", year,
      fixed + observed +
          Days{weekday_in_month(year, 1, Weekday::monday, 3), weekday_in_month(year, 2, Weekday::monday, 3),
               weekday_in_month(year, 5, Weekday::monday, -1), weekday_in_month(year, 9, Weekday::monday, 1),
               weekday_in_month(year, 10, Weekday::monday, 2), weekday_in_month(year, 11, Weekday::thursday, 4)});
}

TEST(ShippedCalendar, WorkedExample) {
  const auto emirates = shipped_calendar("AE");
  ASSERT_TRUE(emirates);
  EXPECT_EQ(emirates->weekday_minutes, (std::array{480, 480, 480, 480, 270, 0, 0}));
}

TEST(ShippedCalendar, IsThereForNineCountries) {
  std::string countries;
  for (const ShippedCalendar& shipped : shipped_calendars()) {
    countries += std::string(shipped.country) + ' ';
    const auto file = read_holiday_file(shipped.text);
    ASSERT_TRUE(file) << shipped.country << ": " << testing_support::refusals(file);
    EXPECT_EQ(file->country, shipped.country);
    EXPECT_LE(file->first_year, 2025);
    EXPECT_GE(file->last_year, 2027);
  }
  EXPECT_EQ(countries, "AE AL BG DE GB HU RU SA US ");
}

TEST(ShippedCalendar, HasTheUsualWeekOfItsCountry) {
  EXPECT_EQ(shipped_calendar("SA")->weekday_minutes, (std::array{480, 480, 480, 480, 0, 0, 480}));
  EXPECT_EQ(shipped_calendar("SA")->week_start, Weekday::sunday);
  EXPECT_EQ(shipped_calendar("HU")->weekday_minutes, (std::array{480, 480, 480, 480, 480, 0, 0}));
  EXPECT_EQ(shipped_calendar("HU")->week_start, Weekday::monday);
}

// A file has no more than three kinds of days, and the rules above look at those.
TEST(ShippedCalendar, HasNoDayThatNoRuleLooksAt) {
  for (const ShippedCalendar& shipped : shipped_calendars()) {
    const HolidayFile file = *shipped_calendar(shipped.country);
    for (const Holiday& day : file.days) {
      const bool moved = day.minutes == 480 && shipped.country == "HU";
      const bool shorter = day.minutes == 420 && shipped.country == "RU";
      EXPECT_TRUE(day.minutes == 0 || moved || shorter) << shipped.country << ' ' << to_text(day.day);
    }
  }
}

TEST(ShippedCalendar, OfAnotherCountryIsNotFound) {
  for (const char* country : {"", "XX", "de", "DE ", "DEU"}) {
    const auto file = shipped_calendar(country);
    ASSERT_FALSE(file) << country;
    EXPECT_EQ(file.error().code, "calendar.country.unknown");
    EXPECT_EQ(file.error().fault, Fault::not_found);
  }
}

TEST(Feasts, WorkedExamples) {
  EXPECT_EQ(to_text(western_easter(2026)), "2026-04-05");
  EXPECT_EQ(to_text(orthodox_easter(2026)), "2026-04-12");
  EXPECT_EQ(western_easter(2025), orthodox_easter(2025));
  EXPECT_EQ(to_text(western_easter(2027)), "2027-03-28");
  EXPECT_EQ(to_text(orthodox_easter(2027)), "2027-05-02");
  EXPECT_EQ(islamic_days(2026, 10, 1, 1), on(2026, {{3, 20}}));
  EXPECT_EQ(to_text(weekday_in_month(2026, 11, Weekday::thursday, 4)), "2026-11-26");
  EXPECT_EQ(to_text(weekday_in_month(2026, 8, Weekday::monday, -1)), "2026-08-31");
}

}  // namespace
}  // namespace paceline
