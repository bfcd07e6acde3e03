// SPDX-License-Identifier: Apache-2.0
#include "cli/count_lines.h"

#include "base/enum_text.h"

namespace paceline::cli {
namespace {

template <class T>
std::string cell(const std::optional<T>& value) {
  return value ? to_text(*value) : "";
}

}  // namespace

std::string csv_line(const api::form::Count& count) {
  std::string line(enum_text(count.table));
  for (const std::string& value :
       {to_text(count.rule_id), to_text(count.rep_id), to_text(count.day), std::to_string(count.n),
        count.amount ? std::to_string(*count.amount) : "", cell(count.period_from), cell(count.period_to),
        count.entity_id.value_or(""), cell(count.activity_id)}) {
    line += "," + value;
  }
  return line;
}

}  // namespace paceline::cli
