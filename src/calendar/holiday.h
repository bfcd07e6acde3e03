// SPDX-License-Identifier: Apache-2.0
// A day that differs from the usual week, as a file of holidays says it: a holiday, a moved working day, a short day.
// Worked example: {2026-12-12, 480, "Munkanap (december 24. helyett)"} is a Saturday to be worked in Hungary.
#pragma once

#include <string>
#include <string_view>

#include "base/day.h"

namespace paceline {

struct Holiday {
  Day day;
  int minutes = 0;        ///< of work that the day has, 0 to 1440
  std::string name;       ///< for people, in the country's own language
  bool expected = false;  ///< not announced when the file was written: the moon or a decree may move it
  friend bool operator==(const Holiday&, const Holiday&) = default;
};

inline constexpr std::size_t kLongestHolidayName = 200;  ///< bytes

/// A name to store and to show: plain text, not empty, not too long.
[[nodiscard]] bool is_holiday_name(std::string_view text);

}  // namespace paceline
