// SPDX-License-Identifier: Apache-2.0
// What the system says of this process.
#pragma once

#include <cstdint>

namespace paceline {

struct ProcessFigures {
  std::int64_t resident_bytes = 0;
  double cpu_seconds = 0;
  std::int64_t open_files = 0;
};

/// What cannot be read is 0.
[[nodiscard]] ProcessFigures process_figures();

}  // namespace paceline
