// SPDX-License-Identifier: Apache-2.0
// What holds of any text that is read as a telephone number. Shared by the fuzz target and the corpus test.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/result.h"
#include "contact/phone_number.h"

namespace paceline::testing_support {

inline bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
}

/// The first two bytes are the country, the rest the text.
inline void check_phone_number(std::string_view input) {
  const auto country = input.substr(0, 2);
  const std::string_view text = input.substr(country.size());
  const auto number = parse_phone_number(text, country);
  if (number) {
    PACELINE_ASSERT(number->e164.starts_with('+') && number->e164.size() >= 4 && number->e164.size() <= 21);
    PACELINE_ASSERT(all_digits(std::string_view(number->e164).substr(1)));
    PACELINE_ASSERT(all_digits(number->extension) && number->extension.size() <= 20);
  }
  // Who needs no country says the same in each.
  const auto anywhere = parse_phone_number(text, std::nullopt);
  PACELINE_ASSERT(!anywhere || (number && number->e164 == anywhere->e164));
}

}  // namespace paceline::testing_support
