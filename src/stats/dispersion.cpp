// SPDX-License-Identifier: Apache-2.0
#include "stats/dispersion.h"

#include <algorithm>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <string>

#include "stats/negative_binomial.h"
#include "stats/poisson.h"
#include "stats/special.h"

namespace paceline::stats {
namespace {

constexpr long double kLargestShapePerMean = 1e9L;

struct Moments {
  long double mean = 0;
  long double squares = 0;  ///< sum of squared distances from the mean
};

Moments moments_of(std::span<const std::int64_t> counts) {
  Moments moments;
  for (const std::int64_t x : counts) moments.mean += static_cast<long double>(x);
  moments.mean /= static_cast<long double>(counts.size());
  for (const std::int64_t x : counts) {
    const long double off = static_cast<long double>(x) - moments.mean;
    moments.squares += off * off;
  }
  return moments;
}

/// psi(k + x) - psi(k) for a whole x, by its recurrence up to 30 and the asymptotic series from there: subtracting two
/// digammas would lose the very digits that a large k hangs on.
long double digamma_step(long double k, long double x) {
  long double sum = 0;
  for (; x >= 1 && k < 30; k += 1, x -= 1) sum += 1 / k;
  if (x < 1) return sum;
  const long double low = 1 / (k * k);
  const long double high = 1 / ((k + x) * (k + x));
  return sum + std::log1p(x / k) + x / (2 * k * (k + x)) + x * (2 * k + x) * low * high / 12 -
         (low * low - high * high) / 120 + (low * low * low - high * high * high) / 252;
}

/// The derivative of the log likelihood by k: positive below the maximum, negative above it.
long double score(std::span<const std::int64_t> counts, long double mean, long double k) {
  long double sum = 0;
  for (const std::int64_t x : counts) sum += digamma_step(k, static_cast<long double>(x));
  return sum - static_cast<long double>(counts.size()) * std::log1p(mean / k);
}

std::optional<double> likeliest_shape(std::span<const std::int64_t> counts, const Moments& moments) {
  const long double excess = moments.squares / static_cast<long double>(counts.size()) - moments.mean;
  if (!(excess > 0)) return std::nullopt;
  const long double limit = kLargestShapePerMean * (1 + moments.mean);
  const auto slope = [&](long double k) { return score(counts, moments.mean, k); };
  long double low = std::min(moments.mean * (moments.mean / excess), limit);
  long double high = low;
  while (slope(low) < 0) low /= 2;
  while (slope(high) > 0) {
    if (high >= limit) return std::nullopt;
    high = std::min(2 * high, limit);
  }
  if (!(low < high)) return static_cast<double>(low);
  std::uintmax_t steps = 200;
  const auto bracket =
      boost::math::tools::toms748_solve(slope, low, high, boost::math::tools::eps_tolerance<long double>(50), steps);
  return static_cast<double>((bracket.first + bracket.second) / 2);
}

Result<void> check(std::span<const std::int64_t> counts) {
  if (counts.empty()) return fail(Fault::invalid, "stats.counts.empty", "/counts");
  for (std::size_t i = 0; i < counts.size(); ++i)
    PACELINE_CHECK(check_count(counts[i], ("/counts/" + std::to_string(i)).c_str()));
  return {};
}

}  // namespace

Result<Dispersion> dispersion_of(std::span<const std::int64_t> counts) {
  PACELINE_CHECK(check(counts));
  const Moments moments = moments_of(counts);
  Dispersion found;
  found.mean = static_cast<double>(moments.mean);
  if (counts.size() == 1) return found;
  const auto freedom = static_cast<long double>(counts.size() - 1);
  const long double variance = moments.squares / freedom;
  found.variance = static_cast<double>(variance);
  if (moments.mean == 0) return found;
  found.statistic = static_cast<double>(moments.squares / moments.mean);
  PACELINE_TRY(found.p_value, told_probability(gamma_upper(static_cast<double>(freedom / 2), *found.statistic / 2)));
  if (variance > moments.mean)
    found.shape_moments = static_cast<double>(moments.mean * (moments.mean / (variance - moments.mean)));
  found.shape = likeliest_shape(counts, moments);
  return found;
}

Dispersion as_poisson(Dispersion daily) {
  daily.shape_moments.reset();
  daily.shape.reset();
  return daily;
}

Result<double> sum_tail(const Dispersion& daily, double days, std::int64_t at_least) {
  if (!(days >= 0 && days <= kLargestReal)) return fail(Fault::invalid, "stats.exposure.out_of_range", "/days");
  if (days == 0 || !daily.shape) return poisson_tail(days * daily.mean, at_least);
  return negative_binomial_tail({.shape = days * *daily.shape, .mean = days * daily.mean}, at_least);
}

}  // namespace paceline::stats
