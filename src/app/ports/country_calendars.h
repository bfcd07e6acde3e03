// SPDX-License-Identifier: Apache-2.0
// The working calendars of countries that come with the program, and files of holidays that people bring. Thread-safe.
#pragma once

#include <boost/describe/enum.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/working_calendar.h"

namespace paceline {

/// For which years the holidays of a country are known.
struct CountryYears {
  std::string country;  ///< ISO 3166-1 alpha-2, "BG"
  std::string name;     ///< in the country's own language
  int from_year = 1970;
  int to_year = 1970;  ///< the last one
};

/// ics: iCalendar, as calendar programs export it. csv: the form of docs/calendars.md, or only its days.
BOOST_DEFINE_ENUM_CLASS(HolidayFormat, ics, csv)

class CountryCalendars {
 public:
  virtual ~CountryCalendars() = default;
  /// The usual week and the public holidays; `country` is ISO 3166-1 alpha-2, "BG". Returns not_found
  /// "calendar.country.unknown".
  [[nodiscard]] virtual Result<WorkingCalendar> of_country(std::string_view country) const = 0;
  /// In order of country.
  [[nodiscard]] virtual std::vector<CountryYears> countries() const = 0;
  /// The days of a file. Of an iCalendar file those from the year before `today` to five years after it. Returns
  /// invalid, every fault at once, with its line as "/lines/12": the codes that begin with calendar.file and
  /// calendar.ics.
  [[nodiscard]] virtual Checked<std::map<Day, CalendarException>> read_holidays(HolidayFormat format,
                                                                                std::string_view text,
                                                                                Day today) const = 0;
};

}  // namespace paceline
