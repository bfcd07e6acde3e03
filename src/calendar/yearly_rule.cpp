// SPDX-License-Identifier: Apache-2.0
#include "calendar/yearly_rule.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <string>

#include "base/digits.h"

namespace paceline {
namespace {

std::string_view take_until(std::string_view& rest, char end) {
  const std::string_view part = rest.substr(0, rest.find(end));
  rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  return part;
}

std::optional<int> parse_number(std::string_view text) {
  return text.size() > 4 ? std::nullopt : parse_digits(text);
}

// Programs that write times elsewhere write them here too: "20271225T235959Z".
std::optional<Day> parse_until(std::string_view text) {
  return parse_ics_day(text.substr(0, text.find('T')));
}

bool take_part(YearlyRule& rule, std::string_view name, std::string_view value, Date start) {
  if (name == "WKST") return true;
  if (name == "UNTIL") {
    const auto until = parse_until(value);
    rule.until = until.value_or(rule.until);
    return until.has_value();
  }
  const auto number = parse_number(value);
  if (!number) return false;
  if (name == "COUNT") {
    rule.count = *number;
    return *number > 0;
  }
  return (name == "INTERVAL" && *number == 1) || (name == "BYMONTH" && *number == start.month) ||
         (name == "BYMONTHDAY" && *number == start.day);
}

std::optional<Day> same_date_in(int year, Date date) {
  if (date.month == 2 && date.day == 29 && !std::chrono::year(year).is_leap()) return std::nullopt;
  return day_of(Date{year, date.month, date.day});
}

}  // namespace

std::optional<YearlyRule> parse_yearly_rule(std::string_view text, Day start) {
  YearlyRule rule{.count = std::numeric_limits<int>::max()};
  bool yearly = false;
  while (!text.empty()) {
    std::string_view value = take_until(text, ';');
    const std::string_view name = take_until(value, '=');
    if (name == "FREQ") {
      yearly = value == "YEARLY";
      if (!yearly) return std::nullopt;
    } else if (!take_part(rule, name, value, date_of(start))) {
      return std::nullopt;
    }
  }
  return yearly ? std::optional(rule) : std::nullopt;
}

std::vector<Day> beginnings(Day start, const YearlyRule& rule, int first_year, int last_year) {
  std::vector<Day> days;
  const Date date = date_of(start);
  int left = rule.count;
  for (int year = date.year; year <= last_year && left > 0; ++year) {
    const auto day = same_date_in(year, date);
    if (!day) continue;
    if (*day > rule.until) break;
    --left;
    if (year >= first_year) days.push_back(*day);
  }
  return days;
}

std::optional<Day> parse_ics_day(std::string_view text) {
  if (text.size() != 8) return std::nullopt;
  const std::string iso =
      std::string(text.substr(0, 4)) + '-' + std::string(text.substr(4, 2)) + '-' + std::string(text.substr(6, 2));
  const auto day = parse_day(iso);
  return day ? std::optional(*day) : std::nullopt;
}

}  // namespace paceline
