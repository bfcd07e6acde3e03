// SPDX-License-Identifier: Apache-2.0
#include "importer/delimited_rows.h"

#include <algorithm>

#include "base/utf8.h"

namespace paceline {
namespace {

constexpr char kBehindValue = '\x1F';
constexpr std::string_view kSeparators = ",;\t|";

bool has_column(std::span<const std::string_view> columns, const std::string& name) {
  const auto small = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::any_of(columns.begin(), columns.end(), [&](std::string_view column) {
    const std::string_view own = trimmed(column);
    return std::equal(own.begin(), own.end(), name.begin(), name.end(),
                      [&](char a, char b) { return small(a) == small(b); });
  });
}

std::vector<std::string_view> split_at(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view part = trimmed(text.substr(0, end));
    if (part.size() > 1 && part.front() == '"' && part.back() == '"') part = part.substr(1, part.size() - 2);
    parts.push_back(part);
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

DelimitedRows::DelimitedRows(Mapping given)
    : MappedReader(std::move(given)),
      decoder_(mapping().encoding),
      reader_(mapping().separator, [this](const DelimitedRow& row) { return take(row); }) {}

void DelimitedRows::read(std::string_view bytes) {
  text_.clear();
  decoder_.feed(bytes, text_);
  (void)reader_.feed(text_);
}

void DelimitedRows::read_end() {
  text_.clear();
  decoder_.end(text_);
  if (reader_.feed(text_)) (void)reader_.end();
  if (columns_ == 0 && faults().empty()) refuse_file({0, {}, "import.file.empty", {}});
}

bool DelimitedRows::take(const DelimitedRow& row) {
  if (columns_ == 0) {
    columns_ = row.values.size();
    const bool other_sign = row.fault == "import.row.after_quote";
    if (!row.fault.empty())
      refuse_file({static_cast<std::int64_t>(row.line),
                   {},
                   std::string(row.fault),
                   other_sign ? "is the file separated otherwise?" : ""});
    else
      bind_first(row.values);
    if (!faults().empty()) return false;
    if (mapping().header) return true;
  }
  if (!row.fault.empty()) {
    refuse_row(row.line, row.fault);
  } else if (row.values.size() != columns_) {
    refuse_row(row.line, "import.row.columns",
               std::to_string(row.values.size()) + " in place of " + std::to_string(columns_));
  } else {
    FileRow taken;
    taken.row = static_cast<std::int64_t>(row.line);
    take_values(row, taken);
    give(std::move(taken));
  }
  return true;
}

/// A file that is separated otherwise has none of the columns: what is wrong with it is said instead.
void DelimitedRows::bind_first(std::span<const std::string_view> values) {
  const auto wanted_columns = columns_of(mapping());
  const auto is_there = [](std::span<const std::string_view> columns) {
    return [columns](const std::string& name) { return has_column(columns, name); };
  };
  const bool fits = !mapping().header || values.empty() || wanted_columns.empty() ||
                    std::any_of(wanted_columns.begin(), wanted_columns.end(), is_there(values));
  for (const char separator : fits ? std::string_view() : kSeparators) {
    if (separator == mapping().separator) continue;
    const auto parts = split_at(values.front(), separator);
    if (std::none_of(wanted_columns.begin(), wanted_columns.end(), is_there(parts))) continue;
    const std::string seen = separator == '\t' ? "a tab" : std::string(1, separator);
    return refuse_file({1, {}, "import.header.separator", "the file has " + seen});
  }
  bind(values, mapping().header);
}

void DelimitedRows::take_values(const DelimitedRow& row, FileRow& taken) {
  for (const std::string_view value : row.values) {
    taken.content += value;
    taken.content += kBehindValue;
    const std::string_view fault = fault_of_text(value);
    if (fault.empty()) continue;
    taken.faults.push_back({taken.row, {}, std::string(fault), {}});
    return;
  }
  fill(row.values, taken);
}

}  // namespace paceline
