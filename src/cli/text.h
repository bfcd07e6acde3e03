// SPDX-License-Identifier: Apache-2.0
// JSON as text for people: an object line by line, a list of objects as a table whose columns are aligned, a figure
// with the digits that are read. Worked example: {"added":1,"faults":[]} is the line "added: 1",
// {"attainment":4.266666666666667E0} is "attainment: 4.267". Of an object within a row the table shows its name, else
// its key, else its amount; items that are little more than a table, a rep with quotas, stand one below the other.
#pragma once

#include <string>
#include <string_view>

namespace paceline::cli {

/// REQUIRES: well-formed JSON.
[[nodiscard]] std::string text_of(std::string_view json);

}  // namespace paceline::cli
