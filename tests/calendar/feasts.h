// SPDX-License-Identifier: Apache-2.0
// Days of feasts by the rules of their churches and calendars, to hold the shipped files against.
// Worked examples: western_easter(2026) == 2026-04-05, orthodox_easter(2026) == 2026-04-12;
// islamic_days(2026, 10, 1, 1) == {2026-03-20}, the first of Shawwal of 1447.
#pragma once

#include <set>

#include "base/day.h"

namespace paceline::testing_support {

using Days = std::set<Day>;

/// Both by the rule of the first Sunday after the full moon of spring: Meeus, Astronomical Algorithms, chapter 8.
[[nodiscard]] Day western_easter(int year);
[[nodiscard]] Day orthodox_easter(int year);

/// The days of a Gregorian year that are day `from` to `to` of an Islamic month (1 Muharram, 9 Ramadan) in the Umm
/// al-Qura calendar, which Saudi Arabia publishes years ahead.
[[nodiscard]] Days islamic_days(int year, int month, int from, int to);

/// `number` 1 is the first such weekday of the month, -1 the last.
[[nodiscard]] Day weekday_in_month(int year, int month, Weekday weekday, int number);

[[nodiscard]] bool is_weekend(Day day);  ///< Saturday and Sunday

/// For each of `movable` that is on a weekend the next day that is no weekend, none of `holidays` and not taken by
/// another.
[[nodiscard]] Days substitutes(const Days& movable, const Days& holidays);

}  // namespace paceline::testing_support
