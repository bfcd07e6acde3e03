// SPDX-License-Identifier: Apache-2.0
#include "standard/response_time.h"

#include <algorithm>

#include "stats/survival.h"

namespace paceline {

Result<ResponseTimes> response_times(std::span<const double> answered, std::span<const double> open,
                                     std::span<const double> promises) {
  std::vector<stats::Stay> stays;
  for (const double time : answered) stays.push_back({.time = time, .end = 1});
  for (const double time : open) stays.push_back({.time = time, .end = 0});
  PACELINE_TRY(const auto rows, stats::survival_rows(stays));
  ResponseTimes found;
  found.median = stats::time_of(rows, 0.5);
  for (const double within : promises) {
    PACELINE_CHECK(stats::check_not_negative(within, "/promises"));
    Promise promise{.within = within, .met = 0, .judged = 0, .rate = {}, .around = {}, .answered = 0};
    promise.met = std::ranges::count_if(answered, [&](double time) { return time <= within; });
    promise.judged = static_cast<std::int64_t>(answered.size()) +
                     std::ranges::count_if(open, [&](double time) { return time > within; });
    promise.answered = 1 - stats::at_time(rows, within).open;
    if (promise.judged > 0) {
      promise.rate = static_cast<double>(promise.met) / static_cast<double>(promise.judged);
      PACELINE_TRY(promise.around, stats::wilson_interval({.successes = promise.met, .trials = promise.judged}));
    }
    found.promises.push_back(promise);
  }
  return found;
}

}  // namespace paceline
