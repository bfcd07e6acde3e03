// SPDX-License-Identifier: Apache-2.0
// Who may read which days of a period report.
//
// Whoever may read the rep's figures today reads the whole of it. Who managed the rep on some day of the period that
// the quota asked reads it too, after the rep moved away: the report as such (amount, counted, verdict), but of days,
// rows and adjustments only those of the days on which the rep was in the own team. docs/api/access.md.
#pragma once

#include "app/actor.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

/// The days that somebody may read; none: not the report at all.
struct ReportSight {
  bool whole = false;
  std::set<Day> days;
  [[nodiscard]] bool any() const { return whole || !days.empty(); }
  [[nodiscard]] bool sees(Day day) const { return whole || days.contains(day); }
};

/// Answers for many reports of one reader: what was read of a rep is kept.
class ReportReader {
 public:
  /// `today`: of the organisation. Reads where the actor stood on each day.
  [[nodiscard]] static Result<ReportReader> make(const Actor& actor, Day today, Stores& stores);

  /// Returns forbidden as authorise() does for a token of too small a scope.
  [[nodiscard]] Result<ReportSight> sight_of(const PeriodReport& report);
  /// What the reader is to the rep today.
  [[nodiscard]] Result<Whose> whose(RepId rep_id);
  /// Whose reports the reader can have a sight of at all by this right: none: everybody's. Of read_figures these are
  /// also the reps who ever were in a team that was the reader's: sight_of() says of which reports.
  [[nodiscard]] Result<std::optional<std::vector<RepId>>> people(Right right);
  /// Who is in the team, or in a part of it, today.
  [[nodiscard]] Result<std::vector<RepId>> members_of(TeamId team);

 private:
  ReportReader(const Actor& actor, Day today, Stores& stores) : actor_(actor), today_(today), stores_(stores) {}
  [[nodiscard]] bool was_in_own_team(const ReportDay& day) const;
  [[nodiscard]] Result<bool> was_ever_in_own_team(RepId rep_id);

  const Actor& actor_;
  Day today_;
  Stores& stores_;
  Placement own_;
  Company company_;
  std::map<RepId, Placement> placements_;
  [[nodiscard]] Result<const Placement*> placement_of(RepId rep_id);
  /// Everybody who ever belonged to one of the teams or a part of it; keeps where they stood.
  [[nodiscard]] Result<std::vector<RepId>> ever_in(const std::set<TeamId>& teams);
};

}  // namespace paceline
