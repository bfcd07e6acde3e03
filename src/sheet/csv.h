// SPDX-License-Identifier: Apache-2.0
// Comma-separated values by RFC 4180: UTF-8, CRLF at the end of each line, quotes where a comma, a quote or a line end
// stands in a value.
//
// A text that a spreadsheet would take for a formula gets an apostrophe before it (base/formula_text.h). Numbers stay
// numbers. Worked example: the cells {"=1+1", -2, "a,b", true} are the line
// "'=1+1,-2,\"a,b\",true\r\n".
#pragma once

#include "sheet/cell.h"

namespace paceline::sheet {

[[nodiscard]] std::string csv_line(const Row& row);

}  // namespace paceline::sheet
