// SPDX-License-Identifier: Apache-2.0
#include "api/handlers.h"
#include "api/leads_to_forms.h"
#include "api/pages.h"
#include "api/subjects.h"
#include "team/monitoring.h"

namespace paceline::api {
namespace {

constexpr int kUsualDays = 28;
constexpr int kUsualWithinDays = 14;

template <class Query>
LeadsToQuestion question_of(const Query& query, Day today, Instant now) {
  const Day to = query.to.value_or(today + 1);
  const Day from = query.from.value_or(to - kUsualDays);
  const int within = query.within_days ? static_cast<int>(query.within_days->value) : kUsualWithinDays;
  return {{from, to}, within, now};
}

template <class Query>
Result<LeadsToFacts> facts_of_rep(const Call& call, const Query& query, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const User rep, rep_for(Right::read_figures, call.path_text("rep"), call, backend, stores.people));
  const Instant now = backend.clock.now();
  PACELINE_TRY(const LocalTime local, backend.zones.local(now, rep.zone));
  PACELINE_TRY(auto facts, leads_to_facts_of(rep, question_of(query, local.day, now), stores));
  PACELINE_CHECK(note_look(call, rep, Looked::leads_to, backend));
  return facts;
}

template <class Query>
Result<LeadsToQuestion> question_of_team(const Query& query, const Backend& backend, Stores& stores) {
  const Instant now = backend.clock.now();
  PACELINE_TRY(const Organisation organisation, stores.people.organisation());
  PACELINE_TRY(const LocalTime local, backend.zones.local(now, organisation.zone));
  return question_of(query, local.day, now);
}

Result<form::LeadsTo> of_team(const Call& call, const form::LeadsToQuery& query, const Backend& backend,
                              Stores& stores) {
  PACELINE_TRY(const Team team, team_for(Right::read_sums, call.path_text("team"), call, stores.people));
  PACELINE_TRY(const LeadsToQuestion question, question_of_team(query, backend, stores));
  PACELINE_TRY(TeamLeadsToFacts read, leads_to_facts_of(team.team_id, question, stores));
  if (!sees_single_reps(call.actor())) {
    PACELINE_TRY(const Company company, stores.people.company());
    if (!shown_sums(company, read.people).contains(team.team_id)) {
      form::LeadsTo hidden{question.period.from, question.period.to, question.within_days, 0, 0, {}, {}, {}, {}};
      hidden.why_absent = form::WhyAbsent::too_few_people;
      return hidden;
    }
    const LeadsToFacts of_many = of_many_reps(std::move(read.facts), kFewestPeople);
    return leads_to_form(leads_to(of_many), of_many);
  }
  return leads_to_form(leads_to(read.facts), read.facts);
}

Result<form::List<form::LeadsToActivity>> rows_of(const Call& call, const LeadsToFacts& facts,
                                                  const form::LeadsToRowsQuery& query, const Backend& backend,
                                                  Stores& stores) {
  PACELINE_TRY(const auto page, page_of(asked_rows(facts, query), query));
  std::set<RepId> reps;
  for (const Followed& row : page.items) reps.insert(row.activity->rep_id);
  PACELINE_CHECK(note_looks(call, reps, Looked::leads_to, backend, stores.people));
  form::List<form::LeadsToActivity> list{{}, page.next};
  for (const Followed& row : page.items) {
    PACELINE_TRY(auto form, row_form(row, stores.contacts));
    list.items.push_back(std::move(form));
  }
  return list;
}

using Rows = form::List<form::LeadsToActivity>;

}  // namespace

void add_leads_to_handlers(Router& router, const Backend& backend) {
  router.on("get_rep_leads_to", [&backend](const Call& call, const form::LeadsToQuery& query) {
    return reading<form::LeadsTo>(call, backend, [&](Stores& stores) -> Result<form::LeadsTo> {
      PACELINE_TRY(const LeadsToFacts facts, facts_of_rep(call, query, backend, stores));
      return leads_to_form(leads_to(facts), facts);
    });
  });

  router.on("get_team_leads_to", [&backend](const Call& call, const form::LeadsToQuery& query) {
    return reading<form::LeadsTo>(call, backend, [&](Stores& stores) { return of_team(call, query, backend, stores); });
  });

  router.on("list_rep_leads_to_activities", [&backend](const Call& call, const form::LeadsToRowsQuery& query) {
    return reading<Rows>(call, backend, [&](Stores& stores) -> Result<Rows> {
      PACELINE_TRY(const LeadsToFacts facts, facts_of_rep(call, query, backend, stores));
      return rows_of(call, facts, query, backend, stores);
    });
  });

  router.on("list_team_leads_to_activities", [&backend](const Call& call, const form::LeadsToRowsQuery& query) {
    return reading<Rows>(call, backend, [&](Stores& stores) -> Result<Rows> {
      PACELINE_TRY(const Team team, team_for(Right::read_figures, call.path_text("team"), call, stores.people));
      PACELINE_TRY(const LeadsToQuestion question, question_of_team(query, backend, stores));
      PACELINE_TRY(const TeamLeadsToFacts read, leads_to_facts_of(team.team_id, question, stores));
      return rows_of(call, read.facts, query, backend, stores);
    });
  });
}

}  // namespace paceline::api
