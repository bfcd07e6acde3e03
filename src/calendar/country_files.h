// SPDX-License-Identifier: Apache-2.0
// CountryCalendars from the files that come with the program.
#pragma once

#include "app/ports/country_calendars.h"

namespace paceline {

class CountryFiles : public CountryCalendars {
 public:
  Result<WorkingCalendar> of_country(std::string_view country) const override;
};

}  // namespace paceline
