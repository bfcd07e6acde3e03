// SPDX-License-Identifier: Apache-2.0
// What one rep does on one day, activity by activity, and what the rep's contacts do by themselves.
#pragma once

#include <vector>

#include "activity/activity.h"
#include "demo/truth.h"
#include "lead/signal.h"

namespace paceline::demo {

/// How an activity of a kind ends.
struct TrueOutcome {
  TrueKind kind;
  const char* outcome;
  double probability;
  int shortest_s;  ///< 0 to 0: without a duration
  int longest_s;
};

[[nodiscard]] const std::vector<TrueOutcome>& outcomes();

struct WorkDay {
  Day day;
  Instant begins;                    ///< of the working hours
  std::int64_t seconds = 0;          ///< of them
  std::vector<const Contact*> warm;  ///< who gave a signal lately: called first
};

/// In the order of time; without ids. `counts` say how many of each kind.
[[nodiscard]] std::vector<Activity> activities_on(const WorkDay& day, const std::array<int, kKinds>& counts,
                                                  RepId rep_id, const std::vector<Contact>& contacts, Chance& chance);

/// Signals of the day, each `mean` times on average over all contacts; without ids.
[[nodiscard]] std::vector<Signal> signals_on(const WorkDay& day, double mean, const std::vector<Contact>& contacts,
                                             Chance& chance);

}  // namespace paceline::demo
