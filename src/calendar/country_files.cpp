// SPDX-License-Identifier: Apache-2.0
#include "calendar/country_files.h"

#include "calendar/shipped_calendars.h"

namespace paceline {

Result<WorkingCalendar> CountryFiles::of_country(std::string_view country) const {
  PACELINE_TRY(const HolidayFile file, shipped_calendar(country));
  WorkingCalendar calendar;
  calendar.weekday_minutes = file.weekday_minutes;
  calendar.week_start = file.week_start;
  for (const Holiday& holiday : file.days) calendar.exceptions[holiday.day] = {holiday.minutes, holiday.name, false};
  return calendar;
}

}  // namespace paceline
