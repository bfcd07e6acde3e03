// SPDX-License-Identifier: Apache-2.0
// How fast leads are answered, when some are still waiting.
//
// For a promised time s: met are those answered within s; judged are all answered ones and those still open for longer
// than s (who has not waited that long cannot have failed yet). Rate met / judged with Wilson's interval. Beside it
// 1 - S(s) of Kaplan-Meier with the open ones as censored, and the median: the first time by which half are answered.
// Units and range: minutes (any unit), 0 or more; a rate over nothing and a median never reached are absent.
// Source: Kaplan and Meier 1958; Wilson 1927; SCIENCE section 12.
// Worked example: answered after 2 3 4 6 8 15 22 35 50 75 120 300 minutes, open for 1 10 45 90 2000: within 5 minutes 3
// of 16; within an hour 9 of 14 = 0.643, by Kaplan-Meier 0.599; half within 35 minutes.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "stats/interval.h"

namespace paceline {

struct Promise {
  double within = 0;
  std::int64_t met = 0, judged = 0;
  std::optional<double> rate;
  std::optional<stats::Interval> around;
  double answered = 0;  ///< by Kaplan-Meier
};

struct ResponseTimes {
  std::vector<Promise> promises;
  std::optional<double> median;
};

/// Returns "stats.value.out_of_range".
[[nodiscard]] Result<ResponseTimes> response_times(std::span<const double> answered, std::span<const double> open,
                                                   std::span<const double> promises);

}  // namespace paceline
