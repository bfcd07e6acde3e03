// SPDX-License-Identifier: Apache-2.0
#include "plan/dials.h"

#include "base/rounding.h"
#include "stats/binomial.h"

namespace paceline {
namespace {

Result<void> check(stats::Tally rate, std::int64_t wanted) {
  PACELINE_CHECK(stats::check_tally(rate));
  if (wanted < 0 || wanted > stats::kLargestCount) return fail(Fault::invalid, "plan.wanted.out_of_range", "/wanted");
  if (wanted > 0 && rate.successes == 0) return fail(Fault::invalid, "plan.rate.zero", "/rate/successes");
  return {};
}

double share(stats::Tally rate) {
  return static_cast<double>(rate.successes) / static_cast<double>(rate.trials);
}

}  // namespace

Result<DialsForChance> dials_known(stats::Tally rate, std::int64_t wanted, double chance) {
  PACELINE_CHECK(check(rate, wanted));
  PACELINE_CHECK(stats::check_chance(chance));
  const auto dials = stats::smallest_trials(share(rate), wanted, chance);
  if (!dials) return fail(Fault::invalid, "plan.dials.out_of_range");
  DialsForChance found;
  found.dials = *dials;
  PACELINE_TRY(found.chance, stats::binomial_tail(*dials, share(rate), wanted));
  if (*dials > 0) {
    PACELINE_TRY(found.chance_one_fewer, stats::binomial_tail(*dials - 1, share(rate), wanted));
  }
  return found;
}

Result<DialsOnAverage> dials_on_average(stats::Tally rate, std::int64_t wanted) {
  PACELINE_CHECK(check(rate, wanted));
  if (wanted == 0) return DialsOnAverage{.dials = 0, .chance = 1};
  const Wide product = static_cast<Wide>(wanted) * rate.trials;
  const Wide whole = (product + rate.successes - 1) / rate.successes;
  if (whole > stats::kLargestCount) return fail(Fault::invalid, "plan.dials.out_of_range");
  DialsOnAverage found{.dials = static_cast<double>(product) / static_cast<double>(rate.successes)};
  PACELINE_TRY(found.chance, stats::binomial_tail(static_cast<std::int64_t>(whole), share(rate), wanted));
  return found;
}

}  // namespace paceline
