// SPDX-License-Identifier: Apache-2.0
// Where a rep stands in the company on each day: team, role, phase of the employment. A quota asks by these.
//
// Worked example: joined on 15 September; the phase "probation" of the months 0 to 3 holds 15 September to 14 December.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "base/period.h"
#include "team/user.h"

namespace paceline {

/// A stretch of every employment, in months since its first day.
struct Phase {
  PhaseId phase_id;
  std::string name;
  int from_month = 0;           ///< 0 to 600
  std::optional<int> to_month;  ///< the first month after it; none: for ever
};

/// What of the company decides where somebody stands.
struct Company {
  std::map<TeamId, Team> teams;
  std::map<PhaseId, Phase> phases;
};

struct Placement {
  User user;
  std::vector<Membership> memberships;  ///< oldest first
};

/// None: no team on that day.
[[nodiscard]] std::optional<TeamId> team_on(const Placement& placement, Day day);

/// Steps up from a team to one that it is a part of, 0 for itself; none: it is no part of it.
[[nodiscard]] std::optional<int> steps_up(const Company& company, TeamId team, TeamId whole);

/// The teams that are a part of it, at any depth; not itself.
[[nodiscard]] std::set<TeamId> parts_of(const Company& company, TeamId whole);

/// Is the day in that phase of the rep's employment? Never when the first day of the employment is not known.
[[nodiscard]] bool is_in_phase(const Placement& placement, const Phase& phase, Day day);

/// The days of the employment.
[[nodiscard]] Period employment_of(const User& user);

}  // namespace paceline
