// SPDX-License-Identifier: Apache-2.0
// The events of an iCalendar file (RFC 5545, section 3.6): which lines belong to which VEVENT, not yet what they mean.
// Time zones, alarms, and properties that say nothing about the days are left out.
// Worked example: "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20251225\nEND:VEVENT\nEND:VCALENDAR" has one event, of line
// 2, whose find("DTSTART") has the value "20251225".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "calendar/ics_lines.h"

namespace paceline {

inline constexpr std::size_t kMostIcsEvents = 2000;

/// Something that cannot be read in an event, or beside it.
struct IcsFault {
  std::size_t line = 0;  ///< 0: of the whole file
  std::string code;
  std::string detail;
};

struct IcsEvent {
  std::size_t line = 0;                       ///< of its BEGIN
  std::map<std::string, IcsLine> properties;  ///< DTSTART, DTEND, RRULE, STATUS, SUMMARY, as far as they are there
  std::vector<IcsFault> faults;

  /// Null when it is not there.
  [[nodiscard]] const IcsLine* find(const std::string& name) const;
};

struct IcsEvents {
  std::vector<IcsEvent> events;
  std::vector<IcsFault> faults;  ///< of other components
};

/// Returns invalid when the lines are no calendar: calendar.ics.line_malformed, .nesting_broken, .empty, .too_many.
/// The faults inside are calendar.ics.component_unsupported, .property_twice and .property_unsupported.
[[nodiscard]] Checked<IcsEvents> ics_events(std::string_view text);

[[nodiscard]] Error error_of(const IcsFault& fault);

}  // namespace paceline
