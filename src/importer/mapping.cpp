// SPDX-License-Identifier: Apache-2.0
#include "importer/mapping.h"

#include <algorithm>
#include <array>
#include <boost/describe.hpp>

#include "base/digits.h"
#include "base/utf8.h"
#include "json/json.h"

namespace paceline {
namespace {

constexpr std::size_t kLongestMappingName = 60;
constexpr std::int64_t kMostColumns = 1000;
constexpr std::size_t kMostFields = 40;
constexpr std::size_t kMostKeyColumns = 10;
constexpr std::int64_t kMicrosecondsPerMillisecond = 1000;

using Text = json::Text<1, 200>;
using Value = json::Text<0, 200>;

BOOST_DEFINE_ENUM_CLASS(Format, csv, tsv)
BOOST_DEFINE_ENUM_CLASS(Into, activities)
BOOST_DEFINE_ENUM_CLASS(Unit, milliseconds, seconds, minutes, hours)

struct CellDocument {
  std::optional<Text> column;
  std::optional<Value> constant;
  std::optional<std::map<std::string, std::optional<Value>>> values;
  std::optional<Value> otherwise;
  std::optional<Text> form;
  std::optional<json::Whole<1970, 2100>> first_year;
  std::optional<Unit> unit;
  std::optional<bool> optional;
};
BOOST_DESCRIBE_STRUCT(CellDocument, (), (column, constant, values, otherwise, form, first_year, unit, optional))

struct MappingDocument {
  json::Text<1, kLongestMappingName> name;
  std::optional<json::Prose<1, 500>> about;
  std::optional<Into> into;
  std::optional<Format> format;
  std::optional<Encoding> encoding;
  std::optional<Text> separator;
  std::optional<Text> decimal;
  std::optional<bool> header;
  std::optional<Text> zone;
  std::optional<Text> rep;
  std::optional<json::Items<Text, kMostKeyColumns>> key;
  std::map<std::string, CellDocument> fields;
  std::optional<std::map<std::string, CellDocument>> attributes;
};
BOOST_DESCRIBE_STRUCT(MappingDocument, (),
                      (name, about, into, format, encoding, separator, decimal, header, zone, rep, key, fields,
                       attributes))

constexpr std::array<std::string_view, 12> kFields{"rep",         "contact",    "kind",        "direction",
                                                   "outcome",     "duration_s", "topic",       "product_line",
                                                   "lead_source", "note",       "occurred_at", "known_at"};

bool is_moment(std::string_view field) {
  return field == "occurred_at" || field == "known_at";
}

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
    read_form(document);
    if (document.key) read_key(*document.key);
    if (document.fields.size() > kMostFields) refuse("import.mapping.field_unknown", "/fields", "too many");
    for (const auto& field : document.fields) read_field(field.first, field.second);
    for (const char* needed : {"kind", "occurred_at"}) {
      if (!document.fields.contains(needed))
        refuse("import.mapping.field_missing", "/fields/" + std::string(needed), {});
    }
    if (document.attributes) {
      for (const auto& attribute : *document.attributes)
        mapping_.attributes[attribute.first] = rule_of(attribute.second, "/attributes/" + attribute.first, {});
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
    mapping_.separator = document.format == Format::tsv ? '\t' : ',';
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
    if (std::find(kFields.begin(), kFields.end(), name) == kFields.end())
      return refuse("import.mapping.field_unknown", pointer, {});
    mapping_.fields[name] = rule_of(document, pointer, name);
  }

  CellRule rule_of(const CellDocument& document, const std::string& pointer, std::string_view field) {
    CellRule rule;
    if (document.column.has_value() == document.constant.has_value())
      refuse("import.mapping.source", pointer, "a column or a constant");
    if (document.column) rule.column = document.column->value;
    if (rule.column) check_column(*rule.column, pointer + "/column");
    if (document.constant) rule.constant = document.constant->value;
    if (document.values) {
      for (const auto& value : *document.values)
        rule.values[value.first] = value.second ? std::optional(value.second->value) : std::nullopt;
    }
    if (document.otherwise) rule.otherwise = document.otherwise->value;
    if (document.otherwise && !document.values)
      refuse("import.mapping.values", pointer + "/otherwise", "only with values");
    if (document.unit && field != "duration_s")
      refuse("import.mapping.not_for_field", pointer + "/unit", "of a duration only");
    rule.optional = document.optional.value_or(false);
    if (document.unit) rule.unit_microseconds = microseconds_of(*document.unit);
    read_moment(document, pointer, field, rule);
    return rule;
  }

  void read_moment(const CellDocument& document, const std::string& pointer, std::string_view field, CellRule& rule) {
    if (!is_moment(field)) {
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

}  // namespace paceline
