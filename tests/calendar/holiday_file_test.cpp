// SPDX-License-Identifier: Apache-2.0
#include "calendar/holiday_file.h"

#include <gtest/gtest.h>

#include "calendar/file_lines.h"
#include "refusals.h"

namespace paceline {
namespace {

using testing_support::refusals;

const std::string kHead =
    "country,DE\n"
    "name,Deutschland\n"
    "week,480,480,480,480,480,0,0\n"
    "week_start,monday\n"
    "years,2025,2027\n"
    "source,Feiertagsgesetze der Länder\n";
const std::string kDays = "day,minutes,name,expected\n";  // the seventh line

Checked<HolidayFile> read_days(const std::string& days) {
  return read_holiday_file(kHead + kDays + days);
}

/// The good head with one line in place of another.
Checked<HolidayFile> read_with(const std::string& line, const std::string& instead) {
  std::string text = kHead + kDays;
  text.replace(text.find(line), line.size(), instead);
  return read_holiday_file(text);
}

TEST(HolidayFile, WorkedExample) {
  const auto file = read_holiday_file("# a comment\n" + kHead + kDays +
                                      "2026-10-03,0,Tag der Deutschen Einheit\n"
                                      "2026-12-24,240,\"Heiligabend, halber Tag\",expected\n");
  ASSERT_TRUE(file) << refusals(file);
  const HolidayFile wanted{"DE",
                           "Deutschland",
                           {480, 480, 480, 480, 480, 0, 0},
                           Weekday::monday,
                           2025,
                           2027,
                           "Feiertagsgesetze der Länder",
                           {{*parse_day("2026-10-03"), 0, "Tag der Deutschen Einheit", false},
                            {*parse_day("2026-12-24"), 240, "Heiligabend, halber Tag", true}}};
  EXPECT_EQ(*file, wanted);
}

TEST(HolidayFile, IsReadAsASpreadsheetWritesIt) {
  const auto plain = read_days("2026-10-03,0,A\n");
  const auto padded = read_holiday_file(
      "\xEF\xBB\xBF\"# a comment, with a comma\",,,\r\n\r\n,,,\r\ncountry,DE,,,,,,\r\nname,Deutschland,,\r\n"
      "week,480,480,480,480,480,0,0\r\nweek_start,monday,\r\nyears,2025,2027,,\r\nsource,Feiertagsgesetze der "
      "Länder,,\r\nday,minutes,name,,,\r\n2026-10-03,0,A,,,");
  ASSERT_TRUE(padded) << refusals(padded);
  EXPECT_EQ(*padded, *plain);
}

TEST(HolidayFile, MayHaveNoDays) {
  const auto file = read_days("");
  ASSERT_TRUE(file) << refusals(file);
  EXPECT_TRUE(file->days.empty());
}

TEST(HolidayFile, BringsDaysIntoOrder) {
  const auto file = read_days("2027-12-31,0,C\n2025-01-01,0,A\n2026-02-28,1440,B\n");
  ASSERT_TRUE(file) << refusals(file);
  EXPECT_EQ(file->days[0].name + file->days[1].name + file->days[2].name, "ABC");
}

TEST(HolidayFile, RefusesADayThatIsNearlyOne) {
  struct Row {
    const char* line;
    const char* refused;
  };
  for (const auto& [line, refused] : {
           Row{"2026-02-29,0,A", "day.out_of_range /lines/8"},
           Row{"2026-2-28,0,A", "day.malformed /lines/8"},
           Row{"28.02.2026,0,A", "day.malformed /lines/8"},
           Row{" 2026-02-28,0,A", "day.malformed /lines/8"},
           Row{"2024-12-31,0,A", "calendar.file.day_outside_years /lines/8"},
           Row{"2028-01-01,0,A", "calendar.file.day_outside_years /lines/8"},
           Row{"2026-02-28,1441,A", "calendar.file.minutes_malformed /lines/8"},
           Row{"2026-02-28,-1,A", "calendar.file.minutes_malformed /lines/8"},
           Row{"2026-02-28,7.5,A", "calendar.file.minutes_malformed /lines/8"},
           Row{"2026-02-28,,A", "calendar.file.minutes_malformed /lines/8"},
           Row{"2026-02-28,99999999999,A", "calendar.file.minutes_malformed /lines/8"},
           Row{"2026-02-28,0,A,Expected", "calendar.file.mark_unknown /lines/8"},
           Row{"2026-02-28,0,,expected", "calendar.file.name_malformed /lines/8"},
           Row{"2026-02-28,0", "calendar.file.columns_wrong /lines/8"},
           Row{"2026-02-28;0;A", "calendar.file.columns_wrong /lines/8"},
           Row{"2026-02-28,0,A,expected,B", "calendar.file.columns_wrong /lines/8"},
           Row{"2026-02-28,0,\"A", "calendar.file.quotes_malformed /lines/8"},
           Row{"2026-02-28,0,A\tB", "calendar.file.not_plain_text /lines/8"},
           Row{"2026-02-28,0,\xC3(", "calendar.file.not_plain_text /lines/8"},
           Row{"2026-02-28,0,A\n2026-02-28,480,B", "calendar.file.day_twice /lines/9"},
       })
    EXPECT_EQ(refusals(read_days(line)), refused) << line;
}

TEST(HolidayFile, RefusesAHeadThatIsNearlyOne) {
  struct Row {
    const char* line;
    const char* instead;
    const char* refused;
  };
  for (const auto& [line, instead, refused] : {
           Row{"country,DE", "country,de", "calendar.file.country_malformed /lines/1"},
           Row{"country,DE", "country,DEU", "calendar.file.country_malformed /lines/1"},
           Row{"country,DE", "country,D1", "calendar.file.country_malformed /lines/1"},
           Row{"country,DE", "country", "calendar.file.columns_wrong /lines/1"},
           Row{"country,DE", "Country,DE", "calendar.file.key_unknown /lines/1; calendar.file.key_missing"},
           Row{"name,Deutschland", "name,A,B", "calendar.file.columns_wrong /lines/2"},
           Row{"480,480,480,480,480,0,0", "480,480,480,480,480,0", "calendar.file.columns_wrong /lines/3"},
           Row{"480,480,480,480,480,0,0", "480,480,480,480,480,0,1441", "calendar.file.week_malformed /lines/3"},
           Row{"480,480,480,480,480,0,0", "8,8,8,8,8,0,x", "calendar.file.week_malformed /lines/3"},
           Row{"week_start,monday", "week_start,Monday", "calendar.file.week_start_unknown /lines/4"},
           Row{"week_start,monday", "week_start,1", "calendar.file.week_start_unknown /lines/4"},
           Row{"2025,2027", "2027,2025", "calendar.file.years_malformed /lines/5"},
           Row{"2025,2027", "1969,2027", "calendar.file.years_malformed /lines/5"},
           Row{"2025,2027", "2025,10000", "calendar.file.years_malformed /lines/5"},
           Row{"2025,2027", "25,27", "calendar.file.years_malformed /lines/5"},
           Row{"week_start,monday", "country,DE", "calendar.file.key_twice /lines/4; calendar.file.key_missing"},
           Row{"day,minutes,name,expected", "day,name,minutes",
               "calendar.file.key_unknown /lines/7; calendar.file.key_missing"},
       })
    EXPECT_EQ(refusals(read_with(line, instead)), refused) << instead;
}

TEST(HolidayFile, RefusesWithEveryFaultAtOnce) {
  EXPECT_EQ(refusals(read_holiday_file("")),
            "calendar.file.key_missing; calendar.file.key_missing; calendar.file.key_missing; "
            "calendar.file.key_missing; calendar.file.key_missing; calendar.file.key_missing; "
            "calendar.file.key_missing");
  EXPECT_EQ(refusals(read_days("2026-02-30,x,,no\n2026-01-01,0,A\n2026-01-01,0,B\n")),
            "calendar.file.minutes_malformed /lines/8; calendar.file.mark_unknown /lines/8; day.out_of_range /lines/8; "
            "calendar.file.name_malformed /lines/8; calendar.file.day_twice /lines/10");
}

TEST(HolidayFile, HasLimits) {
  const std::string longest(kLongestHolidayName, 'x');
  EXPECT_EQ(refusals(read_days("2026-01-01,0," + longest)), "accepted");
  EXPECT_EQ(refusals(read_days("2026-01-01,0," + longest + 'x')), "calendar.file.name_malformed /lines/8");
  EXPECT_EQ(refusals(read_with("name,Deutschland", "name," + longest + 'x')), "calendar.file.name_malformed /lines/2");
  std::string text = kHead + kDays;
  for (std::size_t line = 8; line <= kMostHolidayFileLines; ++line) text += "#\n";
  EXPECT_EQ(refusals(read_holiday_file(text)), "accepted");
  EXPECT_EQ(refusals(read_holiday_file(text + '#')), "calendar.file.too_long");
}

TEST(FileLines, WorkedExample) {
  EXPECT_EQ(file_lines("a\r\nb\n"), (std::vector<std::string_view>{"a", "b"}));
  EXPECT_EQ(file_lines("\xEF\xBB\xBF\n\nc"), (std::vector<std::string_view>{"", "", "c"}));
  EXPECT_TRUE(file_lines("").empty());
  EXPECT_EQ(line_pointer(2), "/lines/2");
}

}  // namespace
}  // namespace paceline
