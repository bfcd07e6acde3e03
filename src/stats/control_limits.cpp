// SPDX-License-Identifier: Apache-2.0
#include "stats/control_limits.h"

#include <algorithm>
#include <cmath>

#include "stats/binomial.h"
#include "stats/search.h"
#include "stats/special.h"

namespace paceline::stats {
namespace {

/// Below p = 1/2 the lower tail keeps the digits, above it the upper one.
Result<double> limit(std::int64_t trials, double theta, double p, double upper) {
  const auto above = [&](std::int64_t r) { return binomial_tail(trials, theta, r + 1).value_or(0); };
  const auto below = [&](std::int64_t r) { return binomial_tail(trials, 1 - theta, trials - r).value_or(0); };
  const bool low_side = p < upper;
  const auto reached = [&](std::int64_t r) { return r >= trials || (low_side ? below(r) >= p : above(r) <= upper); };
  const auto n = static_cast<double>(trials);
  const auto found = smallest_where(guess_count(n * theta, n * theta * (1 - theta), p), reached);
  if (!found) return fail(Fault::invalid, "stats.result.out_of_range");
  const std::int64_t r = *found;
  const double over = low_side ? below(r) - p : upper - above(r);
  const double mass = low_side ? below(r) - (r > 0 ? below(r - 1) : 0) : (r > 0 ? above(r - 1) : 1) - above(r);
  const double part = mass > 0 ? over / mass : 0;
  return told_probability((static_cast<double>(r) - part) / n);
}

double between_reps(std::span<const Tally> tallies, double theta, double phi) {
  const auto reps = static_cast<double>(tallies.size());
  if (tallies.size() < 2 || reps * phi <= reps - 1) return 0;
  double sum = 0, squares = 0;
  for (const Tally& tally : tallies) {
    const double weight = static_cast<double>(tally.trials) / (theta * (1 - theta));
    sum += weight;
    squares += weight * weight;
  }
  return (reps * phi - (reps - 1)) / (sum - squares / sum);
}

}  // namespace

Result<Interval> funnel_plot_limits(double theta, std::int64_t trials, double alpha) {
  PACELINE_CHECK(check_chance(theta));
  PACELINE_CHECK(check_chance(alpha));
  PACELINE_CHECK(check_tally({.successes = 0, .trials = trials}));
  Interval interval;
  PACELINE_TRY(interval.low, limit(trials, theta, alpha / 2, 1 - alpha / 2));
  PACELINE_TRY(interval.high, limit(trials, theta, 1 - alpha / 2, alpha / 2));
  return interval;
}

double linear_quantile(std::span<const double> sorted, double q) {
  const double place = q * static_cast<double>(sorted.size() - 1);
  const auto low = std::min(static_cast<std::size_t>(place), sorted.size() - 1);
  const auto high = std::min(low + 1, sorted.size() - 1);
  return sorted[low] + (place - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

Result<Overdispersion> overdispersion_of(std::span<const Tally> tallies, double theta, double winsorised) {
  PACELINE_CHECK(check_some(tallies.size(), "/tallies"));
  PACELINE_CHECK(check_chance(theta));
  if (!(winsorised >= 0 && winsorised < 0.5))
    return fail(Fault::invalid, "stats.probability.out_of_range", "/winsorised");
  Overdispersion found;
  const auto off = [&](const Tally& tally) {
    return static_cast<double>(tally.successes) / static_cast<double>(tally.trials) - theta;
  };
  const auto chance = [&](const Tally& tally) { return theta * (1 - theta) / static_cast<double>(tally.trials); };
  for (const Tally& tally : tallies) {
    PACELINE_CHECK(check_tally(tally));
    found.z.push_back(off(tally) / std::sqrt(chance(tally)));
    found.p_two_sided.push_back(2 * normal_lower(-std::abs(found.z.back())));
  }
  std::vector<double> sorted = found.z;
  std::ranges::sort(sorted);
  const double low = linear_quantile(sorted, winsorised);
  const double high = linear_quantile(sorted, 1 - winsorised);
  for (const double z : found.z) found.phi += std::clamp(z, low, high) * std::clamp(z, low, high);
  found.phi /= static_cast<double>(tallies.size());
  found.tau2 = between_reps(tallies, theta, found.phi);
  for (const Tally& tally : tallies) found.z_random.push_back(off(tally) / std::sqrt(chance(tally) + found.tau2));
  return found;
}

}  // namespace paceline::stats
