// SPDX-License-Identifier: Apache-2.0
// Working calendars and the closing days of the company, as they are stored.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/working_calendar.h"

namespace paceline {

struct StoredCalendar {
  CalendarId calendar_id;
  std::string name;
  WorkingCalendar calendar;  ///< without the closing days
};

using ClosingDays = std::map<Day, CalendarException>;

class CalendarStore {
 public:
  virtual ~CalendarStore() = default;
  /// Puts the calendar in place of the one with the same id.
  [[nodiscard]] virtual Result<void> put_calendar(const StoredCalendar& calendar) = 0;
  /// By name.
  [[nodiscard]] virtual Result<std::vector<StoredCalendar>> calendars() = 0;
  /// With the closing days in it. Returns not_found "user.not_found".
  [[nodiscard]] virtual Result<WorkingCalendar> calendar_of(UserId user_id) = 0;

  /// Puts these in place of all that there were.
  [[nodiscard]] virtual Result<void> put_closing_days(const ClosingDays& days) = 0;
  [[nodiscard]] virtual Result<ClosingDays> closing_days() = 0;
};

}  // namespace paceline
