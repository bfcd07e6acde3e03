// SPDX-License-Identifier: Apache-2.0
#include "plan/money_plan.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "stats/lattice.h"
#include "stats/search.h"

namespace paceline {
namespace {

constexpr std::int64_t kMostUnits = 100'000;
constexpr double kCertain = 1e-15;
constexpr std::size_t kMostSales = 100'000;

/// t_k for k = 0, 1, ... until it is certain: the sums below `wanted` are all that must be followed.
std::vector<double> reached_by(std::span<const double> sizes, std::int64_t wanted) {
  const auto cells = static_cast<std::size_t>(wanted);
  std::vector<double> below(cells, 0), next(cells);
  if (cells > 0) below[0] = 1;
  std::vector<double> reached;
  while (reached.size() < kMostSales) {
    const double missing = std::accumulate(below.begin(), below.end(), 0.0);
    reached.push_back(std::clamp(1 - missing, 0.0, 1.0));
    if (missing < kCertain) break;
    std::ranges::fill(next, 0.0);
    for (std::size_t j = 0; j < std::min(sizes.size(), cells); ++j) {
      if (sizes[j] == 0) continue;
      for (std::size_t i = 0; i + j < cells; ++i) next[i + j] += sizes[j] * below[i];
    }
    below.swap(next);
  }
  return reached;
}

double chance_of(std::int64_t dials, stats::Beta rate, const std::vector<double>& reached) {
  const auto terms = stats::beta_binomial_terms(dials, rate);
  double sum = 0;
  for (std::size_t i = 0; i < terms.of.size(); ++i) {
    const std::size_t sales = static_cast<std::size_t>(terms.first) + i;
    sum += terms.of[i] * (sales < reached.size() ? reached[sales] : 1);
  }
  return std::clamp(sum, 0.0, 1.0);
}

}  // namespace

Result<DialsForChance> dials_for_money(stats::Beta rate, std::span<const double> sizes, std::int64_t wanted,
                                       double chance) {
  PACELINE_CHECK(stats::check_beta(rate));
  PACELINE_CHECK(stats::check_weights(sizes));
  PACELINE_CHECK(stats::check_chance(chance));
  if (wanted < 0 || wanted > kMostUnits) return fail(Fault::invalid, "plan.wanted.out_of_range", "/wanted");
  if (sizes[0] >= 1) return fail(Fault::invalid, "stats.probability.zero", "/sizes");
  const auto reached = reached_by(sizes, wanted);
  double size = 0;
  for (std::size_t j = 0; j < sizes.size(); ++j) size += static_cast<double>(j) * sizes[j];
  const double guess = std::min(static_cast<double>(wanted) / size / rate.mean(), double{kMostMoneyDials});
  const auto enough = [&](std::int64_t n) {
    return n > kMostMoneyDials || stats::reaches(chance_of(n, rate, reached), chance);
  };
  const auto found = stats::smallest_where(static_cast<std::int64_t>(guess), enough);
  if (!found || *found > kMostMoneyDials) return fail(Fault::invalid, "plan.dials.out_of_range");
  DialsForChance plan{.dials = *found, .chance = chance_of(*found, rate, reached), .chance_one_fewer = {}};
  if (*found > 0) plan.chance_one_fewer = chance_of(*found - 1, rate, reached);
  return plan;
}

}  // namespace paceline
