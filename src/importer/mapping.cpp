// SPDX-License-Identifier: Apache-2.0
#include "importer/mapping.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "base/digits.h"
#include "base/utf8.h"
#include "importer/record_fields.h"
#include "json/json.h"

namespace paceline {
namespace {

constexpr std::size_t kLongestMappingName = 60;
constexpr std::int64_t kMostColumns = 1000;
constexpr std::size_t kMostFields = 40;
constexpr std::size_t kMostKeyColumns = 10;
constexpr std::size_t kMostJoined = 5;
constexpr std::int64_t kMicrosecondsPerMillisecond = 1000;

using Text = json::Text<1, 200>;
using Value = json::Text<0, 200>;

BOOST_DEFINE_ENUM_CLASS(Match, numbers)
BOOST_DEFINE_ENUM_CLASS(Unit, milliseconds, seconds, minutes, hours)

struct CellDocument {
  std::optional<Text> column;
  std::optional<json::Items<Text, kMostJoined>> columns;
  std::optional<Value> constant;
  std::optional<std::map<std::string, std::optional<Value>>> values;
  std::optional<Value> otherwise;
  std::optional<Text> form;
  std::optional<json::Whole<1970, 2100>> first_year;
  std::optional<Unit> unit;
  std::optional<bool> optional;
  std::optional<bool> report;
};
BOOST_DESCRIBE_STRUCT(CellDocument, (),
                      (column, columns, constant, values, otherwise, form, first_year, unit, optional, report))

struct MappingDocument {
  json::Text<1, kLongestMappingName> name;
  std::optional<json::Prose<1, 500>> about;
  std::optional<ImportInto> into;
  std::optional<FileFormat> format;
  std::optional<Text> records;
  std::optional<Encoding> encoding;
  std::optional<Text> separator;
  std::optional<Text> decimal;
  std::optional<bool> header;
  std::optional<Text> zone;
  std::optional<Text> rep;
  std::optional<Match> match;
  std::optional<bool> exported;
  std::optional<json::Items<Text, kMostKeyColumns>> key;
  std::map<std::string, CellDocument> fields;
  std::optional<std::map<std::string, CellDocument>> attributes;
};
BOOST_DESCRIBE_STRUCT(MappingDocument, (),
                      (name, about, into, format, records, encoding, separator, decimal, header, zone, rep, match,
                       exported, key, fields, attributes))

std::int64_t microseconds_of(Unit unit) {
  constexpr std::int64_t second = 1'000'000;
  constexpr std::int64_t seconds_per_minute = 60;
  switch (unit) {
    case Unit::milliseconds: return kMicrosecondsPerMillisecond;
    case Unit::seconds: return second;
    case Unit::minutes: return second * seconds_per_minute;
    case Unit::hours: return second * seconds_per_minute * seconds_per_minute;
  }
  return second;
}

bool is_name(std::string_view name) {
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-' || c == '_'; });
}

class MappingReader {
 public:
  Checked<Mapping> read(const MappingDocument& document) {
    mapping_.name = document.name.value;
    if (!is_name(mapping_.name)) refuse("import.mapping.name", "/name", "small letters, digits, - and _");
    mapping_.into = document.into.value_or(ImportInto::activities);
    read_form(document);
    if (document.key) read_key(*document.key);
    if (document.fields.size() > kMostFields) refuse("import.mapping.field_unknown", "/fields", "too many");
    for (const auto& field : document.fields) read_field(field.first, field.second);
    for (const std::string_view needed : fields_of(mapping_.into).needed) {
      if (!document.fields.contains(std::string(needed)))
        refuse("import.mapping.field_missing", "/fields/" + std::string(needed), {});
    }
    mapping_.match_numbers = document.match.has_value();
    mapping_.exported = document.exported.value_or(false);
    if (mapping_.exported && mapping_.key.empty())
      refuse("import.mapping.key_empty", "/key", "an export is known by its ids");
    for (const char* needed : {"from_number", "to_number"}) {
      if (mapping_.match_numbers && !document.fields.contains(needed))
        refuse("import.mapping.field_missing", "/fields/" + std::string(needed), "calls are matched by both ends");
    }
    if (document.attributes && fields_of(mapping_.into).attributes == nullptr)
      refuse("import.mapping.field_unknown", "/attributes", "of activities and accounts only");
    if (document.attributes) {
      for (const auto& attribute : *document.attributes)
        mapping_.attributes[attribute.first] = rule_of(attribute.second, "/attributes/" + attribute.first, nullptr);
    }
    if (!faults_.empty()) return tl::unexpected(std::move(faults_));
    return std::move(mapping_);
  }

 private:
  void refuse(std::string code, std::string pointer, std::string detail) {
    faults_.push_back({Fault::invalid, std::move(code), std::move(pointer), std::move(detail)});
  }

  void read_form(const MappingDocument& document) {
    mapping_.encoding = document.encoding.value_or(Encoding::utf_8);
    mapping_.format = document.format.value_or(FileFormat::csv);
    mapping_.separator = document.format == FileFormat::tsv ? '\t' : ',';
    const bool delimited = mapping_.format == FileFormat::csv || mapping_.format == FileFormat::tsv;
    if (!delimited && document.separator) refuse("import.mapping.not_for_format", "/separator", "of csv only");
    if (!delimited && document.header) refuse("import.mapping.not_for_format", "/header", "of csv and tsv only");
    if (document.records) read_records(document.records->value);
    if (document.separator) {
      const std::string_view text = document.separator->value;
      const bool fits = text.size() == 1 && text != "\"" && text.front() > ' ';
      if (fits) mapping_.separator = text.front();
      if (!fits) refuse("import.mapping.separator", "/separator", "one character of ASCII, no quote; tsv for a tab");
    }
    if (document.decimal) {
      const std::string_view text = document.decimal->value;
      if (text == "." || text == ",") mapping_.decimal = text.front();
      if (text != "." && text != ",") refuse("import.mapping.decimal", "/decimal", "a point or a comma");
    }
    mapping_.header = document.header.value_or(true);
    if (document.zone) mapping_.zone = document.zone->value;
    if (document.rep) mapping_.rep = document.rep->value;
  }

