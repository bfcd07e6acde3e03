// SPDX-License-Identifier: Apache-2.0
// Texts that a spreadsheet would calculate, and the apostrophe that keeps them texts.
//
// A text is defused by an apostrophe before it when it begins with = + - @, a tab or a carriage return; and when it
// begins with apostrophes before one of these, so that taking one off gives the very text back. Worked example: "=1+1"
// is written "'=1+1", "'=1+1" is written "''=1+1", and "it's" stays.
#pragma once

#include <string>
#include <string_view>

namespace paceline {

[[nodiscard]] inline bool looks_like_a_formula(std::string_view text) {
  const auto first = text.find_first_not_of('\'');
  return first != std::string_view::npos && std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

[[nodiscard]] inline std::string defused(std::string text) {
  return looks_like_a_formula(text) ? "'" + std::move(text) : text;
}

/// What was defused.
[[nodiscard]] inline std::string_view undefused(std::string_view text) {
  return text.starts_with('\'') && looks_like_a_formula(text) ? text.substr(1) : text;
}

}  // namespace paceline
