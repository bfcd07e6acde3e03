// SPDX-License-Identifier: Apache-2.0
#include "funnel/rates.h"

#include <string>

namespace paceline {
namespace {

Result<void> check(std::span<const std::int64_t> counts) {
  if (counts.empty()) return fail(Fault::invalid, "funnel.counts.empty", "/counts");
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const std::string field = "/counts/" + std::to_string(i);
    if (counts[i] < 0 || counts[i] > stats::kLargestCount)
      return fail(Fault::invalid, "funnel.counts.out_of_range", field);
    if (i > 0 && counts[i] > counts[i - 1]) return fail(Fault::invalid, "funnel.counts.rising", field);
  }
  return {};
}

std::optional<double> share(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

Result<std::optional<stats::Interval>> around(stats::Tally tally, double confidence) {
  if (tally.trials == 0) return std::nullopt;
  return stats::jeffreys_interval(tally, confidence);
}

}  // namespace

Result<FunnelRates> funnel_rates(std::span<const std::int64_t> counts) {
  PACELINE_CHECK(check(counts));
  FunnelRates rates;
  rates.end_to_end = share(counts.back(), counts.front());
  rates.per_sale = share(counts.front(), counts.back());
  for (std::size_t i = 1; i < counts.size(); ++i) rates.steps.push_back(share(counts[i], counts[i - 1]));
  return rates;
}

Result<FunnelIntervals> jeffreys_steps(std::span<const std::int64_t> counts, double confidence) {
  PACELINE_CHECK(check(counts));
  PACELINE_CHECK(stats::check_confidence(confidence));
  FunnelIntervals intervals;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    PACELINE_TRY(const auto step, around({.successes = counts[i], .trials = counts[i - 1]}, confidence));
    intervals.steps.push_back(step);
  }
  PACELINE_TRY(intervals.end_to_end, around({.successes = counts.back(), .trials = counts.front()}, confidence));
  return intervals;
}

}  // namespace paceline
