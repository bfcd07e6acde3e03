// SPDX-License-Identifier: Apache-2.0
#include "api/opportunity_forms.h"

#include <set>

#include "app/sales_of_opportunity.h"

namespace paceline::api {
namespace {

form::Stage stage_form_of(const Stage& stage) {
  return {stage.stage_id, stage.key, stage.name, stage.ends, stage.active};
}

}  // namespace

form::NextStep next_step_form(const NextStep& step) {
  return {step.next_step_id, step.opportunity_id, step.contact_id, step.rep_id,
          step.what,         step.due_at,         step.state,      step.ended_at};
}

form::NextStep next_step_form(NextStep step, Instant as_of) {
  if (step.ended_at && *step.ended_at > as_of) {
    step.state = NextStepState::open;
    step.ended_at = {};
  }
  return next_step_form(step);
}

Result<OpportunityWriter> OpportunityWriter::make(AsOf when, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const auto currency, Currency::parse(organisation.currency));
  PACELINE_TRY(const LocalTime local, backend.zones.local(when.as_of, organisation.zone));
  OpportunityWriter writer(stores, currency);
  writer.when_ = when;
  writer.today_ = local.day;
  PACELINE_TRY(writer.pipelines_, stores.pipelines.pipelines());
  PACELINE_TRY(auto lines, stores.pipelines.product_lines());
  for (ProductLine& line : lines) writer.lines_.emplace(line.product_line_id, std::move(line));
  PACELINE_TRY(const auto users, stores.people.users());
  writer.zones_ = &backend.zones;
  for (const User& user : users) {
    writer.users_.emplace(user.user_id, user.name);
    writer.zones_of_users_.emplace(user.user_id, user.zone);
  }
  PACELINE_TRY(writer.rates_, stores.pipelines.currency_rates());
  return writer;
}

Result<Money> OpportunityWriter::reported(const Money& money, Day day) const {
  return in_currency(money, currency_, rates_, day);
}

std::optional<form::ProductLineName> OpportunityWriter::line_name(const std::optional<ProductLineId>& id) const {
  if (!id) return std::nullopt;
  const ProductLine& line = lines_.at(*id);
  return form::ProductLineName{*id, line.key, line.name};
}

form::Owner OpportunityWriter::owner_name(UserId user_id) const {
  const auto found = users_.find(user_id);
  return {user_id, found == users_.end() ? "" : found->second};
}

form::Stage OpportunityWriter::stage_form(StageId stage_id) const {
  for (const Pipeline& pipeline : pipelines_) {
    if (const Stage* stage = find_stage(pipeline, stage_id)) return stage_form_of(*stage);
  }
  return {};
}

std::optional<form::AccountName> OpportunityWriter::account_name(const std::optional<AccountId>& id) const {
  if (!id) return std::nullopt;
  const auto found = accounts_.find(*id);
  return form::AccountName{*id, found == accounts_.end() ? "" : found->second};
}

std::optional<form::ContactName> OpportunityWriter::contact_name(const std::optional<ContactId>& id) const {
  if (!id) return std::nullopt;
  const auto found = contacts_.find(*id);
  return form::ContactName{*id, found == contacts_.end() ? "" : found->second};
}

Result<void> OpportunityWriter::read_names(const std::vector<AccountId>& accounts,
                                           const std::vector<ContactId>& contacts) {
  PACELINE_TRY(accounts_, stores_.accounts.names_of(accounts));
  PACELINE_TRY(contacts_, stores_.accounts.contact_names_of(contacts));
  return {};
}

Day OpportunityWriter::day_of_end(RepId rep_id, Instant ended_at) const {
  const auto zone = zones_of_users_.find(rep_id);
  if (zone != zones_of_users_.end()) {
    if (const auto local = zones_->local(ended_at, zone->second)) return local->day;
  }
  return Day(static_cast<std::int32_t>(ended_at.microseconds() / kMicrosecondsPerSecond / kSecondsPerDay));
}

/// An ended one is worth what it was on the day of its end: later rates do not move it.
void OpportunityWriter::put_value(form::Opportunity& form, const OpportunityNow& now) const {
  if (now.amounts.empty()) {
    form.why_no_value = "no_amount";
    return;
  }
  const Day day = now.ended_at ? day_of_end(now.rep_id, *now.ended_at) : today_;
  Money sum(0, currency_);
  for (const LineAmount& each : now.amounts) {
    const auto part = reported(each.amount, day);
    const auto added = part ? add(sum, *part) : part;
    if (!added) {
      form.why_no_value = added.error().code;
      return;
    }
    sum = *added;
  }
  form.value = form::money_form(sum);
}

form::Opportunity OpportunityWriter::form_of(const KnownOpportunity& known) const {
  const OpportunityNow& now = known.now;
  form::Opportunity form;
  form.opportunity_id = now.opportunity_id;
  form.key = known.opportunity.key;
  form.name = now.name;
  form.account = account_name(now.account_id);
  form.contact = contact_name(now.contact_id);
  form.rep = owner_name(now.rep_id);
  form.pipeline_id = known.opportunity.pipeline_id;
  form.stage = stage_form(now.stage_id);
  form.state = now.state;
  form.origin = known.opportunity.origin;
  form.source = now.source;
  form.created_at = now.created_at;
  form.stage_since = now.stage_since;
  form.ended_at = now.ended_at;
  form.end_reason = now.end_reason;
  for (const LineAmount& each : now.amounts)
    form.amounts.push_back({line_name(each.product_line_id), form::money_form(each.amount), each.assumed});
  put_value(form, now);
  form.close_day = now.close_day;
  form.pushes = now.pushes;
  form.version = now.version;
  form.changed_at = now.changed_at;
  return form;
}

