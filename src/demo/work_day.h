// SPDX-License-Identifier: Apache-2.0
// What one rep does on one day, and what the rep's contacts do by themselves.
#pragma once

#include <vector>

#include "app/add_signal.h"
#include "app/log_activity.h"
#include "demo/chance.h"

namespace paceline::demo {

/// How a rep works: activities on an average day.
struct Habits {
  double calls = 36;
  double mails = 9;
  double meetings = 1.0;
  double estimates = 0.55;
  double social = 2;
};

[[nodiscard]] Habits habits(Chance& chance);

struct WorkDay {
  RepId rep_id;
  Instant begins;    ///< of the working hours
  double share = 1;  ///< of a full day that is worked
  const std::vector<ContactId>& contacts;
  std::vector<ContactId> warm;  ///< who gave a signal lately: called first
};

/// In the order of time.
[[nodiscard]] std::vector<ActivityDraft> activities_of(const WorkDay& day, const Habits& habits, Chance& chance);

/// Signals of the day, each `mean` times on average over all contacts.
[[nodiscard]] std::vector<SignalDraft> signals_of(Instant begins, const std::vector<ContactId>& contacts, double mean,
                                                  Chance& chance);

}  // namespace paceline::demo
