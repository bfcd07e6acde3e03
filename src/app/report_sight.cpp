// SPDX-License-Identifier: Apache-2.0
#include "app/report_sight.h"

#include <algorithm>

namespace paceline {

Result<ReportReader> ReportReader::make(const Actor& actor, Day today, Stores& stores) {
  ReportReader reader(actor, today, stores);
  PACELINE_TRY(reader.company_, stores.people.company());
  if (!actor.user_id) return reader;
  PACELINE_TRY(auto placement, stores.people.placement_of(actor.user_id));
  if (placement) reader.own_ = *std::move(placement);
  return reader;
}

Result<const Placement*> ReportReader::placement_of(RepId rep_id) {
  const auto known = placements_.find(rep_id);
  if (known != placements_.end()) return &known->second;
  PACELINE_TRY(auto placement, stores_.people.placement_of(rep_id));
  if (!placement) return fail(Fault::not_found, "rep.not_found");
  return &placements_.emplace(rep_id, *std::move(placement)).first->second;
}

Result<Whose> ReportReader::whose(RepId rep_id) {
  PACELINE_TRY(const Placement* placement, placement_of(rep_id));
  return relation_to(actor_, rep_id, team_on(*placement, today_));
}

bool ReportReader::was_in_own_team(const ReportDay& day) const {
  const auto own = team_on(own_, day.day);
  return own && day.team_id && day.is_asked() && steps_up(company_, *day.team_id, *own).has_value();
}

/// By memberships alone, so that the days of a report are read for few reps only.
Result<bool> ReportReader::was_ever_in_own_team(RepId rep_id) {
  PACELINE_TRY(const Placement* placement, placement_of(rep_id));
  const auto own = [&](const Membership& m) {
    return m.team_id && std::any_of(own_.memberships.begin(), own_.memberships.end(), [&](const Membership& mine) {
             return mine.team_id && steps_up(company_, *m.team_id, *mine.team_id).has_value();
           });
  };
  return std::any_of(placement->memberships.begin(), placement->memberships.end(), own);
}

Result<std::vector<RepId>> ReportReader::ever_in(const std::set<TeamId>& teams) {
  std::set<TeamId> all;
  for (const TeamId team : teams) {
    all.insert(team);
    all.merge(parts_of(company_, team));
  }
  PACELINE_TRY(auto placements, stores_.people.placements_of(std::vector<TeamId>(all.begin(), all.end())));
  std::set<RepId> reps;
  for (Placement& each : placements) {
    const RepId rep_id = each.user.user_id;
    reps.insert(rep_id);
    placements_.emplace(rep_id, std::move(each));
  }
  return std::vector<RepId>(reps.begin(), reps.end());
}

Result<std::optional<std::vector<RepId>>> ReportReader::people(Right right) {
  if (authorise(actor_, right, Whose::other_team)) return std::nullopt;
  std::vector<RepId> people{actor_.user_id};
  if (!authorise(actor_, right, Whose::own_team)) return std::optional(std::move(people));
  std::set<TeamId> teams;
  if (actor_.team_id) teams.insert(*actor_.team_id);
  for (const Membership& own : own_.memberships) {
    if (own.team_id && right == Right::read_figures) teams.insert(*own.team_id);
  }
  PACELINE_TRY(const auto ever, ever_in(teams));
  for (const RepId rep_id : ever) {
    PACELINE_TRY(const Whose relation, whose(rep_id));
    const bool today = relation == Whose::own_team;
    if (rep_id != actor_.user_id && (today || right == Right::read_figures)) people.push_back(rep_id);
  }
  return std::optional(std::move(people));
}

Result<std::vector<RepId>> ReportReader::members_of(TeamId team) {
  PACELINE_TRY(auto reps, ever_in({team}));
  std::erase_if(reps, [&](RepId rep_id) {
    const auto today = team_on(placements_.at(rep_id), today_);
    return !today || !steps_up(company_, *today, team);
  });
  return reps;
}

Result<ReportSight> ReportReader::sight_of(const PeriodReport& report) {
  PACELINE_TRY(const Whose relation, whose(report.head.rep_id));
  const auto today = authorise(actor_, Right::read_figures, relation);
  if (today) return ReportSight{true, {}};
  ReportSight sight;
  if (today.error().code == "access.monitoring") return sight;
  if (today.error().code != "access.forbidden") return tl::unexpected(today.error());
  // Under a narrower profile who managed the rep then sees no more than who manages the rep now.
  if (actor_.role != Role::manager || !sees_single_reps(actor_)) return sight;
  PACELINE_TRY(const bool ever, was_ever_in_own_team(report.head.rep_id));
  if (!ever) return sight;
  PACELINE_TRY(const auto days, stores_.reports.days_of(report.head.report_id));
  for (const ReportDay& day : days) {
    if (was_in_own_team(day)) sight.days.insert(day.day);
  }
  return sight;
}

}  // namespace paceline
