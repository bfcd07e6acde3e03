// SPDX-License-Identifier: Apache-2.0
#include "stats/negative_binomial.h"

#include "stats/search.h"
#include "stats/special.h"

namespace paceline::stats {
namespace {

Result<void> check(NegativeBinomial counts) {
  PACELINE_CHECK(check_mean(counts.mean));
  if (!(counts.shape > 0 && counts.shape <= kLargestReal))
    return fail(Fault::invalid, "stats.shape.out_of_range", "/shape");
  return {};
}

}  // namespace

Result<double> negative_binomial_tail(NegativeBinomial counts, std::int64_t at_least) {
  PACELINE_CHECK(check(counts));
  if (at_least <= 0) return 1;
  PACELINE_CHECK(check_count(at_least, "/at_least"));
  const double sum = counts.shape + counts.mean;
  return told_probability(
      beta_lower(static_cast<double>(at_least), counts.shape, counts.mean / sum, counts.shape / sum));
}

Result<std::int64_t> negative_binomial_quantile(NegativeBinomial counts, double chance) {
  PACELINE_CHECK(check(counts));
  PACELINE_CHECK(check_chance(chance));
  const double sum = counts.shape + counts.mean;
  const auto reached = [&](std::int64_t x) {
    return reaches(beta_lower(counts.shape, static_cast<double>(x) + 1, counts.shape / sum, counts.mean / sum), chance);
  };
  const double variance = counts.mean + counts.mean / counts.shape * counts.mean;
  const auto found = smallest_where(guess_count(counts.mean, variance, chance), reached);
  if (!found) return fail(Fault::invalid, "stats.result.out_of_range");
  return *found;
}

}  // namespace paceline::stats
