// SPDX-License-Identifier: Apache-2.0
#include "funnel/rules_of_thumb.h"

#include "stats/compare_rates.h"

namespace paceline {

Result<RateAgainst> rate_against(stats::Tally tally, double low, double high) {
  PACELINE_CHECK(stats::check_probability(low));
  PACELINE_CHECK(stats::check_probability(high));
  if (low > high) return fail(Fault::invalid, "stats.value.out_of_range", "/low");
  if (tally.trials == 0 && tally.successes == 0) return RateAgainst{};
  PACELINE_CHECK(stats::check_tally(tally));
  RateAgainst found;
  found.rate = static_cast<double>(tally.successes) / static_cast<double>(tally.trials);
  if (tally.successes > 0) found.per_success = static_cast<double>(tally.trials) / static_cast<double>(tally.successes);
  const stats::Tally failures{.successes = tally.trials - tally.successes, .trials = tally.trials};
  PACELINE_TRY(found.p_below, stats::chance_above(failures, 1 - low));
  PACELINE_TRY(found.p_above, stats::chance_above(tally, high));
  PACELINE_TRY(found.p_between, stats::told_probability(1 - *found.p_below - *found.p_above));
  PACELINE_TRY(found.around, stats::jeffreys_interval(tally));
  return found;
}

Result<Thumbs> rules_of_thumb(const ThumbCounts& counts, const RuleEdges& edges) {
  PACELINE_CHECK(stats::check_positive(edges.usual_ratio, "/usual_ratio"));
  PACELINE_CHECK(stats::check_positive(edges.alarm_ratio, "/alarm_ratio"));
  Thumbs found;
  PACELINE_TRY(found.hot, rate_against(counts.hot, edges.hot_low, edges.hot_high));
  PACELINE_TRY(found.interested, rate_against(counts.interested, 1 / edges.alarm_ratio, 1 / edges.usual_ratio));
  PACELINE_TRY(found.priced, rate_against(counts.priced, 0, 1));
  PACELINE_TRY(found.no_shows, rate_against(counts.no_shows, 0, edges.no_show));
  PACELINE_TRY(found.contacted, rate_against(counts.contacted, edges.reached, 1));
  PACELINE_TRY(found.keen, rate_against(counts.keen, edges.interested_of_came, 1));
  return found;
}

}  // namespace paceline
