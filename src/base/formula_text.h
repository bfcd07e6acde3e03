// SPDX-License-Identifier: Apache-2.0
// Texts that a spreadsheet would calculate, and the apostrophe that keeps them texts.
//
// A text is defused by an apostrophe before it when it begins with = + - @ (of full width, too: spreadsheets set to
// Japanese or Chinese calculate these), a tab or a carriage return; and when it begins with apostrophes before one of
// these, so that taking one off gives the very text back. Worked example: "=1+1" is written "'=1+1", "'=1+1" is written
// "''=1+1", and "it's" stays.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace paceline {

[[nodiscard]] inline bool looks_like_a_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  constexpr std::array<std::string_view, 4> full_width{"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  return (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) ||
         std::any_of(full_width.begin(), full_width.end(),
                     [&](std::string_view sign) { return text.starts_with(sign); });
}

[[nodiscard]] inline std::string defused(std::string text) {
  return looks_like_a_formula(text) ? "'" + std::move(text) : text;
}

/// What was defused.
[[nodiscard]] inline std::string_view undefused(std::string_view text) {
  return text.starts_with('\'') && looks_like_a_formula(text) ? text.substr(1) : text;
}

}  // namespace paceline
