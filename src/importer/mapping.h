// SPDX-License-Identifier: Apache-2.0
// How a file of another program is read: a JSON document (docs/import.md shows every member).
//
// Worked example: {"name": "calls", "separator": ";", "fields": {"kind": {"constant": "call"}, "occurred_at":
// {"column": "Date", "form": "dd.MM.yyyy HH:mm"}, "outcome": {"column": "Result", "values": {"no-answer":
// "no_answer"}}}}.
#pragma once

#include <boost/describe/enum.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports/import_files.h"
#include "importer/moment_form.h"
#include "importer/text_decoder.h"

namespace paceline {

/// json: an array of objects, or an object with one. jsonl: an object a line. ics: the events of a calendar. vcard:
/// cards.
BOOST_DEFINE_ENUM_CLASS(FileFormat, csv, tsv, json, jsonl, ics, vcard)

/// Where a member of the record comes from.
struct CellRule {
  /// As the header calls them; without a header numbers, from 1. The values of several are joined with a space.
  std::vector<std::string> columns;
  std::optional<std::string> constant;                       ///< in place of a column
  std::map<std::string, std::optional<std::string>> values;  ///< what a cell stands for; none: for nothing
  std::optional<std::string> otherwise;                      ///< of cells that `values` does not name
  bool report = false;             ///< what `values` changed is told in the report of the import
  bool optional = false;           ///< a cell that cannot be read, and a column that is not there, says nothing
  std::optional<MomentForm> form;  ///< of a moment
  std::optional<int> first_year;   ///< of a form without a year: the year of the first row
  std::int64_t unit_microseconds = 1'000'000;  ///< of a duration
};

struct Mapping {
  std::string name;
  ImportInto into = ImportInto::activities;
  FileFormat format = FileFormat::csv;
  std::vector<std::string> records;  ///< of json: the names on the way to the array; none: the file is one
  Encoding encoding = Encoding::utf_8;
  char separator = ',';
  char decimal = '.';
  bool header = true;
  std::string zone;
  std::optional<std::string> rep;
  bool match_numbers = false;
  bool exported = false;  ///< by Paceline: its ids are known, and a text that looks like a formula has an apostrophe
  std::vector<std::string> key;            ///< columns
  std::map<std::string, CellRule> fields;  ///< by member of the record
  std::map<std::string, CellRule> attributes;
};

/// All faults at once, with pointers into the document: those of JSON, and "import.mapping.name", ".separator",
/// ".decimal", ".key_empty", ".field_unknown", ".field_missing", ".source" (neither column nor constant, or both),
/// ".column" (without a header it is a number from 1), ".values", ".form", ".first_year", ".unit", ".not_for_field",
/// ".not_for_format", and the codes of MomentForm::parse.
[[nodiscard]] Checked<Mapping> parse_mapping(std::string_view document);

/// Every column that it speaks of, each once.
[[nodiscard]] std::vector<std::string> columns_of(const Mapping& mapping);

}  // namespace paceline
