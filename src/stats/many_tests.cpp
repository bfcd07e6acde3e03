// SPDX-License-Identifier: Apache-2.0
#include "stats/many_tests.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace paceline::stats {
namespace {

Result<void> check(std::span<const double> p) {
  for (std::size_t i = 0; i < p.size(); ++i)
    if (!(p[i] >= 0 && p[i] <= 1))
      return fail(Fault::invalid, "stats.probability.out_of_range", "/p/" + std::to_string(i));
  return {};
}

/// The places of the values in rising order.
std::vector<std::size_t> order_of(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
  return order;
}

}  // namespace

Result<std::vector<double>> adjusted_for_many(std::span<const double> p, Dependence dependence) {
  PACELINE_CHECK(check(p));
  const auto order = order_of(p);
  const auto m = static_cast<double>(p.size());
  double penalty = 1;
  if (dependence == Dependence::any)
    for (double j = 2; j <= m; ++j) penalty += 1 / j;
  std::vector<double> adjusted(p.size());
  double smallest = 1;
  for (std::size_t rank = p.size(); rank > 0; --rank) {
    const std::size_t place = order[rank - 1];
    smallest = std::min(smallest, p[place] * penalty * (m / static_cast<double>(rank)));
    adjusted[place] = smallest;
  }
  return adjusted;
}

Result<std::int64_t> bonferroni_rejected(std::span<const double> p, double q) {
  PACELINE_CHECK(check(p));
  PACELINE_CHECK(check_chance(q));
  const double limit = q / static_cast<double>(p.size()) * (1 + 1e-14);
  return std::ranges::count_if(p, [&](double value) { return value <= limit; });
}

std::vector<bool> rejected_at(std::span<const double> adjusted, double q) {
  std::vector<bool> rejected;
  for (const double value : adjusted) rejected.push_back(value <= q * (1 + 1e-14));
  return rejected;
}

std::int64_t number_of(const std::vector<bool>& rejected) {
  return std::ranges::count(rejected, true);
}

}  // namespace paceline::stats
