// SPDX-License-Identifier: Apache-2.0
// What holds for any bytes that are given to the readers of holidays: shared by the tests and the fuzz targets.
#pragma once

#include <string_view>

#include "base/working_calendar.h"
#include "calendar/holiday_file.h"
#include "calendar/holiday_ics.h"

namespace paceline::testing_support {

inline void check_days(const std::vector<Holiday>& days, int first_year, int last_year) {
  Day before = kFirstDay - 1;
  for (const Holiday& holiday : days) {
    PACELINE_ASSERT(before < holiday.day);
    const int year = date_of(holiday.day).year;
    PACELINE_ASSERT(first_year <= year && year <= last_year);
    PACELINE_ASSERT(0 <= holiday.minutes && holiday.minutes <= kMinutesPerDay);
    PACELINE_ASSERT(is_holiday_name(holiday.name));
    before = holiday.day;
  }
}

/// Either faults, each with a code, or a value that keeps what its header says.
inline void check_holiday_file(std::string_view bytes) {
  const auto file = read_holiday_file(bytes);
  if (file)
    check_days(file->days, file->first_year, file->last_year);
  else
    PACELINE_ASSERT(!file.error().empty() && file.error().front().code.find('.') != std::string::npos);
}

inline void check_holiday_ics(std::string_view bytes) {
  const auto days = read_holiday_ics(bytes, 2025, 2027);
  if (days)
    check_days(*days, 2025, 2027);
  else
    PACELINE_ASSERT(!days.error().empty() && days.error().front().code.starts_with("calendar.ics."));
}

}  // namespace paceline::testing_support
