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
  std::vector<NewProductLine> product_lines;
  std::vector<NewTerritory> territories;
  std::vector<NewPipeline> pipelines;
  std::vector<NewCurrencyRate> currency_rates;
  std::vector<NewQuota> quotas;
};
BOOST_DESCRIBE_STRUCT(DefinitionsNow, (),
                      (organisation, calendars, closing_days, teams, phases, ramps, users, part_time, leave, kinds,
                       product_lines, territories, pipelines, currency_rates, quotas))

}  // namespace paceline::api::form
