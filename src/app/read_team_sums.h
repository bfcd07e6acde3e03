// SPDX-License-Identifier: Apache-2.0
// What a team as a whole did, where the monitoring profile hides single reps: each sum with the word whether it is
// shown (team/monitoring.h), decided quota by quota and period by period.
//
// What this does not prevent: two quotas that ask almost the same people for almost the same things, and the same sum
// asked twice while one person comes or goes. docs/api/access.md says so.
#pragma once

#include "app/read_team.h"

namespace paceline {

struct TeamSum {
  TeamTotal total;
  bool is_shown = false;
};

[[nodiscard]] Result<std::vector<TeamSum>> read_team_sums(TeamId team_id, AsOf when, const Zones& zones,
                                                          Stores& stores);

}  // namespace paceline
