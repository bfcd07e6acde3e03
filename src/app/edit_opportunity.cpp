// SPDX-License-Identifier: Apache-2.0
#include "app/edit_opportunity.h"

#include <algorithm>

#include "app/edit_appointment.h"
#include "app/opportunity_facts.h"
#include "app/sales_of_opportunity.h"
#include "base/enum_text.h"
#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::size_t kLongestOpportunityKey = 200;

Result<EditGround> ground_of(Pipeline pipeline, const OpportunityNow* now, Stores& stores) {
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const auto currency, Currency::parse(organisation.currency));
  PACELINE_TRY(auto lines, stores.pipelines.product_lines());
  return EditGround{std::move(pipeline), std::move(lines), currency, now};
}

Pipeline usual_pipeline_with_ids(Ids& ids) {
  Pipeline pipeline = usual_pipeline();
  pipeline.pipeline_id = ids.make<PipelineId>();
  for (Stage& stage : pipeline.stages) stage.stage_id = ids.make<StageId>();
  return pipeline;
}

/// The usual pipeline, made when an organisation without one sells for the first time.
Result<Pipeline> make_usual_pipeline(const EditContext& context, Stores& stores) {
  PACELINE_CHECK(stores.people.take_turn_of_definitions());
  PACELINE_TRY(auto there, stores.pipelines.pipelines());
  if (!there.empty()) return std::move(there.front());
  Pipeline pipeline = usual_pipeline_with_ids(context.ids);
  PACELINE_CHECK(stores.pipelines.put_pipeline(pipeline));
  return pipeline;
}

/// `only_checked`: the usual one is not made.
Result<Pipeline> pipeline_named(const std::optional<std::string>& name, bool only_checked, const EditContext& context,
                                Stores& stores) {
  PACELINE_TRY(auto all, stores.pipelines.pipelines());
  if (all.empty() && !name && only_checked) return usual_pipeline_with_ids(context.ids);
  if (all.empty() && !name) return make_usual_pipeline(context, stores);
  const auto id = name ? parse_id<PipelineId>(*name) : Result<PipelineId>(PipelineId());
  const auto found = std::find_if(all.begin(), all.end(), [&](const Pipeline& pipeline) {
    const bool named = !name || pipeline.key == *name || (id && pipeline.pipeline_id == *id);
    return pipeline.active && named;
  });
  if (found == all.end()) return fail(Fault::invalid, "pipeline.unknown", "/pipeline");
  return std::move(*found);
}

Result<Pipeline> pipeline_of(PipelineId pipeline_id, PipelineStore& pipelines) {
  PACELINE_TRY(auto all, pipelines.pipelines());
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Pipeline& pipeline) { return pipeline.pipeline_id == pipeline_id; });
  PACELINE_ASSERT(found != all.end());
  return std::move(*found);
}

/// People and companies that an edit names must be there.
Result<Errors> unknown_names(const OpportunityEdit& edit, Stores& stores) {
  Errors faults;
  if (edit.account_id && *edit.account_id) {
    PACELINE_TRY(const auto account, stores.accounts.find(**edit.account_id));
    if (!account) faults.push_back({Fault::invalid, "account.unknown", "/account", {}});
  }
  std::vector<std::pair<ContactId, std::string>> contacts;
  if (edit.contact_id && *edit.contact_id) contacts.emplace_back(**edit.contact_id, "/contact");
  for (std::size_t at = 0; at < edit.people.size(); ++at)
    contacts.emplace_back(edit.people[at].contact_id, "/people/" + std::to_string(at) + "/contact");
  for (const auto& [contact_id, pointer] : contacts) {
    PACELINE_TRY(const auto contact, stores.contacts.find_contact(contact_id));
    if (!contact) faults.push_back({Fault::invalid, "contact.unknown", pointer, {}});
  }
  return faults;
}

