// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/case_text.h"

#include <fstream>
#include <regex>
#include <stdexcept>

namespace paceline::cases {

std::string example_of(const std::string& path) {
  std::ifstream file(path);
  std::string text;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (inside && line == "```") return text;
    if (inside) text += line + "\n";
    inside = inside || line == "```json";
  }
  throw std::runtime_error("no example in " + path);
}

std::string repeated(const std::string& line) {
  static const std::regex kRepeat("^\\*([0-9]+) (.*)$");
  std::smatch parts;
  if (!std::regex_match(line, parts, kRepeat)) return line + "\n";
  std::string text;
  const std::string pattern = parts[2];
  for (int i = 1; i <= std::stoi(parts[1]); ++i) {
    for (const char c : pattern) text += c == '%' ? std::to_string(i) : std::string(1, c);
    text += "\n";
  }
  return text;
}

std::vector<std::string> split_words(const std::string& text) {
  std::vector<std::string> words;
  bool inside = false;
  char quote = 0;
  for (const char c : text) {
    const bool ends_quote = quote != 0 && c == quote;
    const bool begins_quote = quote == 0 && (c == '\'' || c == '"');
    const bool blank = quote == 0 && c == ' ';
    if (!inside && !blank) words.emplace_back();
    inside = !blank;
    if (begins_quote) quote = c;
    if (ends_quote) quote = 0;
    if (!begins_quote && !ends_quote && !blank) words.back() += c;
  }
  return words;
}

}  // namespace paceline::cases
