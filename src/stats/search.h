// SPDX-License-Identifier: Apache-2.0
// The smallest whole number from which on something is true: the one search behind every quantile and "how many".
//
// Doubles its stride away from a guess, then halves the gap: a good guess costs a handful of questions, a bad one about
// twice the number of binary digits between the guess and the answer.
// Worked example: smallest_where(7, [](std::int64_t n) { return n * n >= 20; }) == 5.
#pragma once

#include <algorithm>
#include <optional>

#include "stats/limits.h"

namespace paceline::stats {

/// Absent when not even kLargestCount reaches. REQUIRES: once `reached` is true it stays true for larger numbers.
template <class Reached>
[[nodiscard]] std::optional<std::int64_t> smallest_where(std::int64_t guess, Reached reached) {
  std::int64_t above = std::clamp<std::int64_t>(guess, 0, kLargestCount);
  std::int64_t below = above;
  if (reached(above)) {
    below = above - 1;
    for (std::int64_t stride = 1; below >= 0 && reached(below); stride *= 2) {
      above = below;
      below = std::max<std::int64_t>(below - stride, -1);
    }
  } else {
    above = std::min(above + 1, kLargestCount);
    for (std::int64_t stride = 1; !reached(above); stride *= 2) {
      if (above == kLargestCount) return std::nullopt;
      below = above;
      above = std::min(above + stride, kLargestCount);
    }
  }
  while (above - below > 1) {
    const std::int64_t middle = below + (above - below) / 2;
    (reached(middle) ? above : below) = middle;
  }
  return above;
}

/// Where a count of this mean and variance has about this chance of being no larger: the normal curve's answer, held
/// within 0 and kLargestCount.
[[nodiscard]] std::int64_t guess_count(double mean, double variance, double chance);

}  // namespace paceline::stats
