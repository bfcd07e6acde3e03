// SPDX-License-Identifier: Apache-2.0
#include "api/evidence_form.h"
#include "api/figures.h"
#include "api/forms/team.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/pages.h"
#include "api/quota_sight.h"
#include "api/references.h"
#include "api/subjects.h"
#include "app/read_evidence.h"
#include "app/read_team_sums.h"

namespace paceline::api {
namespace {

/// The quota, rep and period that a path and its query name.
struct QuotaAsked {
  User rep;
  QuotaInForce quota;
};

template <class Query>
Result<QuotaAsked> asked(const Call& call, const Query& query, AsOf when, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const User rep, rep_for(Right::read_figures, name_of(query.rep), call, backend, stores.people));
  PACELINE_TRY(const Quota quota, quota_named(call.path_text("quota"), stores.quotas));
  PACELINE_TRY(const Weekday week_start, stores.people.week_start_of(rep.user_id));
  PACELINE_TRY(const LocalTime local, backend.zones.local(when.as_of, rep.zone));
  NamedPeriod period = period_on(quota, local.day, week_start).value_or(NamedPeriod{PeriodKind::span, {}});
  if (quota.span) period.span = *quota.span;
  if (query.period) {
    const auto parsed = parse_period(query.period->value, week_start);
    if (!parsed) return fail(Fault::invalid, parsed.error().code, "?period");
    const bool fits = parsed->kind == quota.period_kind && (!quota.span || parsed->span == *quota.span);
    if (!fits) return fail(Fault::invalid, "quota.period.other_kind", "?period");
    period = *parsed;
  }
  PACELINE_TRY(auto in_force, quota_in_force(quota, rep.user_id, period, stores));
  return QuotaAsked{rep, std::move(in_force)};
}

std::vector<form::Pace> forms_of(const std::vector<RepPace>& paces, const User& rep, AsOf when) {
  std::vector<form::Pace> forms;
  forms.reserve(paces.size());
  for (const RepPace& pace : paces) forms.push_back(pace_form(pace, rep, when.as_of));
  return forms;
}

/// Every quota has the rep's time with it.
TimeOnDay today_of(const std::vector<RepPace>& paces) {
  if (paces.empty()) return {};
  return time_on_day(paces.front().quota.time, paces.front().moment.day);
}

/// The reps who belong to one of the teams on that day, by name.
Result<std::vector<Placement>> members_of(const std::set<TeamId>& teams, Day day, PeopleStore& people) {
  PACELINE_TRY(auto placements, people.placements_of(std::vector<TeamId>(teams.begin(), teams.end())));
  std::erase_if(placements, [&](const Placement& each) {
    const auto team = team_on(each, day);
    return each.user.role != Role::rep || !each.user.active || !team || !teams.contains(*team);
  });
  return placements;
}

/// The members of that day whose figures the caller may see today: who moved away since, or comes later, is another's.
Result<std::vector<Placement>> members_in_sight(TeamId team_id, Day day, const Call& call, const Backend& backend,
                                                PeopleStore& people) {
  PACELINE_TRY(const Company company, people.company());
  std::set<TeamId> teams = parts_of(company, team_id);
  teams.insert(team_id);
  PACELINE_TRY(const auto members, members_of(teams, day, people));
  std::vector<Placement> in_sight;
  for (const Placement& member : members) {
    PACELINE_TRY(const LocalTime today, backend.zones.local(backend.clock.now(), member.user.zone));
    const Whose whose = relation_to(call.actor(), member.user.user_id, team_on(member, today.day));
    if (authorise(call.actor(), Right::read_figures, whose)) in_sight.push_back(member);
  }
  return in_sight;
}

Result<form::List<form::RepPace>> team_pace(const Call& call, const form::MomentPageQuery& query,
                                            const Backend& backend, Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(const Team team, team_for(Right::read_figures, call.path_text("team"), call, stores.people));
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const LocalTime local, backend.zones.local(when.as_of, organisation.zone));
  PACELINE_TRY(auto members, members_in_sight(team.team_id, local.day, call, backend, stores.people));
  PACELINE_TRY(auto page, page_of(std::move(members), query));
  PACELINE_TRY(const QuotaBook book, read_book(stores));
  PACELINE_TRY(const auto reps, terms_of(std::move(page.items), stores));
  PACELINE_TRY(const auto paces, read_paces(book, reps, when, backend.zones, stores));
  form::List<form::RepPace> list{{}, page.next};
  for (std::size_t at = 0; at < reps.size(); ++at) {
    const User& rep = reps[at].placement.user;
    list.items.push_back({rep.user_id, rep.name, today_of(paces[at]), forms_of(paces[at], rep, when)});
    PACELINE_CHECK(note_look(call, rep, Looked::team, backend));
  }
  return list;
}

