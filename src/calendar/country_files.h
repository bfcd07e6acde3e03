// SPDX-License-Identifier: Apache-2.0
// CountryCalendars from the files that come with the program.
#pragma once

#include "app/ports/country_calendars.h"

namespace paceline {

class CountryFiles : public CountryCalendars {
 public:
  Result<WorkingCalendar> of_country(std::string_view country) const override;
  std::vector<CountryYears> countries() const override;
  Checked<std::map<Day, CalendarException>> read_holidays(HolidayFormat format, std::string_view text,
                                                          Day today) const override;
};

}  // namespace paceline