/// What the second of two people is told.
Result<Error> changed_meanwhile(const OpportunityNow& now, const Pipeline& pipeline,
                                const std::vector<OpportunityFact>& facts, PeopleStore& people) {
  PACELINE_TRY(const auto who, people.find_user(facts.back().actor_id));
  const Stage* stage = find_stage(pipeline, now.stage_id);
  std::string detail = "version " + std::to_string(now.version) + ", stage " + (stage == nullptr ? "" : stage->key) +
                       ", changed by " + (who ? who->name : "system") + " at " + to_text(now.changed_at);
  return Error{Fault::conflict, "opportunity.changed", {}, std::move(detail)};
}

Result<void> store_notes(OpportunityId id, const AskedFacts& asked, OpportunityStore& opportunities) {
  for (const auto& [seq, note] : asked.notes) PACELINE_CHECK(opportunities.add_note(id, seq, note));
  return {};
}

Result<void> tell_reps(const std::optional<OpportunityNow>& before, const OpportunityNow& after, Instant now,
                       LedgerStore& ledger) {
  if (before && before->rep_id != after.rep_id) PACELINE_CHECK(ledger.tell("opportunity", before->rep_id, now));
  return ledger.tell("opportunity", after.rep_id, now);
}

/// Voids and other hands are noted; a manager's everyday moves stand in the history anyway.
Result<void> note_edit(const OpportunityEdit& edit, OpportunityId id, const EditContext& context, LedgerStore& ledger) {
  const char* action = edit.voids ? "opportunity.void" : edit.rep_id ? "opportunity.rep" : nullptr;
  if (action == nullptr) return {};
  return ledger.note({context.actor.user_id, action, to_text(id), {}, context.now});
}

/// What was still to do is the new rep's from now on, as a step of its own: in what was said before it stays the old
/// one's.
Result<void> give_next_steps(const OpportunityNow& after, const EditContext& context, NextStepStore& steps) {
  PACELINE_TRY(const auto all, steps.of_opportunity(after.opportunity_id));
  for (const NextStep& step : all) {
    if (step.state != NextStepState::open) continue;
    const Instant at = std::max(after.changed_at, step.known_at);
    PACELINE_TRY(const bool ended, steps.end(step.next_step_id, NextStepState::given, context.actor.user_id, at));
    if (!ended) continue;  // done meanwhile
    NextStep given = step;
    given.next_step_id = context.ids.make<NextStepId>();
    given.rep_id = after.rep_id;
    given.known_at = at;
    given.stored_at = context.now;
    given.actor_id = context.actor.user_id;
    PACELINE_CHECK(steps.add(given));
  }
  return {};
}

Result<KnownOpportunity> store_added(const Opportunity& opportunity, const AskedFacts& asked,
                                     const EditContext& context, Stores& stores) {
  const auto now = opportunity_as_of(asked.facts, kEver);
  PACELINE_CHECK(check_winnable({}, *now, context, stores.people));
  PACELINE_CHECK(stores.opportunities.add(opportunity, asked.facts, *now));
  PACELINE_CHECK(store_notes(opportunity.opportunity_id, asked, stores.opportunities));
  PACELINE_CHECK(follow_with_sales({}, *now, asked.facts.back(), context, stores));
  PACELINE_CHECK(tell_reps({}, *now, context.now, stores.ledger));
  return KnownOpportunity{opportunity, *now};
}

