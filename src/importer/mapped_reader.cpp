// SPDX-License-Identifier: Apache-2.0
#include "importer/mapped_reader.h"

#include <algorithm>
#include <set>

#include "base/digits.h"
#include "base/formula_text.h"
#include "base/utf8.h"
#include "importer/delimited_rows.h"
#include "importer/ics_rows.h"
#include "importer/json_rows.h"
#include "importer/vcard_rows.h"
#include "json/json.h"

namespace paceline {
namespace {

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);
constexpr char kBetweenValues = '\x1F';
constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;
constexpr std::size_t kMostDigits = 9;
constexpr std::size_t kMostShown = 200;  // bytes
constexpr std::size_t kMostShownOfCell = 40;
constexpr std::size_t kMostUnused = 100;

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

/// Salesforce writes ID, Id or id, as it was asked.
bool is_same_but_for_capitals(std::string_view a, std::string_view b) {
  const auto small = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return small(x) == small(y); });
}

/// Of a file that anybody may have made: short, and with nothing in it that a database does not keep.
std::string shown(std::string detail, std::size_t longest = kMostShown) {
  constexpr auto is_inside_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  if (detail.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && is_inside_character(detail[end])) --end;
    detail.resize(end);
  }
  for (char& c : detail)
    if ((0 <= c && c < ' ') || c == '\x7F') c = ' ';
  return is_plain_text(detail) ? detail : std::string();
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (0 <= c && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\x7F'; });
}

}  // namespace

MappedReader::MappedReader(Mapping mapping) : mapping_(std::move(mapping)), fields_(fields_of(mapping_.into)) {}

void MappedReader::feed(std::string_view bytes, std::vector<FileRow>& rows) {
  if (!faults_.empty()) return;
  rows_ = &rows;
  read(bytes);
}

void MappedReader::end(std::vector<FileRow>& rows) {
  if (!faults_.empty()) return;
  rows_ = &rows;
  read_end();
}

const MappedReader::Source* MappedReader::source_of(std::string_view pointer) const {
  constexpr std::string_view attributes = "/attributes/";
  const bool is_attribute = pointer.starts_with(attributes);
  const std::string_view name = pointer.substr(std::min(is_attribute ? attributes.size() : 1, pointer.size()));
  for (const Source& source : sources_) {
    if ((source.field == nullptr) == is_attribute && source.name == name) return &source;
  }
  return nullptr;
}

std::string MappedReader::column_of(std::string_view pointer) const {
  const Source* source = source_of(pointer);
  return source == nullptr || source->rule->columns.empty() ? std::string() : source->rule->columns.front();
}

bool MappedReader::is_optional(std::string_view pointer) const {
  const Source* source = source_of(pointer);
  return source != nullptr && source->rule->optional;
}

void MappedReader::give(FileRow row) {
  gave_rows_ = true;
  rows_->push_back(std::move(row));
}

void MappedReader::refuse_row(std::size_t line, std::string_view code, std::string detail) {
  FileRow row;
  row.row = static_cast<std::int64_t>(line);
  row.faults.push_back({row.row, {}, std::string(code), shown(std::move(detail))});
  give(std::move(row));
}

void MappedReader::bind(std::span<const std::string_view> columns, bool by_name) {
  for (const std::string& name : mapping_.key) key_.push_back(column_named(name, columns, by_name, false));
  const auto add = [&](const std::pair<const std::string, CellRule>& each, const RecordField* field) {
    Source source{each.first, &each.second, {}, field};
    for (const std::string& name : each.second.columns)
      source.columns.push_back(column_named(name, columns, by_name, each.second.optional));
    sources_.push_back(std::move(source));
  };
  for (const auto& each : mapping_.fields) add(each, fields_.find(each.first));
  for (const auto& each : mapping_.attributes) add(each, nullptr);
  note_unused(columns, by_name);
}

void MappedReader::note_unused(std::span<const std::string_view> columns, bool by_name) {
  std::set<std::size_t> used(key_.begin(), key_.end());
  for (const Source& source : sources_) used.insert(source.columns.begin(), source.columns.end());
  for (std::size_t at = 0; at < columns.size() && unused_.size() < kMostUnused; ++at) {
    if (used.contains(at)) continue;
    std::string name = by_name ? shown(std::string(trimmed(columns[at]))) : std::to_string(at + 1);
    if (!name.empty()) unused_.push_back(std::move(name));
  }
}

void MappedReader::bind_wanted() {
  wanted_ = columns_of(mapping_);
  const std::vector<std::string_view> columns(wanted_.begin(), wanted_.end());
  bind(columns, true);
}

std::size_t MappedReader::column_named(const std::string& name, std::span<const std::string_view> columns, bool by_name,
                                       bool optional) {
  std::size_t found = kNoColumn;
  if (!by_name) {
    const auto number = static_cast<std::size_t>(parse_digits(name).value_or(0));
    if (1 <= number && number <= columns.size()) return number - 1;
  }
  for (const bool exactly : {true, false}) {
    for (std::size_t at = 0; by_name && at < columns.size(); ++at) {
      const std::string_view column = trimmed(columns[at]);
      if (exactly ? column != name : !is_same_but_for_capitals(column, name)) continue;
      if (found != kNoColumn) refuse_file({1, name, "import.header.column_twice", {}});
      found = at;
    }
    if (found != kNoColumn) return found;
  }
  if (!optional) refuse_file({1, name, "import.header.column_missing", {}});
  return found;
}

void MappedReader::take_key(std::span<const std::string_view> values, FileRow& taken) const {
  taken.key.emplace();
  bool empty = true;
  for (const std::size_t column : key_) {
    const std::string_view value = trimmed(values[column]);
    if (!value.empty()) empty = false;
    if (column != key_.front()) *taken.key += kBetweenValues;
    *taken.key += value;
  }
  if (empty) taken.faults.push_back({taken.row, {}, "import.key.empty", {}});
}