Result<std::vector<form::Opportunity>> OpportunityWriter::forms_of(const std::vector<KnownOpportunity>& known) {
  std::set<AccountId> accounts;
  std::set<ContactId> contacts;
  std::vector<OpportunityId> ids;
  ids.reserve(known.size());
  for (const KnownOpportunity& each : known) {
    if (each.now.account_id) accounts.insert(*each.now.account_id);
    if (each.now.contact_id) contacts.insert(*each.now.contact_id);
    for (const OpportunityPerson& person : each.now.people) contacts.insert(person.contact_id);
    ids.push_back(each.now.opportunity_id);
  }
  PACELINE_CHECK(read_names({accounts.begin(), accounts.end()}, {contacts.begin(), contacts.end()}));
  PACELINE_TRY(const auto steps, stores_.next_steps.open_at(ids, when_.as_of));
  std::map<OpportunityId, NextStep> first_steps;
  for (const NextStep& step : steps) first_steps.emplace(*step.opportunity_id, step);
  std::vector<form::Opportunity> forms;
  forms.reserve(known.size());
  for (const KnownOpportunity& each : known) {
    form::Opportunity& form = forms.emplace_back(form_of(each));
    const auto step = first_steps.find(each.now.opportunity_id);
    if (step != first_steps.end()) form.next_step = next_step_form(step->second, when_.as_of);
    form.needs_next_step = each.now.state == OpportunityState::open && step == first_steps.end();
  }
  return forms;
}

Result<form::OpportunityDetail> OpportunityWriter::detail_of(const KnownOpportunity& known) {
  PACELINE_TRY(auto forms, forms_of({known}));
  form::OpportunityDetail detail;
  static_cast<form::Opportunity&>(detail) = std::move(forms.front());
  for (const OpportunityPerson& each : known.now.people)
    detail.people.push_back({*contact_name(each.contact_id), each.part});
  PACELINE_TRY(const auto notes, stores_.opportunities.notes_of(known.now.opportunity_id));
  for (const QualificationAnswer& each : known.now.answers) {
    const auto note = notes.find(each.seq);
    detail.qualification.push_back(
        {each.question, each.ground, note == notes.end() ? std::nullopt : std::optional(note->second), each.seq != 0});
  }
  PACELINE_TRY(const auto steps, stores_.next_steps.of_opportunity(known.now.opportunity_id));
  for (const NextStep& step : steps) {
    if (step.known_at <= when_.as_of) detail.next_steps.push_back(next_step_form(step, when_.as_of));
  }
  PACELINE_TRY(detail.shares, sharers_of(known.now));
  return detail;
}

Result<std::vector<form::Sharer>> OpportunityWriter::sharers_of(const OpportunityNow& now) const {
  PACELINE_TRY(const auto shares, shares_of_opportunity(now, today_, when_, stores_));
  std::vector<form::Sharer> sharers;
  if (shares == std::vector<SaleShare>{{now.rep_id, kWholeShareBp}}) return sharers;
  sharers.reserve(shares.size());
  for (const SaleShare& share : shares) sharers.push_back({owner_name(share.rep_id), share.share_bp});
  return sharers;
}

Result<std::vector<form::OpportunityEvent>> OpportunityWriter::events_of(const std::vector<OpportunityFact>& facts) {
  std::set<AccountId> accounts;
  std::set<ContactId> contacts;
  for (const OpportunityFact& fact : facts) {
    if (fact.account_id) accounts.insert(*fact.account_id);
    if (fact.contact_id) contacts.insert(*fact.contact_id);
  }
  PACELINE_CHECK(read_names({accounts.begin(), accounts.end()}, {contacts.begin(), contacts.end()}));
  std::map<std::int64_t, std::string> notes;
  if (!facts.empty()) {
    PACELINE_TRY(notes, stores_.opportunities.notes_of(facts.front().opportunity_id));
  }
  std::vector<form::OpportunityEvent> events;
  for (const OpportunityFact& fact : facts) {
    if (fact.known_at > when_.as_of) break;
    form::OpportunityEvent& event = events.emplace_back();
    event.seq = fact.seq;
    event.kind = fact.kind;
    if (fact.stage_id) event.stage = stage_form(*fact.stage_id);
    event.product_line = line_name(fact.product_line_id);
    if (fact.amount_minor) event.amount = form::Money{*fact.amount_minor, fact.currency.value_or("")};
    event.assumed = fact.assumed;
    event.close_day = fact.day;
    if (fact.rep_id) event.rep = owner_name(*fact.rep_id);
    event.account = account_name(fact.account_id);
    event.contact = contact_name(fact.contact_id);
    event.part = fact.part;
    event.question = fact.question;
    event.ground = fact.ground;
    const auto note = notes.find(fact.seq);
    event.text = note == notes.end() ? fact.text : std::optional(note->second);
    event.reason = fact.reason;
    event.occurred_at = fact.occurred_at;
    event.known_at = fact.known_at;
    if (fact.actor_id) event.actor = owner_name(fact.actor_id);
  }
  return events;
}

}  // namespace paceline::api
