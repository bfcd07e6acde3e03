// SPDX-License-Identifier: Apache-2.0
// A telephone number in one form for all its spellings: E.164, a plus, the calling code, the national number.
//
// The answer is that of libphonenumber-js: parsePhoneNumberFromString(text, country), then `number` where isPossible()
// holds. "Possible" asks for a length that the country's numbers have. It does not ask whether the range is in use
// (isValid): ranges are opened every month, and a number that somebody talks on is a number. One text is read
// otherwise: ";phone-context=" of RFC 3966 is never possible here.
//
// Worked examples: "02 123 4567" in BG is +35921234567, without a country it is not possible; "00359 2 123 4567" in BG
// and "+359 (0)2 123-4567" anywhere are the same number; "+359 12" is not possible.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paceline {

struct PhoneNumber {
  std::string e164;
  std::string extension;  ///< digits; empty: none
};

/// Absent: it is not possible. `country`: ISO 3166 alpha-2, in which numbers without a plus are dialled; absent or
/// unknown: only numbers with a plus are possible.
[[nodiscard]] std::optional<PhoneNumber> parse_phone_number(std::string_view text,
                                                            std::optional<std::string_view> country);

/// Whether numbers can be dialled in the country: its plan is known.
[[nodiscard]] bool has_numbering_plan(std::string_view country);

}  // namespace paceline
