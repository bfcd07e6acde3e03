// SPDX-License-Identifier: Apache-2.0
// The lines of an iCalendar file (RFC 5545, section 3.1): "NAME;PARAMETER=x:VALUE", folded where a line begins with a
// space or a tab.
// Worked example: "summary;LANGUAGE=en:Boxing\r\n  Day" is one IcsLine {"SUMMARY", "Boxing Day", 1}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace paceline {

struct IcsLine {
  std::string name;        ///< in capital letters, without its parameters
  std::string value;       ///< as it stands in the file, with its escapes
  std::size_t number = 0;  ///< of the first of the lines that it was folded into, from 1
};

/// Blank lines are left out. Returns invalid "calendar.ics.line_malformed" for a line without a name or a colon, with
/// its line as "/lines/12".
[[nodiscard]] Checked<std::vector<IcsLine>> ics_lines(std::string_view text);

/// The value of a property of type TEXT: "Tag\\, an dem" is "Tag, an dem"; an escaped line end is a space.
[[nodiscard]] std::string ics_text(std::string_view value);

}  // namespace paceline
