// SPDX-License-Identifier: Apache-2.0
// Whole numbers as a command takes them: digits and nothing else, no sign.
// Worked example: whole_number_of("80000") == 80000; of "", "-5", "12.50" and of what 64 bits do not hold there is
// none.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace paceline::cli {

[[nodiscard]] inline std::optional<std::int64_t> whole_number_of(std::string_view text) {
  std::int64_t number = 0;
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return digits && read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

}  // namespace paceline::cli
