// SPDX-License-Identifier: Apache-2.0
// The company's definitions as they are.
#pragma once

#include "api/forms/apply.h"

namespace paceline::api::form {

/// What is defined now, as apply takes it again.
struct DefinitionsNow {
  NewSettings organisation;
  std::vector<Calendar> calendars;
  std::vector<CalendarDay> closing_days;
  std::vector<NewTeam> teams;
  std::vector<NewPhase> phases;
  std::vector<NewRamp> ramps;
  std::vector<NewUser> users;
  std::vector<NewWorkWeek> part_time;
  std::vector<NewLeave> leave;
  std::vector<NewKind> kinds;
  std::vector<NewQuota> quotas;
};
BOOST_DESCRIBE_STRUCT(DefinitionsNow, (),
                      (organisation, calendars, closing_days, teams, phases, ramps, users, part_time, leave, kinds,
                       quotas))

}  // namespace paceline::api::form
