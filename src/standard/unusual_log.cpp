// SPDX-License-Identifier: Apache-2.0
#include "standard/unusual_log.h"

#include "stats/binomial.h"
#include "stats/compare_rates.h"

namespace paceline {

Result<Burst> burst_at_end(stats::Tally last_of_all, std::int64_t last_days, std::int64_t all_days) {
  if (last_days < 1 || last_days > all_days || all_days > stats::kLargestCount)
    return fail(Fault::invalid, "stats.exposure.out_of_range", "/days");
  if (last_of_all.trials != 0 || last_of_all.successes != 0) PACELINE_CHECK(stats::check_tally(last_of_all));
  const double share = static_cast<double>(last_days) / static_cast<double>(all_days);
  Burst burst;
  PACELINE_TRY(burst.p, stats::binomial_tail(last_of_all.trials, share, last_of_all.successes));
  if (last_of_all.trials > 0)
    burst.ratio = static_cast<double>(last_of_all.successes) / static_cast<double>(last_of_all.trials) / share;
  return burst;
}

Result<double> caliper_p(std::int64_t above, std::int64_t below) {
  PACELINE_CHECK(stats::check_count(above, "/above"));
  PACELINE_CHECK(stats::check_count(below, "/below"));
  return stats::binomial_tail(above + below, 0.5, above);
}

Result<ShortCalls> short_calls(stats::Tally own, stats::Tally peers) {
  ShortCalls found;
  PACELINE_TRY(found.p_above_peers, stats::chance_first_higher(own, peers));
  PACELINE_TRY(found.fisher_two_sided, stats::fisher_two_sided(own, peers));
  return found;
}

}  // namespace paceline