void MappedReader::fill(std::span<const std::string_view> values, FileRow& taken) {
  if (!key_.empty()) take_key(values, taken);
  taken.cells = fields_.none();
  for (const Source& source : sources_) take_cell(source, cell_of(source, values), taken);
  if (!fields_.has_first(taken.cells) && taken.faults.empty())
    taken.faults.push_back({taken.row, column_of("/" + std::string(fields_.first)), "import.value.missing", {}});
}

/// Lives until the next one is asked for.
std::string_view MappedReader::cell_of(const Source& source, std::span<const std::string_view> values) {
  if (source.columns.empty()) return *source.rule->constant;
  const bool with_apostrophes =
      mapping_.exported && (mapping_.format == FileFormat::csv || mapping_.format == FileFormat::tsv);
  const auto value_of = [&](std::size_t column) {
    const auto value = column == kNoColumn ? std::string_view() : trimmed(values[column]);
    return with_apostrophes ? undefused(value) : value;
  };
  if (source.columns.size() == 1) return value_of(source.columns.front());
  joined_.clear();
  for (const std::size_t column : source.columns) {
    const std::string_view value = value_of(column);
    if (!joined_.empty() && !value.empty()) joined_ += ' ';
    joined_ += value;
  }
  return joined_;
}

void MappedReader::refuse(const Source& source, std::string code, std::string_view cell, FileRow& taken) const {
  if (source.rule->optional) return;
  const std::string& column = source.rule->columns.empty() ? source.name : source.rule->columns.front();
  taken.faults.push_back({taken.row, column, std::move(code), shown(std::string(cell), kMostShownOfCell)});
}

/// What the cell stands for; nothing: it says nothing, or a fault was added.
std::optional<std::string_view> MappedReader::meaning(const Source& source, std::string_view cell, FileRow& taken) {
  const CellRule& rule = *source.rule;
  if (rule.values.empty()) return cell.empty() ? std::nullopt : std::optional(cell);
  const auto found = rule.values.find(std::string(cell));
  if (rule.report && found != rule.values.end() && found->second.value_or("") != cell)
    taken.words.push_back(
        {rule.columns.empty() ? source.name : rule.columns.front(), std::string(cell), found->second.value_or("")});
  if (found != rule.values.end()) return found->second ? std::optional<std::string_view>(*found->second) : std::nullopt;
  if (cell.empty()) return std::nullopt;
  if (rule.otherwise) return rule.otherwise->empty() ? std::nullopt : std::optional<std::string_view>(*rule.otherwise);
  refuse(source, "import.value.unknown", cell, taken);
  return std::nullopt;
}

void MappedReader::take_cell(const Source& source, std::string_view cell, FileRow& taken) {
  const auto text = meaning(source, cell, taken);
  if (!text || text->empty()) return;
  if (source.field == nullptr) {
    fields_.attributes(taken.cells).emplace(source.name, *text);
  } else if (source.field->set_text != nullptr) {
    source.field->set_text(taken.cells, *text);
  } else if (source.field->seconds != nullptr) {
    take_duration(source, *text, taken);
  } else if (source.field->words != nullptr) {
    take_words(source, *text, taken);
  } else {
    take_moment(source, *text, taken);
  }
}

void MappedReader::take_words(const Source& source, std::string_view text, FileRow& taken) const {
  auto words = json::read<std::map<std::string, std::string>>(text);
  if (!words) return refuse(source, "import.value.words", text, taken);
  source.field->words(taken.cells).merge(*words);
}

void MappedReader::take_duration(const Source& source, std::string_view text, FileRow& taken) {
  auto& seconds = source.field->seconds(taken.cells);
  seconds = seconds_of(text, mapping_.decimal, source.rule->unit_microseconds);
  if (!seconds) refuse(source, "import.value.number", text, taken);
}

void MappedReader::take_moment(const Source& source, std::string_view text, FileRow& taken) {
  const CellRule& rule = *source.rule;
  if (!rule.first_year) {
    auto read = rule.form->read(text);
    if (!read) return refuse(source, read.error().code, text, taken);
    source.field->moment(taken.cells) = *read;
    return;
  }
  // The rows are in the order of time: a month before that of the row above is of the next year.
  const int year = year_ == 0 ? *rule.first_year : year_;
  auto read = rule.form->read(std::to_string(year) + ' ' + std::string(text));
  if (!read) return refuse(source, read.error().code, text, taken);
  Date date = date_of(read->day);
  if (year_ != 0 && date.month < month_) ++date.year;
  month_ = date.month;
  year_ = date.year;
  if (date.year != year) read = rule.form->read(std::to_string(date.year) + ' ' + std::string(text));
  if (!read) return refuse(source, read.error().code, text, taken);
  source.field->moment(taken.cells) = *read;
}

std::string_view fault_of_text(std::string_view value) {
  if (value.find(kUndecodable) != std::string_view::npos) return "import.row.undecodable";
  return has_control_character(value) ? "import.row.control_character" : std::string_view();
}

std::unique_ptr<RowReader> open_rows(Mapping mapping) {
  switch (mapping.format) {
    case FileFormat::csv:
    case FileFormat::tsv: break;
    case FileFormat::json:
    case FileFormat::jsonl: return std::make_unique<JsonRows>(std::move(mapping));
    case FileFormat::ics: return std::make_unique<IcsRows>(std::move(mapping));
    case FileFormat::vcard: return std::make_unique<VcardRows>(std::move(mapping));
  }
  return std::make_unique<DelimitedRows>(std::move(mapping));
}

}  // namespace paceline
