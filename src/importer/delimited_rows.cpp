// SPDX-License-Identifier: Apache-2.0
#include "importer/delimited_rows.h"

#include <algorithm>

#include "base/digits.h"
#include "base/utf8.h"

namespace paceline {
namespace {

constexpr char kBehindValue = '\x1F';
constexpr std::string_view kSeparators = ",;\t|";
constexpr std::size_t kMostOfFirstLine = 64 * 1024;

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
  keep_first_line(text_);
  (void)reader_.feed(text_);
}

void DelimitedRows::read_end() {
  text_.clear();
  decoder_.end(text_);
  keep_first_line(text_);
  if (reader_.feed(text_)) (void)reader_.end();
  if (columns_ == 0 && faults().empty()) refuse_file({0, {}, "import.file.empty", {}});
}

bool DelimitedRows::take(const DelimitedRow& row) {
  if (columns_ == 0) {
    columns_ = row.values.size();
    if (row.fault.empty())
      bind_first(row.values);
    else
      refuse_first(row);
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

/// A semicolon behind a quote is a fault of a file with commas, and the separator of another one.
void DelimitedRows::refuse_first(const DelimitedRow& row) {
  const auto line = static_cast<std::int64_t>(row.line);
  const bool other_sign = row.fault == "import.row.after_quote";
  const std::string seen = other_sign ? other_separator() : std::string();
  if (!seen.empty()) return refuse_file({line, {}, "import.header.separator", "the file has " + seen});
  refuse_file({line, {}, std::string(row.fault), other_sign ? "is the file separated otherwise?" : ""});
}

void DelimitedRows::keep_first_line(std::string_view text) {
  if (has_first_line_) return;
  if (first_line_.empty()) text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  const std::size_t end = text.find_first_of("\r\n");
  first_line_ += text.substr(0, end).substr(0, kMostOfFirstLine - first_line_.size());
  has_first_line_ = end != std::string_view::npos || first_line_.size() == kMostOfFirstLine;
}

/// One of the names; without a header every number.
bool DelimitedRows::has_wanted(std::span<const std::string_view> values) const {
  const auto wanted_columns = columns_of(mapping());
  if (wanted_columns.empty()) return true;
  const auto is_named = [&](const std::string& name) { return has_column(values, name); };
  const auto is_numbered = [&](const std::string& number) {
    return parse_digits(number).value_or(0) <= static_cast<std::int64_t>(values.size());
  };
  return mapping().header ? std::any_of(wanted_columns.begin(), wanted_columns.end(), is_named)
                          : std::all_of(wanted_columns.begin(), wanted_columns.end(), is_numbered);
}

std::string DelimitedRows::other_separator() const {
  for (const char separator : kSeparators) {
    const auto parts = split_at(first_line_, separator);
    if (separator == mapping().separator || parts.size() < 2 || !has_wanted(parts)) continue;
    return separator == '\t' ? "a tab" : std::string(1, separator);
  }
  return {};
}

/// A file that is separated otherwise has none of the columns: what is wrong with it is said instead.
void DelimitedRows::bind_first(std::span<const std::string_view> values) {
  const std::string seen = has_wanted(values) ? std::string() : other_separator();
  if (!seen.empty()) return refuse_file({1, {}, "import.header.separator", "the file has " + seen});
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
