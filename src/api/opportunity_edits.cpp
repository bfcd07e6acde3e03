// SPDX-License-Identifier: Apache-2.0
#include "api/opportunity_edits.h"

#include "api/opportunity_sight.h"
#include "api/references.h"

namespace paceline::api {
namespace {

OpportunityEdit edit_at(const form::FactTimes& times) {
  OpportunityEdit edit;
  edit.occurred_at = times.occurred_at;
  edit.known_at = times.known_at;
  edit.reason = text_of(times.reason);
  return edit;
}

std::vector<AmountEdit> amounts_of(const std::optional<form::NewAmounts>& forms) {
  std::vector<AmountEdit> amounts;
  if (!forms) return amounts;
  for (const form::NewAmount& form : *forms) {
    AmountEdit amount{text_of(form.product_line), {}, {}, form.taken_off.value_or(false)};
    if (form.amount) {
      amount.amount_minor = form.amount->amount_minor;
      amount.currency = form.amount->currency;
    }
    amounts.push_back(std::move(amount));
  }
  return amounts;
}

Result<std::optional<AccountId>> account_named_in(const form::NewOpportunity& form, const Call& call,
                                                  const Backend& backend) {
  if (form.account_id) return form.account_id;
  AccountStore& accounts = call.stores().accounts;
  if (form.account) {
    PACELINE_TRY(const auto known, accounts.find_by_key(form.account->value));
    if (!known) return fail(Fault::invalid, "account.key.unknown", "/account");
    return known;
  }
  if (!form.account_name) return std::optional<AccountId>();
  PACELINE_TRY(const auto name, parse_name(form.account_name->value));
  PACELINE_TRY(const auto known, call.stores().contacts.find_account_by_name(name));
  if (known) return std::optional(known->account_id);
  PACELINE_TRY(const auto made, call.stores().contacts.add_account({backend.ids.make<AccountId>(), name, {}}));
  return std::optional(made);
}

}  // namespace

OpportunityEdit opportunity_edit_of(const form::NewMove& form) {
  OpportunityEdit edit = edit_at(form);
  edit.stage = form.stage.value;
  edit.amounts = amounts_of(form.amounts);
  return edit;
}

OpportunityEdit opportunity_edit_of(const form::NewOpportunityAmounts& form) {
  OpportunityEdit edit = edit_at(form);
  edit.amounts = amounts_of(form.amounts);
  return edit;
}

OpportunityEdit opportunity_edit_of(const form::NewCloseDay& form) {
  OpportunityEdit edit = edit_at(form);
  edit.close_day.emplace(form.close_day);
  return edit;
}

OpportunityEdit opportunity_edit_of(const form::NewPeople& form) {
  OpportunityEdit edit = edit_at(form);
  for (const form::NewPerson& person : form.people) edit.people.push_back({person.contact_id, person.part});
  return edit;
}

OpportunityEdit opportunity_edit_of(const form::NewQualification& form) {
  OpportunityEdit edit = edit_at(form);
  for (const form::NewQualificationAnswer& each : form.answers)
    edit.answers.push_back({each.question, each.ground, text_of(each.note)});
  return edit;
}

OpportunityEdit opportunity_edit_of(const form::VoidOpportunity& form) {
  OpportunityEdit edit;
  edit.reason = form.reason.value;
  edit.voids = true;
  return edit;
}

OpportunityEdit opportunity_edit_of(const form::OpportunityChange& form) {
  OpportunityEdit edit = edit_at(form);
  edit.name = text_of(form.name);
  edit.account_id = form.account_id;
  edit.contact_id = form.contact_id;
  if (form.source) edit.source.emplace(text_of(*form.source));
  return edit;
}

Result<OpportunityDraft> opportunity_draft_of(const form::NewOpportunity& form, const Call& call,
                                              const Backend& backend) {
  Stores& stores = call.stores();
  OpportunityDraft draft{text_of(form.key), text_of(form.pipeline), form.origin, {}};
  OpportunityEdit& first = draft.first;
  first.occurred_at = form.occurred_at;
  first.known_at = form.known_at;
  first.reason = text_of(form.reason);
  first.name = form.name.value;
  first.stage = text_of(form.stage);
  if (form.source) first.source.emplace(form.source->value);
  if (form.close_day) first.close_day.emplace(form.close_day);
  first.amounts = amounts_of(form.amounts);
  PACELINE_TRY(const User rep,
               rep_for(Right::edit_opportunities, api::name_of(form.rep), call, backend, stores.people));
  first.rep_id = rep.user_id;
  PACELINE_TRY(const auto account_id, account_named_in(form, call, backend));
  PACELINE_CHECK(may_with_named_account(Right::read_contacts, account_id, call, backend));
  if (account_id) first.account_id.emplace(account_id);
  PACELINE_TRY(const auto contact_id, contact_named(form.contact_id, form.contact, stores.contacts));
  PACELINE_CHECK(may_with_named_contact(Right::read_contacts, contact_id, call, backend));
  if (contact_id) first.contact_id.emplace(contact_id);
  if (contact_id && !account_id) {
    PACELINE_TRY(const auto contact, stores.contacts.find_contact(*contact_id));
    if (contact && contact->account_id) first.account_id.emplace(contact->account_id);
  }
  return draft;
}

Result<std::optional<std::int64_t>> seen_version(const Call& call) {
  auto text = call.header("if-match");
  if (!text || *text == "*") return std::optional<std::int64_t>();
  const bool quoted = text->size() > 2 && text->front() == '"' && text->back() == '"';
  if (quoted) text = text->substr(1, text->size() - 2);
  if (quoted && *text == "0") return std::optional<std::int64_t>(0);  // nothing has happened to it yet
  const auto version = parse_id_value(*text);
  if (!quoted || !version) return fail(Fault::invalid, "request.if_match.malformed", {}, "the version in quotes");
  return std::optional(*version);
}

}  // namespace paceline::api
