// SPDX-License-Identifier: Apache-2.0
#include "stats/binomial.h"

#include <cmath>

#include "stats/search.h"
#include "stats/special.h"

namespace paceline::stats {
namespace {

double tail(std::int64_t trials, double probability, std::int64_t at_least) {
  if (at_least <= 0) return 1;
  if (at_least > trials) return 0;
  return beta_lower(static_cast<double>(at_least), static_cast<double>(trials - at_least) + 1, probability,
                    1 - probability);
}

}  // namespace

Result<double> binomial_tail(std::int64_t trials, double probability, std::int64_t at_least) {
  PACELINE_CHECK(check_count(trials, "/trials"));
  PACELINE_CHECK(check_probability(probability));
  return told_probability(tail(trials, probability, at_least));
}

Result<std::int64_t> smallest_trials(double probability, std::int64_t at_least, double chance) {
  PACELINE_CHECK(check_probability(probability));
  PACELINE_CHECK(check_chance(chance));
  if (at_least <= 0) return 0;
  PACELINE_CHECK(check_count(at_least, "/at_least"));
  if (probability == 0) return fail(Fault::invalid, "stats.probability.zero", "/probability");
  const double mean = static_cast<double>(at_least) / probability;
  const auto reached = [&](std::int64_t n) { return reaches(tail(n, probability, at_least), chance); };
  const auto found = smallest_where(guess_count(mean, mean / probability, chance), reached);
  if (!found) return fail(Fault::invalid, "stats.result.out_of_range");
  return *found;
}

}  // namespace paceline::stats
