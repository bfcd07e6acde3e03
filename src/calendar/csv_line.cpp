// SPDX-License-Identifier: Apache-2.0
#include "calendar/csv_line.h"

#include <algorithm>

namespace paceline {
namespace {

std::string take_plain(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(','), rest.size());
  std::string value(rest.substr(0, end));
  rest.remove_prefix(end);
  return value;
}

/// REQUIRES: `rest` begins with a quote.
std::optional<std::string> take_quoted(std::string_view& rest) {
  std::string value;
  while (true) {
    const std::size_t end = rest.find('"', 1);
    if (end == std::string_view::npos) return std::nullopt;
    value += rest.substr(1, end - 1);
    rest.remove_prefix(end + 1);
    if (!rest.starts_with('"')) return value;
    value += '"';
  }
}

}  // namespace

std::optional<CsvValues> split_csv_line(std::string_view line) {
  CsvValues values;
  while (true) {
    if (line.starts_with('"')) {
      auto value = take_quoted(line);
      if (!value || !(line.empty() || line.starts_with(','))) return std::nullopt;
      values.push_back(*std::move(value));
    } else {
      values.push_back(take_plain(line));
    }
    if (line.empty()) return values;
    line.remove_prefix(1);
  }
}

}  // namespace paceline
