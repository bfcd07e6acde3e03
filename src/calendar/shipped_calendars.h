// SPDX-License-Identifier: Apache-2.0
// The calendars inside the program: the files of calendars/, put there when it is built (docs/calendars.md).
// Worked example: shipped_calendar("AE")->weekday_minutes[4] == 270, the Friday of a federal office.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "calendar/holiday_file.h"

namespace paceline {

struct ShippedCalendar {
  std::string_view country;  ///< "AE"
  std::string_view text;     ///< of calendars/AE.csv, for somebody who wants to change a copy
};

/// In order of country.
[[nodiscard]] const std::vector<ShippedCalendar>& shipped_calendars();

/// Returns not_found "calendar.country.unknown".
[[nodiscard]] Result<HolidayFile> shipped_calendar(std::string_view country);

}  // namespace paceline
