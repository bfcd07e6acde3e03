// SPDX-License-Identifier: Apache-2.0
#include "calendar/country_files.h"

#include "base/digits.h"
#include "calendar/holiday_ics.h"
#include "calendar/shipped_calendars.h"

namespace paceline {
namespace {

constexpr int kYearsBefore = 1;
constexpr int kYearsAfter = 5;
constexpr int kLastYear = 9999;

/// The head of a file that has only days: nothing of it is used.
constexpr std::string_view kHead =
    "country,XX\nname,days\nweek,0,0,0,0,0,0,0\nweek_start,monday\nyears,1970,9999\nsource,days\n";
constexpr std::int64_t kHeadLines = 6;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::map<Day, CalendarException> exceptions_of(const std::vector<Holiday>& holidays) {
  std::map<Day, CalendarException> days;
  for (const Holiday& holiday : holidays) days[holiday.day] = {holiday.minutes, holiday.name, false};
  return days;
}

/// Does the first line that says something begin the days?
bool has_only_days(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const bool says_something = line.find_first_not_of(" \r,") != std::string_view::npos && line.front() != '#';
    if (says_something) return line.starts_with("day,");
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return false;
}

/// As if the head had not been there.
Errors without_head(Errors errors) {
  constexpr std::string_view lines = "/lines/";
  for (Error& error : errors) {
    if (!error.field.starts_with(lines)) continue;
    const auto line = parse_digits(error.field.substr(lines.size()));
    if (line) error.field = std::string(lines) + std::to_string(std::max<std::int64_t>(*line - kHeadLines, 1));
  }
  return errors;
}

Checked<std::vector<Holiday>> read_csv(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const bool only_days = has_only_days(text);
  auto file = read_holiday_file(only_days ? std::string(kHead) + std::string(text) : std::string(text));
  if (!file) return tl::unexpected(only_days ? without_head(std::move(file).error()) : std::move(file).error());
  return std::move(file->days);
}

}  // namespace

Result<WorkingCalendar> CountryFiles::of_country(std::string_view country) const {
  PACELINE_TRY(const HolidayFile file, shipped_calendar(country));
  WorkingCalendar calendar;
  calendar.weekday_minutes = file.weekday_minutes;
  calendar.week_start = file.week_start;
  calendar.exceptions = exceptions_of(file.days);
  return calendar;
}

std::vector<CountryYears> CountryFiles::countries() const {
  std::vector<CountryYears> all;
  for (const ShippedCalendar& shipped : shipped_calendars()) {
    const auto file = shipped_calendar(shipped.country);
    PACELINE_ASSERT(file.has_value());
    all.push_back({file->country, file->name, file->first_year, file->last_year});
  }
  return all;
}

Checked<std::map<Day, CalendarException>> CountryFiles::read_holidays(HolidayFormat format, std::string_view text,
                                                                      Day today) const {
  const int year = date_of(today).year;
  auto days = format == HolidayFormat::csv ? read_csv(text)
                                           : read_holiday_ics(text, std::max(year - kYearsBefore, 1970),
                                                              std::min(year + kYearsAfter, kLastYear));
  if (!days) return tl::unexpected(std::move(days).error());
  return exceptions_of(*days);
}

}  // namespace paceline
