// SPDX-License-Identifier: Apache-2.0
// Exact division of whole numbers, rounded once and by name.
// Worked example: round_half_up(350, 100) == 4, round_half_up(349, 100) == 3, round_half_up(-350, 100) == -3.
#pragma once

#include <cstdint>

#include "base/result.h"

namespace paceline {

__extension__ using Wide = __int128;  // products of two 64-bit amounts

/// The whole number nearest to numerator / denominator; exactly between two, the larger one.
/// REQUIRES: denominator > 0 and a quotient that fits in 64 bits.
[[nodiscard]] constexpr std::int64_t round_half_up(Wide numerator, Wide denominator) {
  PACELINE_ASSERT(denominator > 0);
  const Wide doubled = 2 * numerator + denominator;
  const Wide quotient = doubled / (2 * denominator);
  const bool below = doubled < 0 && doubled % (2 * denominator) != 0;
  return static_cast<std::int64_t>(below ? quotient - 1 : quotient);
}

}  // namespace paceline
