// SPDX-License-Identifier: Apache-2.0
#include "plan/steady.h"

#include <algorithm>
#include <cmath>

namespace paceline {
namespace {

Result<void> check_rate(double rate) {
  PACELINE_CHECK(stats::check_probability(rate));
  if (rate == 0) return fail(Fault::invalid, "stats.probability.zero");
  return {};
}

}  // namespace

Result<Steady> steady_input(SteadyInput input, std::span<const double> rates) {
  PACELINE_CHECK(stats::check_not_negative(input.wanted_per_week, "/wanted_per_week"));
  PACELINE_CHECK(stats::check_positive(input.value, "/value"));
  PACELINE_CHECK(check_rate(input.conversion));
  if (!(input.p_ok >= 0 && input.p_ok < 1)) return fail(Fault::invalid, "stats.probability.out_of_range", "/p_ok");
  Steady found;
  PACELINE_TRY(found.starts_for_money, stats::told(input.wanted_per_week / input.conversion / input.value));
  PACELINE_TRY(found.starts_for_no_empty_week, stats::told(std::max(0.0, -std::log1p(-input.p_ok) / input.conversion)));
  found.starts = std::max(found.starts_for_money, found.starts_for_no_empty_week);
  double needed = found.starts;
  for (auto rate = rates.rbegin(); rate != rates.rend(); ++rate) {
    PACELINE_CHECK(check_rate(*rate));
    PACELINE_TRY(needed, stats::told(needed / *rate));
    found.upstream.push_back(needed);
  }
  return found;
}

}  // namespace paceline
