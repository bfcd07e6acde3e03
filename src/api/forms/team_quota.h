// SPDX-License-Identifier: Apache-2.0
// The quota of a whole team as one number.
#pragma once

#include "api/forms/team.h"

namespace paceline::api::form {

/// Members as in a Pace of one rep, but days are days of one person: two members who are there for a day are two.
struct TeamQuota {
  QuotaId quota_id;
  std::string key;
  std::string name;
  Rule rule;
  Unit unit = Unit::activities;
  TeamId team_id;
  std::string team_name;
  PeriodKind period_kind = PeriodKind::week;
  Period period;
  int members = 0;  ///< who belong to the team on some day of the period
  std::int64_t amount = 0;
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  std::int64_t amount_full = 0;
  std::vector<ProrationPart> proration;
  std::int64_t minutes_full = 0;
  std::int64_t counted = 0;
  std::optional<double> attainment;
  double expected_by_now = 0;
  std::optional<double> pace_ratio;
  std::optional<double> needed_per_day;  ///< of one person
  WorkingDays working_days;
  std::optional<CountBand> band;  ///< null for money, and so projection and p_reach
  std::optional<Projection> projection;
  std::optional<double> p_reach;
  std::optional<std::string> why_p_reach;
  std::optional<Grade> grade;
  PaceState state = PaceState::not_started;
  Instant as_of;
  std::vector<DayCount> days;
};
BOOST_DESCRIBE_STRUCT(TeamQuota, (),
                      (quota_id, key, name, rule, unit, team_id, team_name, period_kind, period, members, amount, floor,
                       stretch, amount_full, proration, minutes_full, counted, attainment, expected_by_now, pace_ratio,
                       needed_per_day, working_days, band, projection, p_reach, why_p_reach, grade, state, as_of, days))

/// Why an activity of a member counts or does not for the team's one number.
struct TeamEvidenceItem : EvidenceItem {
  RepId rep_id;
  std::string rep_name;
};
BOOST_DESCRIBE_STRUCT(TeamEvidenceItem, (EvidenceItem), (rep_id, rep_name))

struct TeamEvidence {
  std::vector<TeamEvidenceItem> items;
  std::optional<std::string> next;
  std::int64_t counted = 0;
  std::int64_t not_counted = 0;
  std::vector<ReasonCount> reasons;
  Rule rule;
  Period period;
};
BOOST_DESCRIBE_STRUCT(TeamEvidence, (), (items, next, counted, not_counted, reasons, rule, period))

struct TeamEvidenceQuery : MomentPageQuery {
  std::optional<json::Text<1, 22>> period;  ///< key; absent: the current one, or the span
  std::optional<Counting> counts;           ///< absent: all
  std::optional<KindsShown> kinds;          ///< absent: all
};
BOOST_DESCRIBE_STRUCT(TeamEvidenceQuery, (MomentPageQuery), (period, counts, kinds))

}  // namespace paceline::api::form
