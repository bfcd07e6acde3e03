// SPDX-License-Identifier: Apache-2.0
#include "calendar/holiday_ics.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>

#include "calendar/ics_events.h"
#include "calendar/yearly_rule.h"

namespace paceline {
namespace {

constexpr std::string_view kBetween = " / ";

// Whether `names`, joined by kBetween, has `name` among them.
bool names_already(std::string_view names, std::string_view name) {
  while (true) {
    const std::size_t end = names.find(kBetween);
    if (names.substr(0, end) == name) return true;
    if (end == std::string_view::npos) return false;
    names.remove_prefix(end + kBetween.size());
  }
}

class Reader {
 public:
  Reader(int first_year, int last_year) : first_year_(first_year), last_year_(last_year) {}

  Checked<std::vector<Holiday>> read(IcsEvents read) {
    faults_ = std::move(read.faults);
    for (const IcsEvent& event : read.events) take_event(event);
    if (!faults_.empty()) return tl::unexpected(errors_in_order());
    std::vector<Holiday> days;
    for (auto& [day, name] : names_) days.push_back({day, 0, std::move(name), false});
    return days;
  }

 private:
  void take_event(const IcsEvent& event);
  std::optional<Day> day_in(const IcsLine& line);
  std::optional<Day> start_of(const IcsEvent& event);
  std::optional<Day> end_of(const IcsEvent& event, Day start);
  std::optional<YearlyRule> rule_of(const IcsEvent& event, Day start);
  std::string name_of(const IcsEvent& event);
  void add(Day day, const std::string& name);
  Errors errors_in_order();

  std::nullopt_t refuse(std::string code, std::size_t line, std::string detail) {
    faults_.push_back({line, std::move(code), std::move(detail)});
    return std::nullopt;
  }

  int first_year_;
  int last_year_;
  std::vector<IcsFault> faults_;
  std::map<Day, std::string> names_;
};

void Reader::take_event(const IcsEvent& event) {
  const IcsLine* const status = event.find("STATUS");
  if (status != nullptr && status->value == "CANCELLED") return;
  faults_.insert(faults_.end(), event.faults.begin(), event.faults.end());
  const std::string name = name_of(event);
  const auto start = start_of(event);
  if (!start) return;
  const auto end = end_of(event, *start);
  const auto rule = rule_of(event, *start);
  if (!end || !rule) return;
  const int length = *end - *start;
  // An event that began in December may reach into the first year.
  for (const Day first : beginnings(*start, *rule, first_year_ - 1, last_year_))
    for (int day = 0; day < length; ++day) add(first + day, name);
}

std::optional<Day> Reader::day_in(const IcsLine& line) {
  const auto day = parse_ics_day(line.value);
  if (day) return day;
  const bool timed = line.value.find('T') != std::string::npos;
  return refuse(timed ? "calendar.ics.not_whole_day" : "calendar.ics.day_malformed", line.number, line.value);
}

std::optional<Day> Reader::start_of(const IcsEvent& event) {
  const IcsLine* const line = event.find("DTSTART");
  if (line == nullptr) return refuse("calendar.ics.start_missing", event.line, "DTSTART");
  return day_in(*line);
}

std::optional<Day> Reader::end_of(const IcsEvent& event, Day start) {
  const IcsLine* const line = event.find("DTEND");
  if (line == nullptr) return start + 1;
  const auto end = day_in(*line);
  if (!end) return std::nullopt;
  if (*end <= start) return refuse("calendar.ics.end_not_after_start", line->number, line->value);
  if (*end - start > kLongestIcsEvent) return refuse("calendar.ics.event_too_long", line->number, "at most 62 days");
  return end;
}

std::optional<YearlyRule> Reader::rule_of(const IcsEvent& event, Day start) {
  const IcsLine* const line = event.find("RRULE");
  if (line == nullptr) return YearlyRule{};
  const auto rule = parse_yearly_rule(line->value, start);
  if (!rule) return refuse("calendar.ics.rule_unsupported", line->number, line->value);
  return rule;
}

std::string Reader::name_of(const IcsEvent& event) {
  const IcsLine* const line = event.find("SUMMARY");
  std::string name = line == nullptr ? std::string() : ics_text(line->value);
  if (!is_holiday_name(name))
    refuse("calendar.ics.name_malformed", line == nullptr ? event.line : line->number,
           "SUMMARY is 1 to 200 bytes of plain text");
  return name;
}

void Reader::add(Day day, const std::string& name) {
  const int year = date_of(day).year;
  if (year < first_year_ || year > last_year_) return;
  std::string& known = names_[day];
  if (known.empty())
    known = name;
  else if (!names_already(known, name) && known.size() + kBetween.size() + name.size() <= kLongestHolidayName)
    known.append(kBetween).append(name);
}

Errors Reader::errors_in_order() {
  std::ranges::stable_sort(faults_, {}, &IcsFault::line);
  Errors errors;
  std::ranges::transform(faults_, std::back_inserter(errors), error_of);
  return errors;
}

}  // namespace

Checked<std::vector<Holiday>> read_holiday_ics(std::string_view text, int first_year, int last_year) {
  PACELINE_ASSERT(1970 <= first_year && first_year <= last_year && last_year <= 9999);
  PACELINE_ASSERT(last_year - first_year < kMostIcsYears);
  auto events = ics_events(text);
  if (!events) return tl::unexpected(std::move(events).error());
  return Reader(first_year, last_year).read(*std::move(events));
}

}  // namespace paceline
