// SPDX-License-Identifier: Apache-2.0
// The quota of a whole team as one number: its pace and its chance from the members' time.
//
// amount x available minutes of all members / their full-time minutes, as in proration.h, each member on the days on
// which they belong to the team and are employed. So leave and holidays lower it; who leaves the team does not: the
// number is the team's. The plan spreads it over the minutes that the members have. Days are days of one person: two
// members who are there for a day are two days, "needed per day" is per person and day.
//   exposure = the sum of the members' full-time days, a day of a ramp worth its share
// What the days to come bring is the sum of what they bring of each member (outlook.h): means add up, and so do
// variances, since the members are judged apart. One thing they share: how little the mean of their team is known. Each
// member's rate leans on it by
//   lean = spread of the member's rate x (rate / mean)^2 / (between + mean_spread)      1: nothing of their own is
//   known variance = sum of the members' + mean_spread x ((sum of leanings)^2 - sum of leanings^2), for each team that
//   the members are of; leaning = lean x what the member brings x mean / rate
// Without such knowledge (a distinct count; nobody was there before) chance and projection are those of reach.h with
// the exposure; nothing is assumed of who does how much. Worked examples: 100 a week together for two; one is away on
// two of five days: 100 * (2400 + 1440) / 4800 = 80. Two new members of a team of 10 a day, whose mean is known to +-20
// % (0.04) and whose reps differ by +-30 % (0.09), have two days each: 40 with the spread (2 x 0.13 x 20^2 + 0.04 x 2 x
// 20^2) / 40^2 = 0.085.
#pragma once

#include "quota/outlook.h"
#include "quota/pace.h"

namespace paceline {

/// One member: the days of the period on which they belong to the team, and where they are in time.
struct TeamMember {
  std::vector<QuotaDay> days;
  WorkTime time;
  PaceMoment moment;
  std::optional<Outlook> outlook;  ///< from the past weeks of the member and of the own team
};

/// What a version asks of the team as one number; none: nothing.
[[nodiscard]] std::optional<Amounts> asked_together(const QuotaVersion& version, TeamId team_id);

/// The days of a period on which the person belongs to the team, or to a part of it, and is employed. Each asks what
/// the team is asked.
[[nodiscard]] std::vector<QuotaDay> team_days(const Quota& quota, TeamId team_id, const Placement& placement,
                                              const Company& company, const WorkTime& time, Period period);

/// What the members' days to come bring together; none when nothing is known of somebody who has such days.
[[nodiscard]] std::optional<Coming> coming_together(const std::vector<TeamMember>& members);

/// `counted_by_day` is the team's: a contact once where the rule says so; `money`: minor units. Returns the codes of
/// reach.h.
[[nodiscard]] Result<Pace> team_pace_of(const std::vector<TeamMember>& members,
                                        const std::map<Day, std::int64_t>& counted_by_day, Day today,
                                        bool money = false);

}  // namespace paceline
