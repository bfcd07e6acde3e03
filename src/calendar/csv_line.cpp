// SPDX-License-Identifier: Apache-2.0
#include "calendar/csv_line.h"

#include "text/delimited_reader.h"

namespace paceline {

std::optional<CsvValues> split_csv_line(std::string_view line) {
  CsvValues values;
  bool broken = false;
  DelimitedReader reader(',', [&](const DelimitedRow& row) {
    values.assign(row.values.begin(), row.values.end());
    broken = !row.fault.empty();
    return !broken;
  });
  if (reader.feed(line)) (void)reader.end();
  if (broken) return std::nullopt;
  if (values.empty()) values.emplace_back();
  return values;
}

}  // namespace paceline
