// SPDX-License-Identifier: Apache-2.0
#include "plan/attempts.h"

namespace paceline {

Result<Attempts> attempts_worth(std::span<const double> hazards, double value, double cost) {
  PACELINE_CHECK(stats::check_not_negative(value, "/value"));
  PACELINE_CHECK(stats::check_not_negative(cost, "/cost"));
  Attempts found;
  double open = 1;
  double made = 0;
  double best = 0;
  for (const double hazard : hazards) {
    PACELINE_CHECK(stats::check_probability(hazard));
    made += open;
    open *= 1 - hazard;
    found.reached.push_back(1 - open);
    found.made.push_back(made);
    PACELINE_TRY(const double net, stats::told(value * (1 - open) - cost * made));
    found.net.push_back(net);
    if (net > best) {
      best = net;
      found.best_stop = static_cast<std::int64_t>(found.net.size());
    }
  }
  return found;
}

}  // namespace paceline
