// SPDX-License-Identifier: Apache-2.0
#include "importer/mapped_reader.h"

#include <algorithm>
#include <charconv>

#include "base/digits.h"
#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);
constexpr char kBetweenValues = '\x1F';
constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;
constexpr std::size_t kMostDigits = 9;

std::optional<std::string>* text_member(std::string_view name, ActivityCells& cells) {
  if (name == "rep") return &cells.rep;
  if (name == "contact") return &cells.contact;
  if (name == "direction") return &cells.direction;
  if (name == "outcome") return &cells.outcome;
  if (name == "topic") return &cells.topic;
  if (name == "product_line") return &cells.product_line;
  if (name == "lead_source") return &cells.lead_source;
  if (name == "note") return &cells.note;
  return nullptr;
}

/// "12", "12.5" as a number of microseconds, rounded half up to the second. Absent: it is no such number.
std::optional<std::int64_t> seconds_of(std::string_view text, char decimal, std::int64_t unit_microseconds) {
  const auto point = std::min(text.find(decimal), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view part = point == text.size() ? std::string_view("0") : text.substr(point + 1);
  if (whole.size() > kMostDigits || part.size() > 6) return std::nullopt;
  const auto of_whole = parse_digits(whole);
  const auto of_part = parse_digits(part);
  if (!of_whole || !of_part) return std::nullopt;
  std::int64_t scale = 1;
  for (std::size_t digit = 0; digit < part.size(); ++digit) scale *= 10;
  const std::int64_t microseconds = *of_whole * unit_microseconds + *of_part * unit_microseconds / scale;
  return (microseconds + kMicrosecondsPerSecond / 2) / kMicrosecondsPerSecond;
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (0 <= c && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\x7F'; });
}

}  // namespace

MappedReader::MappedReader(Mapping mapping)
    : mapping_(std::move(mapping)),
      decoder_(mapping_.encoding),
      reader_(mapping_.separator, [this](const DelimitedRow& row) { return take(row); }) {}

void MappedReader::feed(std::string_view bytes, std::vector<FileRow>& rows) {
  if (!faults_.empty()) return;
  rows_ = &rows;
  text_.clear();
  decoder_.feed(bytes, text_);
  (void)reader_.feed(text_);
}

void MappedReader::end(std::vector<FileRow>& rows) {
  if (!faults_.empty()) return;
  rows_ = &rows;
  text_.clear();
  decoder_.end(text_);
  if (reader_.feed(text_)) (void)reader_.end();
  if (columns_ == 0 && faults_.empty()) faults_.push_back({0, {}, "import.file.empty", {}});
}

std::string MappedReader::column_of(std::string_view pointer) const {
  constexpr std::string_view attributes = "/attributes/";
  const bool is_attribute = pointer.starts_with(attributes);
  const std::string_view name = pointer.substr(std::min(is_attribute ? attributes.size() : 1, pointer.size()));
  for (const Source& source : sources_) {
    const bool same = source.is_attribute == is_attribute && source.name == name;
    if (same && source.rule->column) return *source.rule->column;
  }
  return {};
}

bool MappedReader::take(const DelimitedRow& row) {
  if (columns_ == 0) {
    take_header(row);
    if (!faults_.empty()) return false;
    if (mapping_.header) return true;
  }
  FileRow taken;
  taken.row = static_cast<std::int64_t>(row.line);
  if (!row.fault.empty()) {
    taken.faults.push_back({taken.row, {}, std::string(row.fault), {}});
  } else if (row.values.size() != columns_) {
    taken.faults.push_back({taken.row,
                            {},
                            "import.row.columns",
                            std::to_string(row.values.size()) + " in place of " + std::to_string(columns_)});
  } else {
    take_values(row, taken);
  }
  rows_->push_back(std::move(taken));
  return true;
}

void MappedReader::take_header(const DelimitedRow& row) {
  if (!row.fault.empty()) {
    faults_.push_back({static_cast<std::int64_t>(row.line), {}, std::string(row.fault), {}});
    return;
  }
  columns_ = row.values.size();
  find_columns(row, mapping_.header);
}

void MappedReader::find_columns(const DelimitedRow& row, bool by_name) {
  for (const std::string& name : mapping_.key) key_.push_back(column_named(name, row, by_name));
  const auto add = [&](const std::pair<const std::string, CellRule>& field, bool is_attribute) {
    const auto& column = field.second.column;
    sources_.push_back(
        {field.first, &field.second, column ? column_named(*column, row, by_name) : kNoColumn, is_attribute});
  };
  for (const auto& field : mapping_.fields) add(field, false);
  for (const auto& field : mapping_.attributes) add(field, true);
}

std::size_t MappedReader::column_named(const std::string& name, const DelimitedRow& row, bool by_name) {
  std::size_t found = kNoColumn;
  if (!by_name) {
    const auto number = static_cast<std::size_t>(parse_digits(name).value_or(0));
    if (1 <= number && number <= row.values.size()) found = number - 1;
  }
  for (std::size_t at = 0; by_name && at < row.values.size(); ++at) {
    if (trimmed(row.values[at]) != name) continue;
    if (found != kNoColumn) faults_.push_back({1, name, "import.header.column_twice", {}});
    found = at;
  }
  if (found == kNoColumn) faults_.push_back({1, name, "import.header.column_missing", {}});
  return found;
}

void MappedReader::take_values(const DelimitedRow& row, FileRow& taken) {
  for (const std::string_view value : row.values) {
    taken.content += value;
    taken.content += kBetweenValues;
    const bool undecodable = value.find(kUndecodable) != std::string_view::npos;
    if (undecodable || has_control_character(value)) {
      taken.faults.push_back(
          {taken.row, {}, undecodable ? "import.row.undecodable" : "import.row.control_character", {}});
      return;
    }
  }
  if (!key_.empty()) {
    taken.key.emplace();
    bool empty = true;
    for (const std::size_t column : key_) {
      const std::string_view value = trimmed(row.values[column]);
      if (!value.empty()) empty = false;
      if (column != key_.front()) *taken.key += kBetweenValues;
      *taken.key += value;
    }
    if (empty) taken.faults.push_back({taken.row, {}, "import.key.empty", {}});
  }
  for (const Source& source : sources_) {
    const std::string_view cell =
        source.column == kNoColumn ? std::string_view(*source.rule->constant) : trimmed(row.values[source.column]);
    fill(source, cell, taken);
  }
  const bool has_kind = !taken.activity.kind.empty();
  if (!has_kind && taken.faults.empty())
    taken.faults.push_back({taken.row, column_of("/kind"), "import.value.missing", {}});
}

void MappedReader::refuse(const Source& source, std::string code, FileRow& taken, std::string detail) const {
  if (source.rule->optional) return;
  taken.faults.push_back({taken.row, source.rule->column.value_or(source.name), std::move(code), std::move(detail)});
}

/// What the cell stands for; nothing: it says nothing, or a fault was added.
std::optional<std::string_view> MappedReader::meaning(const Source& source, std::string_view cell, FileRow& taken) {
  const CellRule& rule = *source.rule;
  if (rule.values.empty()) return cell.empty() ? std::nullopt : std::optional(cell);
  const auto found = rule.values.find(std::string(cell));
  if (found != rule.values.end()) return found->second ? std::optional<std::string_view>(*found->second) : std::nullopt;
  if (cell.empty()) return std::nullopt;
  if (rule.otherwise) return rule.otherwise->empty() ? std::nullopt : std::optional<std::string_view>(*rule.otherwise);
  refuse(source, "import.value.unknown", taken);
  return std::nullopt;
}

void MappedReader::fill(const Source& source, std::string_view cell, FileRow& taken) {
  const auto text = meaning(source, cell, taken);
  if (!text || text->empty()) return;
  if (source.is_attribute) {
    taken.activity.attributes.emplace(source.name, *text);
  } else if (auto* member = text_member(source.name, taken.activity)) {
    member->emplace(*text);
  } else if (source.name == "kind") {
    taken.activity.kind = *text;
  } else if (source.name == "duration_s") {
    fill_duration(source, *text, taken);
  } else {
    fill_moment(source, *text, taken);
  }
}

void MappedReader::fill_duration(const Source& source, std::string_view text, FileRow& taken) {
  taken.activity.duration_s = seconds_of(text, mapping_.decimal, source.rule->unit_microseconds);
  if (!taken.activity.duration_s) refuse(source, "import.value.number", taken);
}

void MappedReader::fill_moment(const Source& source, std::string_view text, FileRow& taken) {
  const CellRule& rule = *source.rule;
  if (!rule.first_year) {
    auto read = rule.form->read(text);
    if (!read) return refuse(source, read.error().code, taken);
    (source.name == "occurred_at" ? taken.activity.occurred_at : taken.activity.known_at) = *read;
    return;
  }
  // The rows are in the order of time: a month before that of the row above is of the next year.
  const int year = year_ == 0 ? *rule.first_year : year_;
  auto read = rule.form->read(std::to_string(year) + ' ' + std::string(text));
  if (!read) return refuse(source, read.error().code, taken);
  Date date = date_of(read->day);
  if (year_ != 0 && date.month < month_) ++date.year;
  month_ = date.month;
  year_ = date.year;
  if (date.year != year) read = rule.form->read(std::to_string(date.year) + ' ' + std::string(text));
  if (!read) return refuse(source, read.error().code, taken);
  (source.name == "occurred_at" ? taken.activity.occurred_at : taken.activity.known_at) = *read;
}

}  // namespace paceline