Result<KnownOpportunity> store_edited(const Opportunity& opportunity, const OpportunityEdit& edit,
                                      std::vector<OpportunityFact> facts, const AskedFacts& asked,
                                      const EditContext& context, Stores& stores) {
  const auto before = opportunity_as_of(facts, kEver);
  facts.insert(facts.end(), asked.facts.begin(), asked.facts.end());
  const auto after = opportunity_as_of(facts, kEver);
  PACELINE_CHECK(check_winnable(before, *after, context, stores.people));
  PACELINE_CHECK(stores.opportunities.add_facts(asked.facts, *after));
  PACELINE_CHECK(store_notes(opportunity.opportunity_id, asked, stores.opportunities));
  PACELINE_CHECK(follow_with_sales(before, *after, asked.facts.back(), context, stores));
  if (before->rep_id != after->rep_id) {
    PACELINE_CHECK(give_next_steps(*after, context, stores.next_steps));
    PACELINE_TRY(const auto appointments, stores.appointments.of_opportunity(after->opportunity_id));
    PACELINE_CHECK(give_coming_appointments(appointments, {before->rep_id, after->rep_id}, context, stores));
  }
  PACELINE_CHECK(note_edit(edit, opportunity.opportunity_id, context, stores.ledger));
  PACELINE_CHECK(tell_reps(before, *after, context.now, stores.ledger));
  return KnownOpportunity{opportunity, *after};
}

Checked<KnownOpportunity> as_checked(Result<KnownOpportunity> result) {
  if (!result) return tl::unexpected(Errors{std::move(result).error()});
  return *std::move(result);
}

auto one_fault(Error error) {
  return tl::unexpected(Errors{std::move(error)});
}

Errors faults_of_head(const OpportunityDraft& draft) {
  Errors faults;
  if (!draft.first.name) faults.push_back({Fault::invalid, "opportunity.name.missing", "/name", {}});
  const bool key_fits = !draft.key || (!draft.key->empty() && is_plain_text(*draft.key, kLongestOpportunityKey));
  if (!key_fits) faults.push_back({Fault::invalid, "opportunity.text.not_allowed", "/key", {}});
  return faults;
}

OpportunityEdit first_edit(const OpportunityDraft& draft, const Pipeline& pipeline, UserId actor) {
  OpportunityEdit first = draft.first;
  if (!first.rep_id) first.rep_id = actor;
  if (!first.stage) first.stage = first_stage(pipeline).key;
  return first;
}

/// The facts that the edit asks for, when it may become what it is after them.
Checked<AskedFacts> asked_by(OpportunityId id, const OpportunityEdit& edit, const EditGround& ground,
                             const EditContext& context, Stores& stores) {
  if (ground.now != nullptr && ground.now->state == OpportunityState::voided && !(edit.told_again && edit.stage))
    return one_fault({Fault::conflict, "opportunity.voided", {}, {}});
  auto asked = facts_of(id, edit, ground, context.actor.user_id, context.now);
  auto unknown = unknown_names(edit, stores);
  if (!unknown) return one_fault(unknown.error());
  if (!asked) unknown->insert(unknown->begin(), asked.error().begin(), asked.error().end());
  if (!unknown->empty()) return tl::unexpected(*std::move(unknown));
  return asked;
}

/// Each edit on the ground that the ones before it made. `from_moves`: the first makes it, the others are its moves.
Checked<void> check_in_turn(OpportunityId id, EditGround ground, std::vector<OpportunityFact> facts,
                            const std::vector<OpportunityEdit>& edits, bool from_moves, const EditContext& context,
                            Stores& stores) {
  for (std::size_t at = 0; at < edits.size(); ++at) {
    const auto before = opportunity_as_of(facts, kEver);
    ground.now = before ? &*before : nullptr;
    const auto asked = asked_by(id, edits[at], ground, context, stores);
    Errors faults = asked ? Errors{} : asked.error();
    if (asked) {
      facts.insert(facts.end(), asked->facts.begin(), asked->facts.end());
      const auto winnable = check_winnable(before, *opportunity_as_of(facts, kEver), context, stores.people);
      if (!winnable) faults.push_back(winnable.error());
    }
    for (Error& fault : faults)
      if (from_moves && at > 0) fault.field = "/moves/" + std::to_string(at - 1) + fault.field;
    if (!faults.empty()) return tl::unexpected(std::move(faults));
  }
  return {};
}

}  // namespace

