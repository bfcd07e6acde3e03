// SPDX-License-Identifier: Apache-2.0
// What the functions of this folder accept, and the names of their refusals.
//
// A count is a whole number from 0 to 2^53, the largest up to which a double holds every whole number. A mean, a shape
// and an exposure are finite and at most 1e300. Nothing here answers with infinity or "not a number": a result that
// cannot be told is refused as "stats.result.out_of_range".
// Worked example: check_count(-1, "/trials") is invalid "stats.count.out_of_range" at "/trials"; 0 is accepted.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/result.h"

namespace paceline::stats {

inline constexpr std::int64_t kLargestCount = std::int64_t{1} << 53;
inline constexpr double kLargestReal = 1e300;

/// How many of `trials` succeeded.
struct Tally {
  std::int64_t successes = 0;  ///< 0 to trials
  std::int64_t trials = 0;     ///< 0 to kLargestCount
};

/// Returns invalid "stats.count.out_of_range" unless 0 <= count <= kLargestCount.
[[nodiscard]] Result<void> check_count(std::int64_t count, const char* field);
/// Returns invalid "stats.trials.not_positive", "stats.count.out_of_range" (too many trials) or
/// "stats.successes.out_of_range" (below 0 or above the trials), in this order.
[[nodiscard]] Result<void> check_tally(Tally tally);
/// Returns invalid "stats.mean.out_of_range" unless 0 <= mean <= kLargestReal.
[[nodiscard]] Result<void> check_mean(double mean);
/// Returns invalid "stats.probability.out_of_range" unless 0 <= probability <= 1.
[[nodiscard]] Result<void> check_probability(double probability);
/// Returns invalid "stats.chance.out_of_range" unless 0 < chance < 1: certainty has no quantile.
[[nodiscard]] Result<void> check_chance(double chance);
/// Returns invalid "stats.confidence.out_of_range" unless 0 < confidence < 1.
[[nodiscard]] Result<void> check_confidence(double confidence);
/// Returns invalid "stats.value.out_of_range" unless the value is finite and within -kLargestReal and kLargestReal.
[[nodiscard]] Result<void> check_value(double value, const char* field);
/// The same for a value that is also not negative, and for one that is above 0.
[[nodiscard]] Result<void> check_not_negative(double value, const char* field);
[[nodiscard]] Result<void> check_positive(double value, const char* field);
/// Returns invalid "stats.lengths.differ" unless both lists are as long.
[[nodiscard]] Result<void> check_same_length(std::size_t one, std::size_t other, const char* field);
/// Returns invalid "stats.counts.empty" unless there is something.
[[nodiscard]] Result<void> check_some(std::size_t size, const char* field);
/// The value. Returns invalid "stats.result.out_of_range" when it is not finite.
[[nodiscard]] Result<double> told(double value);
/// A number that is a count. Returns "stats.count.out_of_range" unless it is whole and from 0 to kLargestCount.
[[nodiscard]] Result<std::int64_t> whole_count(double value, const char* field);
/// The probability, held within 0 and 1. Returns invalid "stats.result.out_of_range" when it is not a number.
[[nodiscard]] Result<double> told_probability(double probability);

/// Whether a computed probability reaches the asked one; a tie that rounding hides counts as reached.
[[nodiscard]] constexpr bool reaches(double probability, double chance) {
  return probability >= chance * (1 - 1e-14);
}

}  // namespace paceline::stats
