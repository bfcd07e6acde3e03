// SPDX-License-Identifier: Apache-2.0
#include "calendar/holiday_ics.h"

#include <gtest/gtest.h>

#include "calendar/ics_events.h"
#include "calendar/ics_lines.h"
#include "refusals.h"

namespace paceline {
namespace {

using testing_support::refusals;

/// The lines of one event, which begin on the third line of the file.
std::string event(const std::string& lines) {
  return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

Checked<std::vector<Holiday>> read(const std::string& text) {
  return read_holiday_ics(text, 2025, 2027);
}

/// "2025-12-25 Christmas; …"
std::string days_of(const Checked<std::vector<Holiday>>& days) {
  if (!days) return refusals(days);
  std::string all;
  for (const Holiday& day : *days) {
    EXPECT_EQ(day.minutes, 0);
    EXPECT_FALSE(day.expected);
    all += (all.empty() ? "" : "; ") + to_text(day.day) + ' ' + day.name;
  }
  return all;
}

TEST(HolidayIcs, WorkedExample) {
  EXPECT_EQ(days_of(read(event("DTSTART;VALUE=DATE:20251225\r\nDTEND;VALUE=DATE:20251227\r\nRRULE:FREQ=YEARLY\r\n"
                               "SUMMARY:Christmas\r\n"))),
            "2025-12-25 Christmas; 2025-12-26 Christmas; 2026-12-25 Christmas; 2026-12-26 Christmas; "
            "2027-12-25 Christmas; 2027-12-26 Christmas");
}

TEST(HolidayIcs, ReadsWhatACalendarProgramWrites) {
  const std::string text =
      "\xEF\xBB\xBF"
      "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Somebody//EN\nX-WR-CALNAME:Holidays\n"
      "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\nBEGIN:STANDARD\nDTSTART:19701025T030000\n"
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE\n"
      "BEGIN:VEVENT\nUID:1@x\nDTSTAMP:20250101T000000Z\ndtstart;value=date:20261003\n"
      "SUMMARY;LANGUAGE=de;ALTREP=\"https://example.org/a\":Tag der Deut\n schen Einheit\\, frei\\;\\\\\\nschön\n"
      "TRANSP:TRANSPARENT\nBEGIN:VALARM\nTRIGGER:-PT15M\nSUMMARY:an alarm\nEND:VALARM\nEND:VEVENT\n"
      "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261004\nSTATUS:CANCELLED\nEND:VEVENT\n"
      "END:VCALENDAR";
  EXPECT_EQ(days_of(read(text)), "2026-10-03 Tag der Deutschen Einheit, frei;\\ schön");
}

TEST(HolidayIcs, TakesOnlyDaysInsideTheYears) {
  EXPECT_EQ(days_of(read(event("DTSTART;VALUE=DATE:20241230\nDTEND;VALUE=DATE:20250103\nSUMMARY:A\n"))),
            "2025-01-01 A; 2025-01-02 A");
  EXPECT_EQ(days_of(read(event("DTSTART;VALUE=DATE:20271231\nDTEND;VALUE=DATE:20280103\nSUMMARY:A\n"))),
            "2027-12-31 A");
  EXPECT_EQ(
      days_of(read(event("DTSTART;VALUE=DATE:20201231\nDTEND;VALUE=DATE:20210102\nRRULE:FREQ=YEARLY\nSUMMARY:A\n"))),
      "2025-01-01 A; 2025-12-31 A; 2026-01-01 A; 2026-12-31 A; 2027-01-01 A; 2027-12-31 A");
}

TEST(HolidayIcs, NamesADayOnceByAllItsEvents) {
  const std::string a = "BEGIN:VEVENT\nDTSTART:20260501\nSUMMARY:A\nEND:VEVENT\n";
  const std::string b = "BEGIN:VEVENT\nDTSTART:20260501\nSUMMARY:B\nEND:VEVENT\n";
  EXPECT_EQ(days_of(read("BEGIN:VCALENDAR\n" + a + b + a + b + "END:VCALENDAR\n")), "2026-05-01 A / B");
}

TEST(HolidayIcs, RefusesWhatItWouldMisunderstand) {
  struct Row {
    const char* lines;
    const char* refused;
  };
  for (const auto& [lines, refused] : {
           Row{"SUMMARY:A\n", "calendar.ics.start_missing /lines/2"},
           Row{"DTSTART:20260101T000000\nSUMMARY:A\n", "calendar.ics.not_whole_day /lines/3"},
           Row{"DTSTART:20260101\nDTEND:20260102T000000Z\nSUMMARY:A\n", "calendar.ics.not_whole_day /lines/4"},
           Row{"DTSTART;VALUE=DATE:2026-01-01\nSUMMARY:A\n", "calendar.ics.day_malformed /lines/3"},
           Row{"DTSTART;VALUE=DATE:20260229\nSUMMARY:A\n", "calendar.ics.day_malformed /lines/3"},
           Row{"DTSTART:20260101\nDTEND:20260101\nSUMMARY:A\n", "calendar.ics.end_not_after_start /lines/4"},
           Row{"DTSTART:20260102\nDTEND:20260101\nSUMMARY:A\n", "calendar.ics.end_not_after_start /lines/4"},
           Row{"DTSTART:20260101\nDTEND:20260304\nSUMMARY:A\n", "accepted"},
           Row{"DTSTART:20260101\nDTEND:20260305\nSUMMARY:A\n", "calendar.ics.event_too_long /lines/4"},
           Row{"DTSTART:20260101\nRRULE:FREQ=MONTHLY\nSUMMARY:A\n", "calendar.ics.rule_unsupported /lines/4"},
           Row{"DTSTART:20260101\nDURATION:P2D\nSUMMARY:A\n", "calendar.ics.property_unsupported /lines/4"},
           Row{"DTSTART:20260101\nSUMMARY:A\nEXDATE:20270101\n", "calendar.ics.property_unsupported /lines/5"},
           Row{"DTSTART:20260101\nDTSTART:20260102\nSUMMARY:A\n", "calendar.ics.property_twice /lines/4"},
           Row{"DTSTART:20260101\n", "calendar.ics.name_malformed /lines/2"},
           Row{"DTSTART:20260101\nSUMMARY:\n", "calendar.ics.name_malformed /lines/4"},
           Row{"DTSTART:20260101\nSUMMARY:\xC3(\n", "calendar.ics.name_malformed /lines/4"},
           Row{"DTSTART:20260101\nSUMMARY:A\nSTATUS:TENTATIVE\n", "accepted"},
           Row{"DTSTART 20260101\nSUMMARY:A\n", "calendar.ics.line_malformed /lines/3"},
       })
    EXPECT_EQ(refusals(read(event(lines))), refused) << lines;
}

TEST(HolidayIcs, RefusesWhatIsNotACalendar) {
  struct Row {
    const char* text;
    const char* refused;
  };
  for (const auto& [text, refused] : {
           Row{"", "calendar.ics.empty"},
           Row{"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "calendar.ics.empty"},
           Row{"day,minutes,name\n", "calendar.ics.line_malformed /lines/1"},
           Row{"BEGIN:VEVENT\nDTSTART:20260101\nSUMMARY:A\nEND:VEVENT\n", "calendar.ics.nesting_broken /lines/1"},
           Row{"VERSION:2.0\n", "calendar.ics.nesting_broken /lines/1"},
           Row{"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", "calendar.ics.nesting_broken /lines/3"},
           Row{"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "calendar.ics.nesting_broken /lines/2"},
           Row{"END:VCALENDAR\n", "calendar.ics.nesting_broken /lines/1"},
           Row{"BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR\n",
               "calendar.ics.component_unsupported /lines/2"},
       })
    EXPECT_EQ(refusals(read(text)), refused) << text;
}

TEST(HolidayIcs, RefusesWithEveryFaultOfEveryEvent) {
  EXPECT_EQ(refusals(read("BEGIN:VCALENDAR\n"
                          "BEGIN:VEVENT\nSUMMARY:A\nRRULE:X\nDTEND:x\nDTSTART:20260101\nEND:VEVENT\n"
                          "BEGIN:VJOURNAL\nEND:VJOURNAL\n"
                          "BEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n")),
            "calendar.ics.rule_unsupported /lines/4; calendar.ics.day_malformed /lines/5; "
            "calendar.ics.component_unsupported /lines/8; calendar.ics.name_malformed /lines/10; "
            "calendar.ics.start_missing /lines/10");
}

TEST(HolidayIcs, HasLimits) {
  const auto events = [](std::size_t number) {
    std::string text = "BEGIN:VCALENDAR\n";
    for (std::size_t i = 0; i < number; ++i) text += "BEGIN:VEVENT\nDTSTART:20260101\nSUMMARY:A\nEND:VEVENT\n";
    return text + "END:VCALENDAR\n";
  };
  EXPECT_EQ(days_of(read(events(kMostIcsEvents))), "2026-01-01 A");
  EXPECT_EQ(refusals(read(events(kMostIcsEvents + 1))), "calendar.ics.too_many /lines/8002");
  const std::string longest(kLongestHolidayName, 'x');
  EXPECT_EQ(refusals(read(event("DTSTART:20260101\nSUMMARY:" + longest + '\n'))), "accepted");
  EXPECT_EQ(refusals(read(event("DTSTART:20260101\nSUMMARY:" + longest + "x\n"))),
            "calendar.ics.name_malformed /lines/4");
}

TEST(IcsEvents, WorkedExample) {
  const auto read = ics_events("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20251225\nEND:VEVENT\nEND:VCALENDAR");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->events.size(), 1U);
  EXPECT_EQ(read->events.front().line, 2U);
  EXPECT_EQ(read->events.front().find("DTSTART")->value, "20251225");
  EXPECT_EQ(read->events.front().find("DTEND"), nullptr);
}

TEST(IcsLines, WorkedExample) {
  const auto lines = ics_lines("summary;LANGUAGE=en:Boxing\r\n  Day");
  ASSERT_TRUE(lines);
  ASSERT_EQ(lines->size(), 1U);
  EXPECT_EQ(lines->front().name, "SUMMARY");
  EXPECT_EQ(lines->front().value, "Boxing Day");
  EXPECT_EQ(lines->front().number, 1U);
}

TEST(IcsLines, RefuseEveryLineThatIsNone) {
  EXPECT_EQ(refusals(ics_lines(" folded\nA:1\nB\n\n:2\nC D:3\n\xC3\x9C:4\n")),
            "calendar.ics.line_malformed /lines/1; calendar.ics.line_malformed /lines/3; "
            "calendar.ics.line_malformed /lines/5; calendar.ics.line_malformed /lines/6; "
            "calendar.ics.line_malformed /lines/7");
}

TEST(IcsText, TakesEscapesAway) {
  EXPECT_EQ(ics_text("Tag\\, an dem"), "Tag, an dem");
  EXPECT_EQ(ics_text("a\\nb\\Nc\\\\n\\;"), "a b c\\n;");
  EXPECT_EQ(ics_text("open\\"), "open\\");
}

}  // namespace
}  // namespace paceline
