// SPDX-License-Identifier: Apache-2.0
#include "cli/report_lines.h"

#include <algorithm>
#include <vector>

#include "base/enum_text.h"

namespace paceline::cli {
namespace {

/// In quotes where it must be. A text that a spreadsheet would take for a formula gets an apostrophe before it.
std::string cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text = "'" + text;
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string cell(const std::optional<std::string>& text) {
  return text ? cell(*text) : "";
}

template <class E>
requires std::is_enum_v<E> std::string word(E value) {
  return std::string(enum_text(value));
}

template <class T>
std::string maybe(const std::optional<T>& value) {
  if (!value) return "";
  if constexpr (std::is_enum_v<T>) {
    return word(*value);
  } else if constexpr (std::is_integral_v<T>) {
    return std::to_string(*value);
  } else {
    return to_text(*value);
  }
}

std::string joined(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& each : cells) line += (line.empty() && &each == &cells.front() ? "" : ",") + each;
  return line;
}

}  // namespace

std::string_view columns_of(const api::form::ReportLine*) {
  return "report_id,quota,name,rep_id,rep_name,period,from,to,amount,counted,adjustment,counted_with_adjustments,grade,"
         "proposal,verdict,confirmed,seen_by_rep,seen_by_manager,closed_at";
}

std::string_view columns_of(const api::form::ReportRow*) {
  return "activity_id,occurred_at,day,counts,reason,counted_before,kind,direction,duration_s,outcome,topic,contact_id,"
         "contact_name,account_name";
}

std::string csv_line(const api::form::ReportLine& line) {
  return joined({to_text(line.report_id), cell(line.key), cell(line.name), to_text(line.rep_id), cell(line.rep_name),
                 line.period.key, to_text(line.period.from), to_text(line.period.to), std::to_string(line.amount),
                 std::to_string(line.counted), std::to_string(line.adjustment),
                 std::to_string(line.counted_with_adjustments), maybe(line.grade), word(line.proposal),
                 word(line.verdict), line.confirmed ? "true" : "false", maybe(line.seen_by_rep),
                 maybe(line.seen_by_manager), to_text(line.closed_at)});
}

std::string csv_line(const api::form::ReportRow& row) {
  return joined({to_text(row.activity_id), to_text(row.occurred_at), to_text(row.day), row.counts ? "true" : "false",
                 word(row.reason), maybe(row.counted_before), cell(row.kind), maybe(row.direction),
                 maybe(row.duration_s), cell(row.outcome), cell(row.topic), maybe(row.contact_id),
                 cell(row.contact_name), cell(row.account_name)});
}

}  // namespace paceline::cli
