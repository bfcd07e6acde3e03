// SPDX-License-Identifier: Apache-2.0
// The quota of a whole team as one number: its pace and its chance from the members' time.
//
// amount x available minutes of all members / their full-time minutes, as in proration.h, each member on the days on
// which they belong to the team and are employed. So leave and holidays lower it; who leaves the team does not: the
// number is the team's. The plan spreads it over the minutes that the members have. Days are days of one person: two
// members who are there for a day are two days, "needed per day" is per person and day.
//   exposure = the sum of the members' full-time days, a day of a ramp worth its share
// Chance and projection are those of reach.h with that exposure; nothing is assumed of who does how much.
// Worked example: 100 a week together for two; one is away on two of five days: 100 * (2400 + 1440) / 4800 = 80.
#pragma once

#include "quota/pace.h"

namespace paceline {

/// One member: the days of the period on which they belong to the team, and where they are in time.
struct TeamMember {
  std::vector<QuotaDay> days;
  WorkTime time;
  PaceMoment moment;
};

/// What a version asks of the team as one number; none: nothing.
[[nodiscard]] std::optional<Amounts> asked_together(const QuotaVersion& version, TeamId team_id);

/// The days of a period on which the person belongs to the team, or to a part of it, and is employed. Each asks what
/// the team is asked.
[[nodiscard]] std::vector<QuotaDay> team_days(const Quota& quota, TeamId team_id, const Placement& placement,
                                              const Company& company, const WorkTime& time, Period period);

/// `counted_by_day` is the team's: a contact once where the rule says so. Returns the codes of reach.h.
[[nodiscard]] Result<Pace> team_pace_of(const std::vector<TeamMember>& members,
                                        const std::map<Day, std::int64_t>& counted_by_day, const PacePrior& prior,
                                        Day today);

/// What is known of each member's rate as what is known of the rate of one of them: events and days add up.
[[nodiscard]] PacePrior prior_together(const std::vector<PacePrior>& priors);

}  // namespace paceline
