// SPDX-License-Identifier: Apache-2.0
// A draw against commission: an advance in thin months that is taken back from rich ones, never below the draw.
//
// In a period with e earned, draw d and balance b: e < d: pay d, b += d - e; else take r = min(b, e - d), pay e - r, b
// -= r. A draw that is not recoverable leaves no balance; forgiving it at the end sets it to 0. Units and range: minor
// units, 0 to 10^15. Source: SCIENCE section 9, by arithmetic. Worked example: earned 1,000, 2,500, 6,000, 9,000 with a
// draw of 3,000: paid 3,000, 3,000, 3,500, 9,000; balance 0.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"

namespace paceline {

struct DrawPay {
  std::vector<std::int64_t> paid_minor;
  std::int64_t balance_minor = 0;
  std::int64_t total_minor = 0;
};

/// Returns "commission.draw.out_of_range" (an amount) or "commission.sales.out_of_range" (a sum beyond 10^15).
[[nodiscard]] Result<DrawPay> pay_with_draw(std::span<const std::int64_t> earned_minor, std::int64_t draw_minor,
                                            bool forgive_at_end);

}  // namespace paceline
