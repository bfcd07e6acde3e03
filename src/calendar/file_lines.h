// SPDX-License-Identifier: Apache-2.0
// The lines of a file that somebody uploaded, and how a fault names one of them.
// Worked example: "a\r\nb\n" has the lines "a" and "b"; line_pointer(2) == "/lines/2".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paceline {

/// Views into `text`, without line ends (LF or CRLF) and without the mark U+FEFF that some programs put first. The end
/// of the last line may be missing.
[[nodiscard]] std::vector<std::string_view> file_lines(std::string_view text);

/// The field of an Error. Lines count from 1, as editors count them.
[[nodiscard]] std::string line_pointer(std::size_t line);

}  // namespace paceline
