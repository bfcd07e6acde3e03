// SPDX-License-Identifier: Apache-2.0
// A bonus for doing more than the activity quotas: one index of all kinds, with a gate so that none is neglected.
//
// index = sum_a w_a min(done_a / quota_a, cap) / sum w; the gate asks done_a / quota_a >= gate of every kind. The bonus
// is 0 up to `start`, all of it from `full` on, and grows in a line between; rounded half up once. Exact fractions
// throughout; the index is told as a double only to be shown.
// Units and range: weights and levels in billionths (1.25 is 1,250,000,000), so that basis points and thirds both go
// in; weights 0 or more, some above 0; quotas above 0, done 0 or more; 0 <= start <= full, cap above 0; bonus in minor
// units. Where start = full the whole bonus is paid from there on. 1 to 100 kinds. Source: SCIENCE section 9. Only
// validated activities are counted in (docs/formulas/commission.md). Worked example: 330 of 300, 130 of 100, 14 of 12,
// weights 0.4, 0.2, 0.4, cap 1.25: 0.44 + 0.25 + 0.466667 = 1.156667; between 1 and 1.2 that is 78.33 % of 500.00:
// 391.67.
#pragma once

#include <cstdint>
#include <span>

#include "base/result.h"

namespace paceline {

inline constexpr std::int64_t kBillionths = 1'000'000'000;

/// A decimal from outside in whole billionths, rounded to the nearest. Returns invalid "commission.level.out_of_range"
/// unless it is from 0 to 1,000,000.
[[nodiscard]] Result<std::int64_t> billionths_of(double value);

struct BonusKind {
  std::int64_t done = 0;
  std::int64_t quota = 1;
  std::int64_t weight = 0;  ///< billionths
};

struct BonusPlan {
  std::int64_t start = kBillionths;
  std::int64_t full = kBillionths;
  std::int64_t cap = kBillionths;
  std::int64_t gate = 0;
  std::int64_t bonus_minor = 0;
};

struct ActivityBonus {
  double index = 0;  ///< to show
  bool gate_met = true;
  std::int64_t bonus_minor = 0;
};

/// Returns "commission.level.out_of_range", "commission.bonus.out_of_range" or "commission.kinds.malformed".
[[nodiscard]] Result<ActivityBonus> activity_bonus(std::span<const BonusKind> kinds, const BonusPlan& plan);

}  // namespace paceline
