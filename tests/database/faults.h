// SPDX-License-Identifier: Apache-2.0
// What the library `faults` does to a program, as it stands in the file PACELINE_FAULTS.
#pragma once

#include <cstdint>

namespace paceline {

struct Faults {
  std::int64_t clock_us = 0;   ///< by how much the clock is ahead
  std::int32_t read_only = 0;  ///< not 0: whatever would write is refused with EROFS
  std::int32_t flush_ms = 0;   ///< not 0: a flush only waits so long
};

}  // namespace paceline
