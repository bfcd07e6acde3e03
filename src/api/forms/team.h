// SPDX-License-Identifier: Apache-2.0
// People whose figures the acting user may see, and the pace of a team.
#pragma once

#include "api/forms/quota.h"
#include "team/time_on_day.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(TimeOnDay, (), (away_until, ramp_percent, hours_percent))

}  // namespace paceline

namespace paceline::api::form {

struct Rep {
  RepId rep_id;
  std::string name;
  std::string email;
  std::optional<Team> team;
};
BOOST_DESCRIBE_STRUCT(Rep, (), (rep_id, name, email, team))

/// A team in the tree.
struct TeamNode {
  TeamId team_id;
  std::string name;
  std::optional<TeamId> parent_id;  ///< the team that it is a part of
};
BOOST_DESCRIBE_STRUCT(TeamNode, (), (team_id, name, parent_id))

struct RepPace {
  RepId rep_id;
  std::string rep_name;
  TimeOnDay today;  ///< of whoever has a quota; else nothing is said
  std::vector<Pace> quotas;
};
BOOST_DESCRIBE_STRUCT(RepPace, (), (rep_id, rep_name, today, quotas))

struct DayCount {
  Day day;
  std::int64_t counted = 0;
};
BOOST_DESCRIBE_STRUCT(DayCount, (), (day, counted))

BOOST_DEFINE_ENUM_CLASS(WhyAbsent, too_few_people)

/// What a team as a whole did of a quota, each member on the days on which they belonged to it. Where the monitoring
/// profile hides single reps, sums of fewer than five are absent (team/monitoring.h), and so are all days.
struct TeamTotal {
  QuotaId quota_id;
  std::string key;
  std::string name;
  Rule rule;
  Unit unit = Unit::activities;
  PeriodKind period_kind = PeriodKind::week;
  Period period;
  int reps = 0;                         ///< who were asked as one of the team
  std::optional<std::int64_t> amount;   ///< the sum of what they were asked
  std::optional<std::int64_t> counted;  ///< a contact or account once, however many of them reached it
  std::vector<DayCount> days;
  std::optional<WhyAbsent> why_absent;
};
BOOST_DESCRIBE_STRUCT(TeamTotal, (),
                      (quota_id, key, name, rule, unit, period_kind, period, reps, amount, counted, days, why_absent))

}  // namespace paceline::api::form
