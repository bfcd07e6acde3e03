// SPDX-License-Identifier: Apache-2.0
#include "stats/fading_hazard.h"

#include <cmath>
#include <vector>

#include "stats/beta_likelihood.h"
#include "stats/special.h"

namespace paceline::stats {

Result<FadingHazard::Period> FadingHazard::at(std::int64_t period) const {
  if (period < 0 || period > 1'000'000'000) return fail(Fault::invalid, "stats.count.out_of_range", "/period");
  const auto t = static_cast<long double>(period);
  const auto a = static_cast<long double>(chance.a), b = static_cast<long double>(chance.b);
  Period found;
  found.open = static_cast<double>(std::exp(log_beta(a, b + t) - log_beta(a, b)));
  if (period > 0) found.hazard = chance.a / (chance.strength() + static_cast<double>(period) - 1);
  return found;
}

Result<FadingHazard> fading_hazard(std::span<const std::int64_t> open) {
  PACELINE_CHECK(check_some(open.size() < 2 ? 0 : open.size(), "/open"));
  std::vector<BetaTerm> terms;
  for (std::size_t t = 0; t < open.size(); ++t) {
    PACELINE_CHECK(check_count(open[t], "/open"));
    if (t == 0) continue;
    if (open[t] > open[t - 1]) return fail(Fault::invalid, "stats.counts.rising", "/open");
    if (const auto lost = open[t - 1] - open[t]; lost > 0)
      terms.push_back({.x = 1, .y = static_cast<double>(t - 1), .weight = static_cast<double>(lost)});
  }
  if (open.back() == open.front() || open[1] == 0) return fail(Fault::invalid, "stats.outcomes.all_alike", "/open");
  if (open.back() > 0)
    terms.push_back({.x = 0, .y = static_cast<double>(open.size() - 1), .weight = static_cast<double>(open.back())});
  FadingHazard found;
  found.chance = likeliest_beta(terms, {.smallest = 1e-3, .largest = 1e6});
  PACELINE_TRY(found.log_likelihood, told(beta_log_likelihood(terms, found.chance)));
  return found;
}

}  // namespace paceline::stats
