// SPDX-License-Identifier: Apache-2.0
// One line of comma-separated values, as RFC 4180 quotes them; a value does not go over the end of a line.
// Worked example: split_csv_line(R"(a,"b, ""c""",)") is {"a", "b, \"c\"", ""}; `"a` and `"a"b` are absent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paceline {

using CsvValues = std::vector<std::string>;

/// At least one value. Absent when a quote is not closed or something other than a comma follows it.
[[nodiscard]] std::optional<CsvValues> split_csv_line(std::string_view line);

}  // namespace paceline
