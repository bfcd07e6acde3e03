// SPDX-License-Identifier: Apache-2.0
// How a file of another program is read: a JSON document (docs/import.md shows every member).
//
// Worked example: {"name": "calls", "separator": ";", "fields": {"kind": {"constant": "call"}, "occurred_at":
// {"column": "Date", "form": "dd.MM.yyyy HH:mm"}, "outcome": {"column": "Result", "values": {"no-answer":
// "no_answer"}}}}.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importer/moment_form.h"
#include "importer/text_decoder.h"

namespace paceline {

/// Where a member of the record comes from.
struct CellRule {
  std::optional<std::string> column;    ///< as the header calls it; without a header its number, from 1
  std::optional<std::string> constant;  ///< in place of a column
  std::map<std::string, std::optional<std::string>> values;  ///< what a cell stands for; none: for nothing
  std::optional<std::string> otherwise;                      ///< of cells that `values` does not name
  bool optional = false;                                     ///< a cell that cannot be read says nothing
  std::optional<MomentForm> form;                            ///< of a moment
  std::optional<int> first_year;                             ///< of a form without a year: the year of the first row
  std::int64_t unit_microseconds = 1'000'000;                ///< of a duration
};

struct Mapping {
  std::string name;
  Encoding encoding = Encoding::utf_8;
  char separator = ',';
  char decimal = '.';
  bool header = true;
  std::string zone;
  std::optional<std::string> rep;
  std::vector<std::string> key;            ///< columns
  std::map<std::string, CellRule> fields;  ///< by member of an activity
  std::map<std::string, CellRule> attributes;
};

/// All faults at once, with pointers into the document: those of JSON, and "import.mapping.name", ".separator",
/// ".decimal", ".key_empty", ".field_unknown", ".field_missing", ".source" (neither column nor constant, or both),
/// ".column" (without a header it is a number from 1), ".values", ".form", ".first_year", ".unit", ".not_for_field",
/// and the codes of MomentForm::parse.
[[nodiscard]] Checked<Mapping> parse_mapping(std::string_view document);

}  // namespace paceline