Result<form::List<form::TeamTotal>> team_totals(const Call& call, const form::MomentQuery& query,
                                                const Backend& backend, Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(const Team team, team_for(Right::read_sums, call.path_text("team"), call, stores.people));
  form::List<form::TeamTotal> list;
  if (sees_single_reps(call.actor())) {
    PACELINE_TRY(const auto totals, read_team_totals(team.team_id, when, backend.zones, stores));
    for (const TeamTotal& total : totals) list.items.push_back(total_form(total));
    return list;
  }
  PACELINE_TRY(const auto sums, read_team_sums(team.team_id, when, backend.zones, stores));
  for (const TeamSum& sum : sums) list.items.push_back(sum_form(sum));
  return list;
}

Result<std::vector<form::Quota>> quotas_in_sight(const Call& call, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const QuotaSight sight, QuotaSight::of(call, backend, stores));
  std::vector<form::Quota> forms;
  for (const Quota& quota : sight.quotas()) {
    if (sight.is_in_sight(quota)) forms.push_back(sight.form_of(quota));
  }
  return forms;
}

}  // namespace

void add_quota_handlers(Router& router, const Backend& backend) {
  router.on("list_quotas", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::Quota>>(call, backend, [&](Stores& stores) -> Result<form::List<form::Quota>> {
      PACELINE_TRY(auto quotas, quotas_in_sight(call, backend, stores));
      return page_of(std::move(quotas), query);
    });
  });

  router.on("get_rep_pace", [&backend](const Call& call, const form::MomentQuery& query) {
    return reading<form::List<form::Pace>>(call, backend, [&](Stores& stores) -> Result<form::List<form::Pace>> {
      PACELINE_TRY(const User rep, rep_for(Right::read_figures, call.path_text("rep"), call, backend, stores.people));
      PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
      PACELINE_TRY(const QuotaBook book, read_book_of(rep.user_id, stores));
      PACELINE_TRY(RepTerms terms, terms_of(rep.user_id, stores));
      PACELINE_TRY(const auto paces, read_paces(book, {std::move(terms)}, when, backend.zones, stores));
      PACELINE_CHECK(note_look(call, rep, Looked::pace, backend));
      return form::List<form::Pace>{forms_of(paces.front(), rep, when), {}};
    });
  });

  router.on("get_team_pace", [&backend](const Call& call, const form::MomentPageQuery& query) {
    return reading<form::List<form::RepPace>>(call, backend,
                                              [&](Stores& stores) { return team_pace(call, query, backend, stores); });
  });

  router.on("get_team_totals", [&backend](const Call& call, const form::MomentQuery& query) {
    return reading<form::List<form::TeamTotal>>(
        call, backend, [&](Stores& stores) { return team_totals(call, query, backend, stores); });
  });

  router.on("get_quota_pace", [&backend](const Call& call, const form::PaceQuery& query) {
    return reading<form::PaceDetail>(call, backend, [&](Stores& stores) -> Result<form::PaceDetail> {
      PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
      PACELINE_TRY(const QuotaAsked found, asked(call, query, when, backend, stores));
      PACELINE_TRY(const RepPace pace, read_pace(found.quota, found.rep, when, backend.zones, stores));
      PACELINE_CHECK(note_look(call, found.rep, Looked::pace, backend));
      return pace_detail(pace, found.rep, when.as_of);
    });
  });

  router.on("get_quota_evidence", [&backend](const Call& call, const form::EvidenceQuery& query) {
    return reading<form::Evidence>(call, backend, [&](Stores& stores) -> Result<form::Evidence> {
      PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
      PACELINE_TRY(const QuotaAsked found, asked(call, query, when, backend, stores));
      PACELINE_TRY(auto verdicts, read_evidence(found.quota, found.rep.user_id, when.as_of, stores));
      PACELINE_CHECK(note_look(call, found.rep, Looked::evidence, backend));
      return evidence_form(found.quota, std::move(verdicts), query, stores);
    });
  });
}

}  // namespace paceline::api
