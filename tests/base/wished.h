// SPDX-License-Identifier: Apache-2.0
// How often, of tests that are short in the check and long where somebody asks for it: `scripts/hold`.
#pragma once

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace paceline::testing_support {

/// The number in the environment variable, or what the check does with.
[[nodiscard]] inline int wished(const char* variable, int in_the_check) {
  int value = in_the_check;
  if (const char* said = std::getenv(variable)) {
    const std::string_view text(said);
    std::from_chars(text.data(), text.data() + text.size(), value);
  }
  return value;
}

}  // namespace paceline::testing_support
