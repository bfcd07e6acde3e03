// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/comparison.h"

#include <algorithm>

namespace paceline::cases {
namespace {

/// "CODE at PLACE: DETAIL" is looked for in "MEANING (CODE at PLACE): DETAIL"; the detail may be left out.
bool says(const std::string& said, const std::string& expected) {
  if (said == expected || said.starts_with(expected + ": ")) return true;
  const auto end = std::min(expected.find(": "), expected.size());
  return said.find(" (" + expected.substr(0, end) + ")" + expected.substr(end)) != std::string::npos;
}

bool same_messages(const std::vector<std::string>& expected, const std::vector<std::string>& said) {
  std::size_t at = 0;
  for (const std::string& line : expected) {
    if (line == "...") return true;
    if (at == said.size() || !says(said[at], line)) return false;
    ++at;
  }
  return at == said.size();
}

bool same_code(const Step& step, int code) {
  const bool of_http = step.kind == StepKind::http || step.kind == StepKind::same_http;
  if (of_http && step.code == 0) return code >= 200 && code < 300;
  return step.code == code;
}

std::string block(const std::vector<std::string>& output, const std::vector<std::string>& messages, int code) {
  std::string text;
  for (const std::string& line : output) text += "    " + line + "\n";
  for (const std::string& line : messages) text += "    ! " + line + "\n";
  if (code != 0) text += "    -> " + std::to_string(code) + "\n";
  return text;
}

}  // namespace

std::string difference(const Step& step, const Answer& answer) {
  const bool same =
      answer.output == step.output && same_messages(step.messages, answer.messages) && same_code(step, answer.code);
  if (same) return "";
  return "line " + std::to_string(step.line) + ": " + step.words + "\n  expected\n" +
         block(step.output, step.messages, step.code) + "  answered\n" +
         block(answer.output, answer.messages, answer.code) +
         (answer.output.empty() ? "    " + answer.body + "\n" : "");
}

}  // namespace paceline::cases
