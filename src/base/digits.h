// SPDX-License-Identifier: Apache-2.0
// Fixed runs of ASCII digits, as dates and times are made of: no sign, no space, nothing left over.
// Worked example: parse_digits("07") == 7; parse_digits("7 "), parse_digits("-7") and parse_digits("") are absent.
#pragma once

#include <optional>
#include <string_view>

namespace paceline {

/// REQUIRES: at most 9 characters. Absent unless every character is a digit and there is at least one.
[[nodiscard]] constexpr std::optional<int> parse_digits(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace paceline
