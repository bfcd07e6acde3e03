// SPDX-License-Identifier: Apache-2.0
// A country's holidays and usual week as a small text file: comma-separated values, UTF-8, dates as ISO 8601.
//
//   # a comment
//   country,DE
//   name,Deutschland
//   week,480,480,480,480,480,0,0        minutes, Monday first
//   week_start,monday
//   years,2025,2027                     the first and the last that the days below are complete for
//   source,Feiertagsgesetze der Länder
//   day,minutes,name,expected
//   2026-10-03,0,Tag der Deutschen Einheit
//   2026-12-24,240,"Heiligabend, halber Tag",expected
//
// The six keys come first, each once, in any order; then the line `day,minutes,name` (with or without `expected`); then
// one line for each day that differs, in any order. Lines end in LF or CRLF; blank lines and empty columns at the end
// of a line say nothing; a value with a comma stands in quotes, a quote inside it twice. Worked example: the file above
// has weekday_minutes {480, 480, 480, 480, 480, 0, 0} and two days, the second of them {2026-12-24, 240, "Heiligabend,
// halber Tag", expected}.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "calendar/holiday.h"

namespace paceline {

inline constexpr std::size_t kMostHolidayFileLines = 2000;

struct HolidayFile {
  std::string country;                   ///< ISO 3166-1 alpha-2, "DE"
  std::string name;                      ///< of the country or of what the company calls this calendar
  std::array<int, 7> weekday_minutes{};  ///< Monday first, each 0 to 1440
  Weekday week_start = Weekday::monday;
  int first_year = 1970;
  int last_year = 1970;       ///< not before first_year
  std::string source;         ///< where the days come from, for people
  std::vector<Holiday> days;  ///< in order, none twice, all within the years
  friend bool operator==(const HolidayFile&, const HolidayFile&) = default;
};

/// Returns invalid, every fault at once, with the line at fault as "/lines/12":
///   calendar.file.too_long            more than 2,000 lines
///   calendar.file.not_plain_text      not UTF-8, or a control character
///   calendar.file.quotes_malformed    a quote is not closed, or something follows it
///   calendar.file.key_unknown         a line before the days is none of the six keys
///   calendar.file.key_twice
///   calendar.file.key_missing         of the whole: one of the six, or the line `day,minutes,name`
///   calendar.file.country_malformed   not two capital letters
///   calendar.file.name_malformed      a name or the source is empty or longer than 200 bytes
///   calendar.file.week_malformed      not seven numbers of minutes from 0 to 1440
///   calendar.file.week_start_unknown  not a weekday in English, "sunday"
///   calendar.file.years_malformed     not two years from 1970 to 9999, the first not after the last
///   calendar.file.columns_wrong       not as many columns as the line has to have
///   calendar.file.minutes_malformed   not a number from 0 to 1440
///   calendar.file.mark_unknown        the fourth column is neither empty nor `expected`
///   calendar.file.day_twice
///   calendar.file.day_outside_years
///   day.malformed, day.out_of_range   as parse_day
[[nodiscard]] Checked<HolidayFile> read_holiday_file(std::string_view text);

}  // namespace paceline
