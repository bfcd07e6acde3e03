// SPDX-License-Identifier: Apache-2.0
// What a step answered, held against what its case expects.
#pragma once

#include "tests/cli/case_file.h"

namespace paceline::cases {

/// What a step did, as it is compared.
struct Answer {
  std::vector<std::string> output;
  std::vector<std::string> messages;
  int code = 0;
  std::string body;
};

/// Both, as they would stand in the case; empty when they are the same.
[[nodiscard]] std::string difference(const Step& step, const Answer& answer);

}  // namespace paceline::cases
