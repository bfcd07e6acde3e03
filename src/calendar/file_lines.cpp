// SPDX-License-Identifier: Apache-2.0
#include "calendar/file_lines.h"

#include <algorithm>

namespace paceline {

std::vector<std::string_view> file_lines(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string line_pointer(std::size_t line) {
  return "/lines/" + std::to_string(line);
}

}  // namespace paceline