  /// A JSON pointer of names.
  void read_records(std::string_view pointer) {
    if (mapping_.format != FileFormat::json) return refuse("import.mapping.not_for_format", "/records", "of json only");
    if (!pointer.starts_with('/')) return refuse("import.mapping.records", "/records", "as /value or /data/items");
    while (!pointer.empty()) {
      pointer.remove_prefix(1);
      mapping_.records.emplace_back(pointer.substr(0, pointer.find('/')));
      pointer.remove_prefix(mapping_.records.back().size());
    }
  }

  void check_column(const std::string& column, const std::string& pointer) {
    if (mapping_.header) return;
    const auto number = column.size() <= 4 ? parse_digits(column) : std::nullopt;
    if (!number || *number < 1 || *number > kMostColumns)
      refuse("import.mapping.column", pointer, "without a header a column is a number from 1 to 1000");
  }

  void read_key(const json::Items<Text, kMostKeyColumns>& columns) {
    if (columns.empty()) refuse("import.mapping.key_empty", "/key", "leave it out: rows are known by their content");
    for (std::size_t at = 0; at < columns.size(); ++at) {
      check_column(columns[at].value, "/key/" + std::to_string(at));
      mapping_.key.push_back(columns[at].value);
    }
  }

  void read_field(const std::string& name, const CellDocument& document) {
    const std::string pointer = "/fields/" + name;
    const RecordField* field = fields_of(mapping_.into).find(name);
    if (field == nullptr) return refuse("import.mapping.field_unknown", pointer, {});
    mapping_.fields[name] = rule_of(document, pointer, field);
  }

  /// `field`: null of an attribute.
  CellRule rule_of(const CellDocument& document, const std::string& pointer, const RecordField* field) {
    CellRule rule;
    const int sources = static_cast<int>(document.column.has_value()) + static_cast<int>(document.columns.has_value()) +
                        static_cast<int>(document.constant.has_value());
    if (sources != 1 || (document.columns && document.columns->empty()))
      refuse("import.mapping.source", pointer, "a column, columns or a constant");
    if (document.column) rule.columns.push_back(document.column->value);
    if (document.column) check_column(rule.columns.front(), pointer + "/column");
    for (std::size_t at = 0; document.columns && at < document.columns->size(); ++at) {
      rule.columns.push_back((*document.columns)[at].value);
      check_column(rule.columns.back(), pointer + "/columns/" + std::to_string(at));
    }
    if (document.constant) rule.constant = document.constant->value;
    if (document.values) {
      for (const auto& value : *document.values)
        rule.values[value.first] = value.second ? std::optional(value.second->value) : std::nullopt;
    }
    if (document.otherwise) rule.otherwise = document.otherwise->value;
    if (document.otherwise && !document.values)
      refuse("import.mapping.values", pointer + "/otherwise", "only with values");
    if (document.unit && (field == nullptr || field->seconds == nullptr))
      refuse("import.mapping.not_for_field", pointer + "/unit", "of a duration only");
    rule.optional = document.optional.value_or(false);
    rule.report = document.report.value_or(false);
    if (rule.report && !document.values) refuse("import.mapping.values", pointer + "/report", "only with values");
    if (document.unit) rule.unit_microseconds = microseconds_of(*document.unit);
    read_moment(document, pointer, field, rule);
    return rule;
  }

  void read_moment(const CellDocument& document, const std::string& pointer, const RecordField* field, CellRule& rule) {
    if (field == nullptr || field->moment == nullptr) {
      if (document.form) refuse("import.mapping.not_for_field", pointer + "/form", "of a moment only");
      if (document.first_year) refuse("import.mapping.not_for_field", pointer + "/first_year", "of a moment only");
      return;
    }
    if (document.first_year) rule.first_year = static_cast<int>(document.first_year->value);
    if (!document.form) return refuse("import.mapping.form", pointer + "/form", "how its dates are written");
    const std::string form = document.first_year ? "yyyy " + document.form->value : document.form->value;
    auto parsed = MomentForm::parse(form);
    if (!parsed) return refuse(parsed.error().code, pointer + "/form", parsed.error().detail);
    rule.form = *std::move(parsed);
  }

  Mapping mapping_;
  Errors faults_;
};

}  // namespace

Checked<Mapping> parse_mapping(std::string_view document) {
  const auto read = json::read<MappingDocument>(document);
  if (!read) return tl::unexpected(read.error());
  return MappingReader().read(*read);
}

std::vector<std::string> columns_of(const Mapping& mapping) {
  std::vector<std::string> columns;
  const auto add = [&](const std::vector<std::string>& more) {
    for (const std::string& column : more)
      if (std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
  };
  add(mapping.key);
  for (const auto& field : mapping.fields) add(field.second.columns);
  for (const auto& attribute : mapping.attributes) add(attribute.second.columns);
  return columns;
}

}  // namespace paceline
