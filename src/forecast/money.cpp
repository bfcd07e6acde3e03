// SPDX-License-Identifier: Apache-2.0
#include "forecast/money.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/special.h"

namespace paceline {
namespace {

constexpr double kLargestShift = 30;

/// p with its log-odds shifted: p e^d / (1 - p + p e^d).
double shifted(double p, double shift) {
  if (shift == 0) return p;
  return p / (p + (1 - p) * std::exp(-shift));
}

std::vector<stats::Lump> lumps_of(std::span<const OpenOpportunity> pipeline, double shift) {
  std::vector<stats::Lump> lumps;
  lumps.reserve(pipeline.size());
  for (const OpenOpportunity& open : pipeline) {
    const bool settled = !(open.win_probability > 0 && open.win_probability < 1);
    lumps.push_back(
        {.size = open.amount, .probability = settled ? open.win_probability : shifted(open.win_probability, shift)});
  }
  return lumps;
}

}  // namespace

Result<stats::Distribution> pipeline_total(std::span<const OpenOpportunity> pipeline) {
  return stats::sum_of(lumps_of(pipeline, 0));
}

Result<stats::Distribution> pipeline_with_shock(std::span<const OpenOpportunity> pipeline, Shock shock) {
  PACELINE_CHECK(stats::check_same_length(shock.shifts.size(), shock.weights.size(), "/weights"));
  std::vector<stats::Distribution> parts;
  for (const double shift : shock.shifts) {
    if (!(std::abs(shift) <= kLargestShift)) return fail(Fault::invalid, "stats.value.out_of_range", "/shifts");
    PACELINE_TRY(auto part, stats::sum_of(lumps_of(pipeline, shift)));
    parts.push_back(std::move(part));
  }
  return stats::mixture_of(parts, shock.weights);
}

Result<stats::Distribution> pipeline_and_new(std::span<const OpenOpportunity> pipeline, double expected_new,
                                             std::span<const double> sizes) {
  PACELINE_TRY(const auto open, pipeline_total(pipeline));
  PACELINE_TRY(const auto created, stats::compound_poisson(expected_new, sizes));
  return stats::sum_of_both(open, created);
}

Result<MoneyReach> money_reach(const stats::Distribution& more, std::int64_t sold, std::int64_t quota) {
  PACELINE_CHECK(stats::check_count(sold, "/sold"));
  PACELINE_CHECK(stats::check_count(quota, "/quota"));
  const std::int64_t missing = quota - sold;
  MoneyReach reach;
  reach.mean = more.mean();
  reach.deviation = std::sqrt(more.variance());
  reach.p_reach = more.at_least(missing);
  if (reach.deviation > 0)
    reach.p_reach_normal = stats::normal_lower((reach.mean - (static_cast<double>(missing) - 0.5)) / reach.deviation);
  reach.p_nothing = 1 - more.at_least(1);
  if (more.first == 0 && !more.smooth) reach.p_nothing = more.mass.front();
  reach.shortfall = more.shortfall(missing);
  reach.p10 = more.quantile(0.1);
  reach.p50 = more.quantile(0.5);
  reach.p90 = more.quantile(0.9);
  return reach;
}

Result<std::optional<double>> new_needed(std::span<const OpenOpportunity> pipeline, std::span<const double> sizes,
                                         std::int64_t still_to_sell, double chance) {
  PACELINE_CHECK(stats::check_chance(chance));
  PACELINE_TRY(const auto open, pipeline_total(pipeline));
  const auto reached = [&](double expected) -> Result<bool> {
    PACELINE_TRY(const auto created, stats::compound_poisson(expected, sizes));
    PACELINE_TRY(const auto sum, stats::sum_of_both(open, created));
    return stats::reaches(sum.at_least(still_to_sell), chance);
  };
  constexpr double most = 1e4;
  PACELINE_TRY(const bool already, reached(0));
  if (already) return 0.0;
  double low = 0, high = 1;
  for (;; low = high, high *= 2) {
    if (high > most) return std::nullopt;
    PACELINE_TRY(const bool enough, reached(high));
    if (enough) break;
  }
  while (high - low > 1e-6 * std::max(1.0, high)) {
    const double middle = (low + high) / 2;
    PACELINE_TRY(const bool enough, reached(middle));
    (enough ? high : low) = middle;
  }
  return high;
}

}  // namespace paceline
