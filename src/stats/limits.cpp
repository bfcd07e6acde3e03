// SPDX-License-Identifier: Apache-2.0
#include "stats/limits.h"

#include <algorithm>
#include <cmath>

namespace paceline::stats {

Result<void> check_count(std::int64_t count, const char* field) {
  if (count < 0 || count > kLargestCount) return fail(Fault::invalid, "stats.count.out_of_range", field);
  return {};
}

Result<void> check_tally(Tally tally) {
  if (tally.trials <= 0) return fail(Fault::invalid, "stats.trials.not_positive", "/trials");
  PACELINE_CHECK(check_count(tally.trials, "/trials"));
  if (tally.successes < 0 || tally.successes > tally.trials)
    return fail(Fault::invalid, "stats.successes.out_of_range", "/successes");
  return {};
}

Result<void> check_mean(double mean) {
  if (!(mean >= 0 && mean <= kLargestReal)) return fail(Fault::invalid, "stats.mean.out_of_range", "/mean");
  return {};
}

Result<void> check_probability(double probability) {
  if (!(probability >= 0 && probability <= 1))
    return fail(Fault::invalid, "stats.probability.out_of_range", "/probability");
  return {};
}

Result<void> check_chance(double chance) {
  if (!(chance > 0 && chance < 1)) return fail(Fault::invalid, "stats.chance.out_of_range", "/chance");
  return {};
}

Result<void> check_confidence(double confidence) {
  if (!(confidence > 0 && confidence < 1)) return fail(Fault::invalid, "stats.confidence.out_of_range", "/confidence");
  return {};
}

Result<void> check_value(double value, const char* field) {
  if (!(value >= -kLargestReal && value <= kLargestReal))
    return fail(Fault::invalid, "stats.value.out_of_range", field);
  return {};
}

Result<void> check_not_negative(double value, const char* field) {
  if (!(value >= 0 && value <= kLargestReal)) return fail(Fault::invalid, "stats.value.out_of_range", field);
  return {};
}

Result<void> check_positive(double value, const char* field) {
  if (!(value > 0 && value <= kLargestReal)) return fail(Fault::invalid, "stats.value.out_of_range", field);
  return {};
}

Result<void> check_same_length(std::size_t one, std::size_t other, const char* field) {
  if (one != other) return fail(Fault::invalid, "stats.lengths.differ", field);
  return {};
}

Result<void> check_some(std::size_t size, const char* field) {
  if (size == 0) return fail(Fault::invalid, "stats.counts.empty", field);
  return {};
}

Result<std::int64_t> whole_count(double value, const char* field) {
  if (!(value >= 0 && value <= static_cast<double>(kLargestCount) && value == std::floor(value)))
    return fail(Fault::invalid, "stats.count.out_of_range", field);
  return static_cast<std::int64_t>(value);
}

Result<double> told(double value) {
  if (!std::isfinite(value)) return fail(Fault::invalid, "stats.result.out_of_range");
  return value;
}

Result<double> told_probability(double probability) {
  if (!std::isfinite(probability)) return fail(Fault::invalid, "stats.result.out_of_range");
  return std::clamp(probability, 0.0, 1.0);
}

}  // namespace paceline::stats
