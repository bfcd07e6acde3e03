// SPDX-License-Identifier: Apache-2.0
// The closed periods of a simulated company: closed as a server would have closed them, on the first day after the
// grace, then decided by the manager and seen by the rep. All of it by the product's own use cases, each at its moment,
// so that every figure of a report is computed from what the reps did.
//
// So that there is something to do: of the newest week at least one report is not yet seen by its rep, and one waits
// for the manager. And to look at: an activity of a closed week that was voided later (the next report carries it), and
// a missed week that a rep remarked on and the manager then excused.
#pragma once

#include <map>
#include <string>

#include "app/ports/clock.h"
#include "app/ports/unit_of_work.h"
#include "demo/ids_of_then.h"
#include "demo/truth.h"

namespace paceline::demo {

struct Past {
  const Truth& truth;
  OrgId org_id;
  const std::map<std::string, User>& users;  ///< by address
  const std::map<CalendarId, WorkingCalendar>& calendars;
  const Zones& zones;
  const Secrets& secrets;
  Instant now;
};

/// Up to now. REQUIRES: the quotas were made when the history began, and all that the reps did is stored.
[[nodiscard]] Result<void> close_the_past(const Past& past, IdsOfThen& ids, Stores& stores);

}  // namespace paceline::demo
