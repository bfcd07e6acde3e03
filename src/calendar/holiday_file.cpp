// SPDX-License-Identifier: Apache-2.0
#include "calendar/holiday_file.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/digits.h"
#include "base/utf8.h"
#include "base/working_calendar.h"
#include "calendar/csv_line.h"
#include "calendar/file_lines.h"

namespace paceline {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr std::string_view kExpected = "expected";

std::optional<int> parse_between(std::string_view text, int low, int high) {
  if (text.size() > 4) return std::nullopt;
  const auto value = parse_digits(text);
  return value && low <= *value && *value <= high ? value : std::nullopt;
}

bool is_country(std::string_view text) {
  return text.size() == 2 && std::ranges::all_of(text, [](char c) { return 'A' <= c && c <= 'Z'; });
}

class Reader {
 public:
  Checked<HolidayFile> read(std::string_view text) {
    const auto lines = file_lines(text);
    if (lines.size() > kMostHolidayFileLines) {
      refuse("calendar.file.too_long", "at most 2,000 lines");
      return tl::unexpected(std::move(faults_));
    }
    for (const std::string_view line : lines) {
      ++line_;
      take_line(line);
    }
    check_complete();
    if (!faults_.empty()) return tl::unexpected(std::move(faults_));
    std::ranges::sort(file_.days, {}, &Holiday::day);
    return std::move(file_);
  }

 private:
  struct Key {
    std::string_view name;
    std::size_t values;
    void (Reader::*take)(const CsvValues& columns);
  };
  static const std::array<Key, 6> kKeys;

  void take_line(std::string_view line);
  void take_key(const CsvValues& columns);
  void take_country(const CsvValues& columns);
  void take_name(const CsvValues& columns) { file_.name = name_in(columns[1]); }
  void take_source(const CsvValues& columns) { file_.source = name_in(columns[1]); }
  void take_week(const CsvValues& columns);
  void take_week_start(const CsvValues& columns);
  void take_years(const CsvValues& columns);
  void take_day(const CsvValues& columns);
  Day day_in(const std::string& text);
  std::string name_in(const std::string& text);
  void check_complete();

  void refuse(std::string code, std::string detail) {
    const std::string field = line_ == 0 ? std::string() : line_pointer(line_);
    faults_.push_back(Error{Fault::invalid, std::move(code), field, std::move(detail)});
  }

  HolidayFile file_;
  Errors faults_;
  std::size_t line_ = 0;  // 0: the fault is of the whole
  bool in_days_ = false;
  bool years_known_ = false;
  std::set<std::string> keys_;
  std::set<Day> days_;
};

const std::array<Reader::Key, 6> Reader::kKeys{
    Key{"country", 1, &Reader::take_country}, Key{"name", 1, &Reader::take_name},
    Key{"week", 7, &Reader::take_week},       Key{"week_start", 1, &Reader::take_week_start},
    Key{"years", 2, &Reader::take_years},     Key{"source", 1, &Reader::take_source}};

void Reader::take_line(std::string_view line) {
  if (!is_plain_text(line)) return refuse("calendar.file.not_plain_text", "not UTF-8, or a control character");
  if (line.starts_with('#')) return;
  auto columns = split_csv_line(line);
  if (!columns) return refuse("calendar.file.quotes_malformed", "a quote is not closed, or something follows it");
  // Spreadsheets fill every line up to the longest one.
  while (!columns->empty() && columns->back().empty()) columns->pop_back();
  if (columns->empty() || columns->front().starts_with('#')) return;
  in_days_ ? take_day(*columns) : take_key(*columns);
}

void Reader::take_key(const CsvValues& columns) {
  if (columns == CsvValues{"day", "minutes", "name"} || columns == CsvValues{"day", "minutes", "name", "expected"}) {
    in_days_ = true;
    return;
  }
  const auto* const key = std::ranges::find(kKeys, columns.front(), &Key::name);
  if (key == kKeys.end()) return refuse("calendar.file.key_unknown", columns.front());
  if (!keys_.insert(columns.front()).second) return refuse("calendar.file.key_twice", columns.front());
  if (columns.size() != key->values + 1) return refuse("calendar.file.columns_wrong", columns.front());
  (this->*key->take)(columns);
}

void Reader::take_country(const CsvValues& columns) {
  if (!is_country(columns[1])) return refuse("calendar.file.country_malformed", columns[1]);
  file_.country = columns[1];
}

void Reader::take_week(const CsvValues& columns) {
  for (std::size_t weekday = 0; weekday < file_.weekday_minutes.size(); ++weekday) {
    const auto minutes = parse_between(columns[weekday + 1], 0, kMinutesPerDay);
    if (!minutes) return refuse("calendar.file.week_malformed", columns[weekday + 1]);
    file_.weekday_minutes.at(weekday) = *minutes;
  }
}

void Reader::take_week_start(const CsvValues& columns) {
  const auto* const found = std::ranges::find(kWeekdays, columns[1]);
  if (found == kWeekdays.end()) return refuse("calendar.file.week_start_unknown", columns[1]);
  file_.week_start = static_cast<Weekday>(found - kWeekdays.begin());
}

void Reader::take_years(const CsvValues& columns) {
  const auto first = parse_between(columns[1], 1970, 9999);
  const auto last = parse_between(columns[2], 1970, 9999);
  if (!first || !last || *first > *last) return refuse("calendar.file.years_malformed", columns[1] + ',' + columns[2]);
  file_.first_year = *first;
  file_.last_year = *last;
  years_known_ = true;
}

void Reader::take_day(const CsvValues& columns) {
  if (columns.size() < 3 || columns.size() > 4) return refuse("calendar.file.columns_wrong", columns.front());
  const auto minutes = parse_between(columns[1], 0, kMinutesPerDay);
  if (!minutes) refuse("calendar.file.minutes_malformed", columns[1]);
  const bool marked = columns.size() == 4;
  if (marked && columns[3] != kExpected) refuse("calendar.file.mark_unknown", columns[3]);
  file_.days.push_back({day_in(columns[0]), minutes.value_or(0), name_in(columns[2]), marked});
}

Day Reader::day_in(const std::string& text) {
  auto day = parse_day(text);
  if (!day) {
    refuse(std::move(day.error().code), text);
    return {};
  }
  if (!days_.insert(*day).second) refuse("calendar.file.day_twice", text);
  const int year = date_of(*day).year;
  if (years_known_ && (year < file_.first_year || year > file_.last_year))
    refuse("calendar.file.day_outside_years", text);
  return *day;
}

std::string Reader::name_in(const std::string& text) {
  if (!is_holiday_name(text)) refuse("calendar.file.name_malformed", "empty, or longer than 200 bytes");
  return text;
}

void Reader::check_complete() {
  line_ = 0;
  for (const Key& key : kKeys)
    if (!keys_.contains(std::string(key.name))) refuse("calendar.file.key_missing", std::string(key.name));
  if (!in_days_) refuse("calendar.file.key_missing", "day,minutes,name");
}

}  // namespace

Checked<HolidayFile> read_holiday_file(std::string_view text) {
  return Reader().read(text);
}

}  // namespace paceline
