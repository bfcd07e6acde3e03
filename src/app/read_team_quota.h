// SPDX-License-Identifier: Apache-2.0
// The quotas of a team as one number: what its members did together, and the rows behind it.
//
// Members are the reps who belong to the team, or to a part of it, on some day of the period, each counted on those
// days. A contact (account) counts once for the team: the earliest of all members decides.
#pragma once

#include "app/read_team.h"
#include "quota/team_pace.h"

namespace paceline {

struct TeamQuota {
  Quota quota;
  Rule rule;  ///< of the last day that asks
  NamedPeriod period;
  int members = 0;
  Pace pace;
  std::map<Day, std::int64_t> counted_by_day;
  std::vector<TeamShare> shares;  ///< of each member
};

/// Those of that team itself, not of its parts, in the period of the moment; by name.
[[nodiscard]] Result<std::vector<TeamQuota>> read_team_quotas(TeamId team_id, AsOf when, const Zones& zones,
                                                              Stores& stores);

/// The rows behind it, oldest first, of all members. Of several who reached one contact the later ones are
/// already_counted.
struct TeamEvidence {
  QuotaInForce quota;  ///< of one member: rule and period are the team's
  std::vector<Evidence> verdicts;
};

/// `period` none: that of the moment. Returns not_found "quota.not_for_team" when the team is asked nothing then,
/// invalid "quota.period.other_kind".
[[nodiscard]] Result<TeamEvidence> read_team_evidence(const Quota& quota, TeamId team_id,
                                                      const std::optional<std::string>& period, AsOf when,
                                                      const Zones& zones, Stores& stores);

}  // namespace paceline