Checked<KnownOpportunity> add_opportunity(const OpportunityDraft& draft, const EditContext& context, Stores& stores) {
  Errors faults = faults_of_head(draft);
  auto pipeline = pipeline_named(draft.pipeline, false, context, stores);
  if (!pipeline) faults.push_back(pipeline.error());
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  const OpportunityEdit first = first_edit(draft, *pipeline, context.actor.user_id);
  const Opportunity opportunity{context.ids.make<OpportunityId>(), draft.key, pipeline->pipeline_id, draft.origin};
  const auto ground = ground_of(*std::move(pipeline), nullptr, stores);
  if (!ground) return one_fault(ground.error());
  const auto asked = asked_by(opportunity.opportunity_id, first, *ground, context, stores);
  if (!asked) return tl::unexpected(asked.error());
  return as_checked(store_added(opportunity, *asked, context, stores));
}

Checked<KnownOpportunity> edit_opportunity(OpportunityId opportunity_id, const OpportunityEdit& edit,
                                           const EditContext& context, Stores& stores) {
  const auto there = stores.opportunities.take_turn_of(opportunity_id);
  if (!there) return one_fault(there.error());
  if (!*there) return one_fault({Fault::not_found, "opportunity.not_found", {}, {}});
  const auto opportunity = stores.opportunities.find(opportunity_id);
  if (!opportunity) return one_fault(opportunity.error());
  auto facts = stores.opportunities.facts_of(opportunity_id);
  if (!facts) return one_fault(facts.error());
  const auto now = opportunity_as_of(*facts, kEver);
  auto pipeline = pipeline_of((*opportunity)->pipeline_id, stores.pipelines);
  if (!pipeline) return one_fault(pipeline.error());
  if (edit.seen_version && *edit.seen_version != now->version) {
    auto changed = changed_meanwhile(*now, *pipeline, *facts, stores.people);
    return one_fault(changed ? *std::move(changed) : changed.error());
  }
  const auto ground = ground_of(*std::move(pipeline), &*now, stores);
  if (!ground) return one_fault(ground.error());
  const auto asked = asked_by(opportunity_id, edit, *ground, context, stores);
  if (!asked) return tl::unexpected(asked.error());
  return as_checked(store_edited(**opportunity, edit, *std::move(facts), *asked, context, stores));
}

Checked<void> check_adding(const OpportunityDraft& draft, const std::vector<OpportunityEdit>& moves,
                           const EditContext& context, Stores& stores) {
  Errors faults = faults_of_head(draft);
  auto pipeline = pipeline_named(draft.pipeline, true, context, stores);
  if (!pipeline) faults.push_back(pipeline.error());
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  std::vector<OpportunityEdit> edits{first_edit(draft, *pipeline, context.actor.user_id)};
  edits.insert(edits.end(), moves.begin(), moves.end());
  auto ground = ground_of(*std::move(pipeline), nullptr, stores);
  if (!ground) return one_fault(ground.error());
  return check_in_turn(context.ids.make<OpportunityId>(), *std::move(ground), {}, edits, true, context, stores);
}

Checked<void> check_editing(OpportunityId opportunity_id, const std::vector<OpportunityEdit>& edits,
                            const EditContext& context, Stores& stores) {
  const auto opportunity = stores.opportunities.find(opportunity_id);
  if (!opportunity) return one_fault(opportunity.error());
  PACELINE_ASSERT(opportunity->has_value());
  auto facts = stores.opportunities.facts_of(opportunity_id);
  if (!facts) return one_fault(facts.error());
  auto pipeline = pipeline_of((*opportunity)->pipeline_id, stores.pipelines);
  if (!pipeline) return one_fault(pipeline.error());
  auto ground = ground_of(*std::move(pipeline), nullptr, stores);
  if (!ground) return one_fault(ground.error());
  return check_in_turn(opportunity_id, *std::move(ground), *std::move(facts), edits, false, context, stores);
}

}  // namespace paceline
