// SPDX-License-Identifier: Apache-2.0
// What a text that may be a telephone number says: its digits, whether a plus stood before them, its extension.
//
// Worked examples: "+359 (2) 123-45-67 ext. 12" says +35921234567 and the extension 12; "tel 02/123 45 67" says
// 021234567; "only words", "12x" say nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paceline {

struct PhoneText {
  std::string dialled;    ///< digits, in front of them '+' where one was written
  std::string extension;  ///< digits; empty: none
};

/// What stands before the first digit or plus, and after the last digit, is left out. Digits may be European, Arabic,
/// Persian or of full width. Nothing: over 250 characters, signs between the digits that no number has, or fewer than
/// two digits.
[[nodiscard]] std::optional<PhoneText> read_phone_text(std::string_view text);

}  // namespace paceline
