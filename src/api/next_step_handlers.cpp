// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "api/forms/next_step.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/opportunity_forms.h"
#include "api/opportunity_sight.h"
#include "api/pages.h"
#include "api/references.h"
#include "app/opportunity_now.h"

namespace paceline::api {
namespace {

/// Whose the opportunity is, which the caller may edit.
Result<RepId> rep_of_opportunity(OpportunityId id, const Call& call, const Backend& backend) {
  Stores& stores = call.stores();
  PACELINE_TRY(const auto now, opportunity_in_turn(id, stores.opportunities));
  PACELINE_CHECK(may_with_rep(Right::edit_opportunities, now.rep_id, call, backend, stores.people));
  if (now.state == OpportunityState::voided) return fail(Fault::conflict, "opportunity.voided");
  return now.rep_id;
}

Result<form::NextStep> add_next_step(const Call& call, const form::NewNextStep& form, const Backend& backend) {
  PACELINE_TRY(const auto id, call.path_id<OpportunityId>("opportunity"));
  PACELINE_TRY(const RepId rep_id, rep_of_opportunity(id, call, backend));
  PACELINE_TRY(const auto contact_id, contact_named(form.contact_id, {}, call.stores().contacts));
  PACELINE_CHECK(may_with_named_contact(Right::read_contacts, contact_id, call, backend));
  if (contact_id) {
    PACELINE_TRY(const auto contact, call.stores().contacts.find_contact(*contact_id));
    if (!contact) return fail(Fault::invalid, "contact.unknown", "/contact_id");
  }
  const Instant now = backend.clock.now();
  const NextStep step{backend.ids.make<NextStepId>(),
                      id,
                      contact_id,
                      rep_id,
                      form.what.value,
                      form.due_at,
                      NextStepState::open,
                      now,
                      now,
                      call.actor().user_id,
                      {},
                      {}};
  PACELINE_CHECK(call.stores().next_steps.add(step));
  PACELINE_CHECK(call.stores().ledger.tell("opportunity", rep_id, now));
  return next_step_form(step);
}

Result<form::NextStep> end_next_step(const Call& call, const form::EndNextStep& form, const Backend& backend) {
  Stores& stores = call.stores();
  PACELINE_TRY(const auto id, call.path_id<NextStepId>("next_step"));
  PACELINE_TRY(auto step, stores.next_steps.find(id));
  if (!step) return fail(Fault::not_found, "next_step.not_found");
  PACELINE_CHECK(may_with_rep(Right::edit_opportunities, step->rep_id, call, backend, stores.people));
  if (form.state == NextStepState::open || form.state == NextStepState::given)
    return fail(Fault::invalid, "next_step.state.open", "/state");
  const Instant now = backend.clock.now();
  PACELINE_TRY(const bool ended, stores.next_steps.end(id, form.state, call.actor().user_id, now));
  if (!ended) return fail(Fault::conflict, "next_step.ended");
  PACELINE_CHECK(stores.ledger.tell("opportunity", step->rep_id, now));
  step->state = form.state;
  step->ended_at = now;
  return next_step_form(*step);
}

}  // namespace

void add_next_step_handlers(Router& router, const Backend& backend) {
  router.on("add_next_step",
            [&backend](const Call& call, const form::NewNextStep& form) { return add_next_step(call, form, backend); });
  router.on("end_next_step",
            [&backend](const Call& call, const form::EndNextStep& form) { return end_next_step(call, form, backend); });
  router.on("list_next_steps", [&backend](const Call& call, const form::NextStepsQuery& query) {
    using NextSteps = form::List<form::NextStep>;
    return reading<NextSteps>(call, backend, [&](Stores& stores) -> Result<NextSteps> {
      PACELINE_TRY(const User rep,
                   rep_for(Right::read_opportunities, api::name_of(query.rep), call, backend, stores.people));
      PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
      const Instant due_before = query.due_before.value_or(kEver);
      PACELINE_TRY(const auto steps, when.is_now() ? stores.next_steps.open_of(rep.user_id, due_before)
                                                   : stores.next_steps.open_of_at(rep.user_id, due_before, when.as_of));
      std::vector<form::NextStep> forms;
      forms.reserve(steps.size());
      for (const NextStep& step : steps) forms.push_back(next_step_form(step, when.as_of));
      return page_of(std::move(forms), query);
    });
  });
}

}  // namespace paceline::api
