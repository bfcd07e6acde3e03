// SPDX-License-Identifier: Apache-2.0
// The holidays of an uploaded iCalendar file (RFC 5545, .ics), as calendar programs export them.
//
//   BEGIN:VCALENDAR
//   BEGIN:VEVENT
//   DTSTART;VALUE=DATE:20251225
//   DTEND;VALUE=DATE:20251227            the first day after; without it the event lasts one day
//   RRULE:FREQ=YEARLY
//   SUMMARY:Christmas
//   END:VEVENT
//   END:VCALENDAR
//
// Every day of every event becomes a holiday without work, named by its SUMMARY; two events on one day give one holiday
// with both names. What would be misunderstood is refused, not left out: times of day, other rules than a yearly one
// (yearly_rule.h), exceptions to a rule, tasks and journals. Left out are events with STATUS:CANCELLED, days outside
// the years, alarms, time zones, and properties that say nothing about the days. Worked example: the file above gives
// 25 and 26 December of each of the years, minutes 0, "Christmas".
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "calendar/holiday.h"

namespace paceline {

inline constexpr int kLongestIcsEvent = 62;  ///< days
inline constexpr int kMostIcsYears = 20;

/// The days in order, none twice; a joined name that would be too long lacks the later ones. REQUIRES: 1970 <=
/// first_year <= last_year <= 9999, at most 20 years. Returns invalid, with the line at fault as "/lines/12", every
/// fault of every event at once:
///   calendar.ics.line_malformed          a line without a name or a colon; nothing more is read
///   calendar.ics.nesting_broken          BEGIN and END do not match, or not all is inside VCALENDAR; likewise
///   calendar.ics.empty                   of the whole: there is no VEVENT; likewise
///   calendar.ics.too_many                more than 2,000 events; likewise
///   calendar.ics.component_unsupported   neither VEVENT nor VTIMEZONE
///   calendar.ics.property_twice          a second DTSTART, DTEND, RRULE, STATUS or SUMMARY in one event
///   calendar.ics.property_unsupported    DURATION, EXDATE, EXRULE, RDATE or RECURRENCE-ID
///   calendar.ics.start_missing           no DTSTART
///   calendar.ics.not_whole_day           DTSTART or DTEND has a time of day
///   calendar.ics.day_malformed           DTSTART or DTEND is not a date as "20251225"
///   calendar.ics.end_not_after_start
///   calendar.ics.event_too_long          more than 62 days
///   calendar.ics.rule_unsupported
///   calendar.ics.name_malformed          no SUMMARY, or not 1 to 200 bytes of plain text
[[nodiscard]] Checked<std::vector<Holiday>> read_holiday_ics(std::string_view text, int first_year, int last_year);

}  // namespace paceline
