// SPDX-License-Identifier: Apache-2.0
// The working calendars of countries that come with the program. Thread-safe.
#pragma once

#include <string_view>

#include "base/working_calendar.h"

namespace paceline {

class CountryCalendars {
 public:
  virtual ~CountryCalendars() = default;
  /// The usual week and the public holidays; `country` is ISO 3166-1 alpha-2, "BG". Returns not_found
  /// "calendar.country.unknown".
  [[nodiscard]] virtual Result<WorkingCalendar> of_country(std::string_view country) const = 0;
};

}  // namespace paceline
