// SPDX-License-Identifier: Apache-2.0
// Files of holidays that are read before they are applied, and the countries whose holidays come with the program.
#pragma once

#include "api/forms/apply.h"
#include "app/ports/country_calendars.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(CountryYears, (), (country, name, from_year, to_year))

}  // namespace paceline

namespace paceline::api::form {

struct ReadCalendar {
  HolidayFormat format = HolidayFormat::csv;
  json::Prose<1, 1'000'000> text;
};
BOOST_DESCRIBE_STRUCT(ReadCalendar, (), (format, text))

struct FileFault {
  std::int64_t line = 0;  ///< from 1; 0: of the whole
  std::string code;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(FileFault, (), (line, code, detail))

/// Nothing is stored. With a fault there are no days.
struct CalendarDays {
  std::vector<CalendarDay> days;
  std::vector<FileFault> faults;
};
BOOST_DESCRIBE_STRUCT(CalendarDays, (), (days, faults))

}  // namespace paceline::api::form
