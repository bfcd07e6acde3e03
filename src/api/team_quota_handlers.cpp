// SPDX-License-Identifier: Apache-2.0
#include "api/evidence_form.h"
#include "api/figures.h"
#include "api/forms/team_quota.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/references.h"
#include "api/subjects.h"
#include "app/read_team_quota.h"
#include "base/enum_text.h"

namespace paceline::api {
namespace {

/// A member knows the team's one number, though not what the others did for it.
Result<Team> team_of_caller(const Call& call, PeopleStore& people) {
  const std::string_view name = call.path_text("team");
  PACELINE_TRY(const auto teams, people.teams());
  PACELINE_TRY(const Company company, people.company());
  const auto id = parse_id<TeamId>(name);
  const auto& own = call.actor().team_id;
  for (const Team& team : teams) {
    const bool named = team.name == name || (id && team.team_id == *id);
    if (named && own && steps_up(company, *own, team.team_id)) return team;
  }
  return team_for(Right::read_sums, name, call, people);
}

form::TeamQuota form_of(const TeamQuota& of_team, const Team& team, Instant as_of) {
  form::TeamQuota form;
  form.quota_id = of_team.quota.quota_id;
  form.key = of_team.quota.key;
  form.name = of_team.quota.name;
  form.rule = of_team.rule;
  form.unit = of_team.rule.unit;
  form.team_id = team.team_id;
  form.team_name = team.name;
  form.period_kind = of_team.period.kind;
  form.period = period_form(of_team.period);
  form.members = of_team.members;
  fill_pace(form, of_team.pace);
  form.as_of = as_of;
  for (const auto& [day, counted] : of_team.counted_by_day) form.days.push_back({day, counted});
  return form;
}

/// Rows say whose they are: for who may see each member's figures.
Result<form::TeamEvidence> evidence_of_team(const Call& call, const form::TeamEvidenceQuery& query,
                                            const Backend& backend, Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(const Team team, team_for(Right::read_figures, call.path_text("team"), call, stores.people));
  PACELINE_TRY(const Quota quota, quota_named(call.path_text("quota"), stores.quotas));
  PACELINE_TRY(auto evidence,
               read_team_evidence(quota, team.team_id, text_of(query.period), when, backend.zones, stores));
  std::map<ActivityId, RepId> reps;
  for (const Evidence& verdict : evidence.verdicts) {
    reps.emplace(verdict.activity.activity_id, verdict.activity.rep_id);
  }
  form::EvidenceQuery rows;
  rows.limit = query.limit;
  rows.cursor = query.cursor;
  rows.counts = query.counts;
  rows.kinds = query.kinds;
  PACELINE_TRY(auto page, evidence_form(evidence.quota, std::move(evidence.verdicts), rows, stores));
  form::TeamEvidence form{{},        page.next,  page.counted, page.not_counted, std::move(page.reasons),
                          page.rule, page.period};
  for (form::EvidenceItem& item : page.items) {
    form::TeamEvidenceItem& row = form.items.emplace_back();
    static_cast<form::EvidenceItem&>(row) = std::move(item);
    row.rep_id = reps.at(row.activity_id);
    PACELINE_TRY(const auto rep, stores.people.find_user(row.rep_id));
    if (!rep) continue;
    row.rep_name = rep->name;
    PACELINE_CHECK(note_look(call, *rep, Looked::evidence, backend));
  }
  return form;
}

/// One number behind which a single rep could be seen is not shown to who may not see one.
Result<bool> names_nobody(const TeamQuota& quota, const Actor& actor, AsOf when, Stores& stores) {
  if (sees_single_reps(actor)) return true;
  PACELINE_TRY(const auto reps, who_counted(quota.shares, when, stores));
  return reps.size() >= static_cast<std::size_t>(kFewestPeople);
}

}  // namespace

void add_team_quota_handlers(Router& router, const Backend& backend) {
  router.on("get_team_quotas", [&backend](const Call& call, const form::MomentQuery& query) {
    return reading<form::List<form::TeamQuota>>(
        call, backend, [&](Stores& stores) -> Result<form::List<form::TeamQuota>> {
          PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
          PACELINE_TRY(const Team team, team_of_caller(call, stores.people));
          PACELINE_TRY(const auto quotas, read_team_quotas(team.team_id, when, backend.zones, stores));
          form::List<form::TeamQuota> list;
          for (const TeamQuota& quota : quotas) {
            PACELINE_TRY(const bool is_shown, names_nobody(quota, call.actor(), when, stores));
            if (is_shown) list.items.push_back(form_of(quota, team, when.as_of));
          }
          return list;
        });
  });

  router.on("get_team_quota_evidence", [&backend](const Call& call, const form::TeamEvidenceQuery& query) {
    return reading<form::TeamEvidence>(call, backend,
                                       [&](Stores& stores) { return evidence_of_team(call, query, backend, stores); });
  });
}

}  // namespace paceline::api
