// SPDX-License-Identifier: Apache-2.0
#include "calendar/shipped_calendars.h"

#include <algorithm>

namespace paceline {

Result<HolidayFile> shipped_calendar(std::string_view country) {
  const auto& all = shipped_calendars();
  const auto found = std::ranges::find(all, country, &ShippedCalendar::country);
  if (found == all.end()) return fail(Fault::not_found, "calendar.country.unknown");
  auto file = read_holiday_file(found->text);
  PACELINE_ASSERT(file.has_value());
  return *std::move(file);
}

}  // namespace paceline
