// SPDX-License-Identifier: Apache-2.0
#include "calendar/ics_lines.h"

#include <algorithm>

#include "calendar/file_lines.h"
#include "text/content_lines.h"

namespace paceline {

Checked<std::vector<IcsLine>> ics_lines(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<IcsLine> lines;
  Errors faults;
  ContentLineReader reader([&](const ContentLine& line) {
    if (!line.malformed && line.group.empty())
      lines.push_back({line.name, line.value, line.number});
    else
      faults.push_back(Error{Fault::invalid, "calendar.ics.line_malformed", line_pointer(line.number),
                             "a line has a name, a colon and a value"});
  });
  reader.feed(text);
  reader.end();
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return lines;
}

std::string ics_text(std::string_view value) {
  std::string text = unescaped(value);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace paceline
