// SPDX-License-Identifier: Apache-2.0
// A Day is a date on somebody's own calendar, with no time and no zone: days since 1970-01-01, Gregorian.
//
// Range 1970-01-01 to 9999-12-31. Text is ISO 8601, "2026-11-27".
// Worked example: parse_day("1970-01-02")->count() == 1; "2026-02-29", "2026-2-09" and "26-02-09" are refused.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace paceline {

/// Monday first, as ISO 8601 numbers them (less one).
enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

struct Date {
  int year = 1970;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31
};

class Day {
 public:
  constexpr Day() = default;
  constexpr explicit Day(std::int32_t count) : count_(count) {}
  [[nodiscard]] constexpr std::int32_t count() const { return count_; }
  friend constexpr auto operator<=>(Day, Day) = default;
  friend constexpr Day operator+(Day day, int days) { return Day(day.count_ + days); }
  friend constexpr Day operator-(Day day, int days) { return Day(day.count_ - days); }
  friend constexpr int operator-(Day a, Day b) { return a.count_ - b.count_; }
  constexpr Day& operator++() { return ++count_, *this; }

 private:
  std::int32_t count_ = 0;
};

inline constexpr Day kFirstDay{0};
inline constexpr Day kLastDay{2932896};  // 9999-12-31

/// REQUIRES: a date of the Gregorian calendar in the range above.
[[nodiscard]] Day day_of(Date date);
[[nodiscard]] Date date_of(Day day);
[[nodiscard]] Weekday weekday_of(Day day);

/// Returns invalid "day.malformed" (not written as YYYY-MM-DD) or "day.out_of_range" (no such date, or before 1970).
[[nodiscard]] Result<Day> parse_day(std::string_view text);
[[nodiscard]] std::string to_text(Day day);

}  // namespace paceline
