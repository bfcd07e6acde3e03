// SPDX-License-Identifier: Apache-2.0
#include "feasts.h"

#include <gtest/gtest.h>
#include <unicode/ucal.h>

namespace paceline::testing_support {
namespace {

constexpr int kMillisecondsPerDay = 86'400'000;

struct IslamicDate {
  int month;
  int day;
};

IslamicDate islamic_date(UCalendar* calendar, Day day) {
  UErrorCode status = U_ZERO_ERROR;
  ucal_setMillis(calendar, static_cast<double>(day.count()) * kMillisecondsPerDay, &status);
  const IslamicDate date{ucal_get(calendar, UCAL_MONTH, &status) + 1, ucal_get(calendar, UCAL_DATE, &status)};
  EXPECT_TRUE(U_SUCCESS(status));
  return date;
}

}  // namespace

Day western_easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = b / 4;
  const int e = b % 4;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4;
  const int k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return day_of({year, n / 31, n % 31 + 1});
}

Day orthodox_easter(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int f = d + e + 114;
  constexpr int kJulianBehindGregorian = 13;  // from 1900 to 2099
  return day_of({year, f / 31, f % 31 + 1}) + kJulianBehindGregorian;
}

Days islamic_days(int year, int month, int from, int to) {
  UErrorCode status = U_ZERO_ERROR;
  UCalendar* const calendar = ucal_open(u"UTC", -1, "en@calendar=islamic-umalqura", UCAL_DEFAULT, &status);
  EXPECT_TRUE(U_SUCCESS(status));
  Days days;
  for (Day day = day_of({year, 1, 1}); day <= day_of({year, 12, 31}); ++day) {
    const IslamicDate date = islamic_date(calendar, day);
    if (date.month == month && from <= date.day && date.day <= to) days.insert(day);
  }
  ucal_close(calendar);
  return days;
}

Day weekday_in_month(int year, int month, Weekday weekday, int number) {
  Day day = number > 0 ? day_of({year, month, 1}) : day_of({year, month + 1, 1}) - 7;
  while (weekday_of(day) != weekday) ++day;
  return number > 0 ? day + 7 * (number - 1) : day;
}

bool is_weekend(Day day) {
  return weekday_of(day) == Weekday::saturday || weekday_of(day) == Weekday::sunday;
}

Days substitutes(const Days& movable, const Days& holidays) {
  Days taken;
  for (const Day day : movable) {
    if (!is_weekend(day)) continue;
    Day next = day + 1;
    while (is_weekend(next) || holidays.contains(next) || taken.contains(next)) ++next;
    taken.insert(next);
  }
  return taken;
}

}  // namespace paceline::testing_support
