// SPDX-License-Identifier: Apache-2.0
#include "importer/delimited_rows.h"

namespace paceline {
namespace {

constexpr char kBehindValue = '\x1F';

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
    if (!row.fault.empty())
      refuse_file({static_cast<std::int64_t>(row.line), {}, std::string(row.fault), {}});
    else
      bind(row.values, mapping().header);
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
