// SPDX-License-Identifier: Apache-2.0
// How often to try to reach one contact before giving up.
//
// h_j is the chance that attempt j reaches a contact whom the earlier ones did not. After k attempts: reached
// 1 - prod (1 - h_j); attempts made on average sum_(j <= k) prod_(i < j) (1 - h_i) (nobody is called again who was
// reached); net = value x reached - cost x attempts. The best stop is the k with the largest net, the smallest such k;
// 0 when no number of attempts is worth its cost.
// Units and range: 0 <= h <= 1; value and cost in the same unit (minutes, money), 0 or more.
// Source: SCIENCE section 2.1; a discrete hazard.
// Worked example: 0.30 0.22 0.18 0.14 0.11 0.09 0.05 0.03, a contact reached is worth 12 calls: six attempts reach
// 0.688 and bring 4.836 net; the seventh costs more than it brings.
#pragma once

#include <span>
#include <vector>

#include "stats/limits.h"

namespace paceline {

struct Attempts {
  std::vector<double> reached;
  std::vector<double> made;
  std::vector<double> net;
  std::int64_t best_stop = 0;
};

/// Returns "stats.probability.out_of_range" or "stats.value.out_of_range".
[[nodiscard]] Result<Attempts> attempts_worth(std::span<const double> hazards, double value, double cost);

}  // namespace paceline
