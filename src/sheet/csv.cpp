// SPDX-License-Identifier: Apache-2.0
#include "sheet/csv.h"

#include <fmt/format.h>

#include <string_view>

#include "base/formula_text.h"

namespace paceline::sheet {
namespace {

constexpr std::string_view kMustBeQuoted = ",\"\r\n";

std::string quoted(std::string text) {
  if (text.find_first_of(kMustBeQuoted) == std::string::npos) return text;
  std::string whole = "\"";
  for (const char c : text) {
    if (c == '"') whole += '"';
    whole += c;
  }
  return whole += '"';
}

struct Written {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return fmt::format("{}", number); }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
  std::string operator()(const std::string& text) const { return quoted(defused(text)); }
};

}  // namespace

std::string csv_line(const Row& row) {
  std::string line;
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (at > 0) line += ',';
    line += std::visit(Written{}, row[at]);
  }
  return line += "\r\n";
}

}  // namespace paceline::sheet
