// SPDX-License-Identifier: Apache-2.0
// Appointments as an iCalendar file (RFC 5545), for one's own calendar.
//
// Times are UTC. UID never changes; SEQUENCE is the number of facts after the first, so it rises with each change.
// Lines end with CRLF and are folded after 75 octets, never inside a character; in texts backslash, semicolon, comma
// and line end are escaped. A cancelled one says STATUS:CANCELLED, and alone in a file METHOD:CANCEL.
// Worked example: tests/pipeline/appointment_ics_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pipeline/appointment.h"

namespace paceline {

/// What stands in a calendar of one appointment. Texts are plain.
struct CalendarEntry {
  AppointmentNow now;
  OrgId org_id;             ///< a part of UID
  std::string summary;      ///< what it is, with whom
  std::string description;  ///< empty: none
  std::string place;        ///< empty: none
  std::string rep_name;
  std::string rep_email;
};

/// A file of one is a message about it: its METHOD says that it is cancelled.
enum class CalendarOf { one, many };

/// A file of these entries.
[[nodiscard]] std::string calendar_file(std::span<const CalendarEntry> entries, CalendarOf which);

/// One line, folded and ended.
[[nodiscard]] std::string content_line(std::string_view text);
[[nodiscard]] std::string escaped_text(std::string_view text);
/// "20260309T080000Z"
[[nodiscard]] std::string calendar_time(Instant instant);

}  // namespace paceline
