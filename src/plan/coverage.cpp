// SPDX-License-Identifier: Apache-2.0
#include "plan/coverage.h"

#include <cmath>

#include "stats/beta_binomial.h"
#include "stats/binomial.h"

namespace paceline {
namespace {

double share(stats::Tally tally) {
  return static_cast<double>(tally.successes) / static_cast<double>(tally.trials);
}

Result<void> check(stats::Tally tally, std::int64_t needed) {
  PACELINE_CHECK(stats::check_tally(tally));
  if (needed < 0 || needed > stats::kLargestCount) return fail(Fault::invalid, "plan.wanted.out_of_range", "/needed");
  return {};
}

std::optional<CoverageAtChance> at(double rate, std::int64_t needed, double chance) {
  const auto estimates = stats::smallest_trials(rate, needed, chance);
  if (!estimates) return std::nullopt;
  CoverageAtChance found{.estimates = *estimates, .coverage = {}};
  if (needed > 0) found.coverage = static_cast<double>(*estimates) / static_cast<double>(needed);
  return found;
}

}  // namespace

Result<Coverage> coverage_of(stats::Tally wins, std::int64_t needed, double coverage) {
  PACELINE_CHECK(check(wins, needed));
  if (!(coverage > 0 && coverage <= 1e6)) return fail(Fault::invalid, "stats.value.out_of_range", "/coverage");
  const double estimates = std::ceil(static_cast<double>(needed) * coverage * (1 - 1e-14));
  if (estimates > static_cast<double>(stats::kLargestCount))
    return fail(Fault::invalid, "plan.dials.out_of_range", "/coverage");
  Coverage found{
      .estimates = static_cast<std::int64_t>(estimates), .chance = 0, .at80 = {}, .at95 = {}, .break_even = {}};
  PACELINE_TRY(found.chance, stats::binomial_tail(found.estimates, share(wins), needed));
  found.at80 = at(share(wins), needed, 0.80);
  found.at95 = at(share(wins), needed, 0.95);
  if (wins.successes > 0) found.break_even = static_cast<double>(wins.trials) / static_cast<double>(wins.successes);
  return found;
}

Result<Bookings> bookings_for(stats::Tally shows, std::int64_t needed, double relative_risk, double chance) {
  PACELINE_CHECK(check(shows, needed));
  PACELINE_CHECK(stats::check_chance(chance));
  Bookings found;
  const double rate = share(shows);
  if (!(relative_risk >= 0 && (1 - rate) * relative_risk <= 1))
    return fail(Fault::invalid, "stats.value.out_of_range", "/relative_risk");
  if (const auto known = stats::smallest_trials(rate, needed, chance)) found.known = *known;
  if (const auto uncertain = stats::smallest_uncertain_trials(stats::after(shows), needed, chance))
    found.uncertain = *uncertain;
  found.show_rate = rate;
  found.show_with_reminder = 1 - (1 - rate) * relative_risk;
  const double reminded = found.show_with_reminder;
  if (reminded > 0) found.dials_factor = rate / reminded;
  if (rate > 0 && rate < 1 && reminded < 1) found.odds_ratio = reminded / (1 - reminded) / (rate / (1 - rate));
  return found;
}

}  // namespace paceline
