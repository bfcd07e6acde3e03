// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "api/batches.h"
#include "api/contact_form.h"
#include "api/forms/account.h"
#include "api/handlers.h"
#include "api/history.h"
#include "api/pages.h"
#include "api/references.h"
#include "app/edit_account.h"

namespace paceline::api {
namespace {

constexpr int kMostAccountPeople = 500;

/// What the forms of accounts share.
struct AccountNames {
  Day today;
  std::vector<Territory> territories;
  std::vector<TerritoryRule> rules;
  std::map<UserId, std::string> users;
};

Result<AccountNames> account_names(const Backend& backend, Stores& stores) {
  AccountNames names;
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const LocalTime local, backend.zones.local(backend.clock.now(), organisation.zone));
  names.today = local.day;
  PACELINE_TRY(names.territories, stores.pipelines.territories());
  PACELINE_TRY(names.rules, stores.pipelines.territory_rules());
  PACELINE_TRY(const auto users, stores.people.users());
  for (const User& user : users) names.users.emplace(user.user_id, user.name);
  return names;
}

std::optional<form::TerritoryName> territory_name(const AccountProfile& account, const AccountNames& names) {
  const auto id = territory_of(account, names.rules, names.today);
  const auto found = std::find_if(names.territories.begin(), names.territories.end(),
                                  [&](const Territory& each) { return id && each.territory_id == *id; });
  if (found == names.territories.end()) return std::nullopt;
  return form::TerritoryName{found->territory_id, found->key, found->name};
}

form::Account account_form(const AccountProfile& account, const AccountNames& names,
                           const std::map<AccountId, std::string>& accounts) {
  form::Account form;
  form.account_id = account.account_id;
  form.key = account.key;
  form.name = account.name;
  if (account.parent_id) {
    const auto parent = accounts.find(*account.parent_id);
    form.parent = form::AccountName{*account.parent_id, parent == accounts.end() ? "" : parent->second};
  }
  form.segment = trait_on(account, AccountTrait::segment, names.today);
  form.sector = trait_on(account, AccountTrait::sector, names.today);
  form.region = trait_on(account, AccountTrait::region, names.today);
  form.country = trait_on(account, AccountTrait::country, names.today);
  if (const auto owner = owner_on(account, names.today)) {
    const auto user = names.users.find(*owner);
    form.owner = form::Owner{*owner, user == names.users.end() ? "" : user->second};
  }
  form.territory = territory_name(account, names);
  form.attributes = account.attributes;
  return form;
}

Result<form::Account> account_form_of(const AccountProfile& account, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto names, account_names(backend, stores));
  std::vector<AccountId> parents;
  if (account.parent_id) parents.push_back(*account.parent_id);
  PACELINE_TRY(const auto accounts, stores.accounts.names_of(parents));
  return account_form(account, names, accounts);
}

Result<AccountProfile> account_for(Right right, const Call& call, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto id, call.path_id<AccountId>("account"));
  PACELINE_TRY(auto account, stores.accounts.find(id));
  if (!account) return fail(Fault::not_found, "account.not_found");
  PACELINE_TRY(const auto names, account_names(backend, stores));
  PACELINE_CHECK(may_with_contact(right, owner_on(*account, names.today), call, backend, stores.people));
  return *std::move(account);
}

Result<form::List<form::Account>> list_accounts(const Call& call, const form::AccountsQuery& query,
                                                const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto names, account_names(backend, stores));
  PACELINE_TRY(const auto all, stores.accounts.all());
  std::map<AccountId, std::string> called;
  for (const AccountProfile& each : all) called.emplace(each.account_id, each.name);
  const auto typed = backend.names.search_words(query.prefix ? query.prefix->value : "");
  std::map<std::optional<UserId>, bool> may;  // asked once for each owner
  std::vector<form::Account> forms;
  for (const AccountProfile& each : all) {
    const auto owner = owner_on(each, names.today);
    if (!may.contains(owner))
      may[owner] = may_with_contact(Right::read_contacts, owner, call, backend, stores.people).has_value();
    if (!may[owner] || !backend.names.is_meant(each.name, typed)) continue;
    auto form = account_form(each, names, called);
    const bool elsewhere =
        query.territory && (!form.territory || (form.territory->key != query.territory->value &&
                                                to_text(form.territory->territory_id) != query.territory->value));
    if (!elsewhere) forms.push_back(std::move(form));
  }
  return page_of(std::move(forms), query);
}

using SettableText = json::Settable<form::ShortText>;

Result<std::optional<AccountId>> account_keyed(const std::optional<form::ShortText>& key, AccountStore& accounts) {
  if (!key) return std::optional<AccountId>();
  PACELINE_TRY(const auto known, accounts.find_by_key(key->value));
  if (!known) return fail(Fault::invalid, "account.key.unknown", "/parent");
  return known;
}

void put_trait(AccountEdit& edit, AccountTrait trait, const SettableText& value) {
  if (value) edit.traits[trait] = text_of(*value);
}

std::map<std::string, std::string> texts_in(const std::map<std::string, form::ShortText>& forms) {
  std::map<std::string, std::string> texts;
  for (const auto& [name, value] : forms) texts.emplace(name, value.value);
  return texts;
}

Result<AccountEdit> account_edit_of(const form::AccountChange& form, const Call& call, const Backend& backend) {
  AccountEdit edit;
  edit.name = text_of(form.name);
  if (form.key) edit.key.emplace(text_of(*form.key));
  if (form.parent) {
    PACELINE_TRY(const auto parent, account_keyed(*form.parent, call.stores().accounts));
    // Its name stands with the part.
    PACELINE_CHECK(may_with_named_account(Right::read_contacts, parent, call, backend));
    edit.parent_id.emplace(parent);
  }
  put_trait(edit, AccountTrait::segment, form.segment);
  put_trait(edit, AccountTrait::sector, form.sector);
  put_trait(edit, AccountTrait::region, form.region);
  put_trait(edit, AccountTrait::country, form.country);
  if (form.owner && *form.owner) {
    PACELINE_TRY(const User owner,
                 rep_for(Right::edit_contacts, (*form.owner)->value, call, backend, call.stores().people));
    edit.owner_id.emplace(owner.user_id);
  } else if (form.owner) {
    edit.owner_id.emplace(std::nullopt);
  }
  if (form.attributes) edit.attributes = texts_in(*form.attributes);
  return edit;
}

SettableText settable(const std::optional<form::ShortText>& text) {
  return text ? SettableText(text) : SettableText();
}

Checked<AccountProfile> add_one_account(const form::NewAccount& form, const Call& call, const Backend& backend) {
  const form::AccountChange whole{{},
                                  form.name,
                                  settable(form.key),
                                  settable(form.parent),
                                  settable(form.segment),
                                  settable(form.sector),
                                  settable(form.region),
                                  settable(form.country),
                                  settable(form.owner),
                                  form.attributes};
  const auto edit = account_edit_of(whole, call, backend);
  if (!edit) return tl::unexpected(Errors{edit.error()});
  return add_account_in_full(call.actor(), *edit, backend.clock.now(), backend.ids, call.stores());
}

/// Known by its key: told again it is left alone.
Checked<bool> add_account_of_batch(const form::NewAccount& form, const Call& call, const Backend& backend) {
  if (form.key) {
    const auto known = call.stores().accounts.find_by_key(form.key->value);
    if (!known) return tl::unexpected(Errors{known.error()});
    if (*known) return false;
  }
  const auto added = add_one_account(form, call, backend);
  if (!added) return tl::unexpected(added.error());
  return true;
}

/// People of the account whom the caller may read, the newest first.
Result<std::vector<ContactRow>> people_of(AccountId account_id, const Call& call, const Backend& backend,
                                          Stores& stores) {
  PACELINE_TRY(const auto ids, stores.contacts.contacts_of_account(account_id, kMostAccountPeople));
  std::vector<ContactRow> people;
  for (const ContactId id : ids) {
    PACELINE_TRY(auto row, stores.contacts.contact_row(id));
    PACELINE_ASSERT(row);
    const auto may = may_with_contact(Right::read_contacts, row->contact.owner_id, call, backend, stores.people);
    if (!may && may.error().fault != Fault::forbidden) return tl::unexpected(may.error());
    if (may) people.push_back(*std::move(row));
  }
  return people;
}

/// With the account itself, about its opportunities and with its people, each once.
Result<std::vector<KnownAppointment>> appointments_about(AccountId account_id,
                                                         const std::vector<KnownOpportunity>& opportunities,
                                                         const std::vector<ContactRow>& people,
                                                         AppointmentStore& appointments) {
  PACELINE_TRY(auto all, appointments.with_account(account_id));
  for (const KnownOpportunity& each : opportunities) {
    PACELINE_TRY(const auto about_it, appointments.of_opportunity(each.now.opportunity_id));
    all.insert(all.end(), about_it.begin(), about_it.end());
  }
  for (const ContactRow& each : people) {
    PACELINE_TRY(const auto with_it, appointments.with_contact(each.contact.contact_id));
    all.insert(all.end(), with_it.begin(), with_it.end());
  }
  std::map<AppointmentId, KnownAppointment> each_once;
  for (KnownAppointment& each : all) each_once.emplace(each.appointment.appointment_id, std::move(each));
  all.clear();
  for (auto& [id, each] : each_once) all.push_back(std::move(each));
  return all;
}

/// Of other people's work only that of those whose opportunities and figures the caller may read.
Result<form::List<form::HistoryEvent>> account_history(const AccountProfile& account, const Call& call,
                                                       const form::PageQuery& query, const Backend& backend,
                                                       Stores& stores) {
  PACELINE_TRY(auto history, History::make(backend, stores));
  PACELINE_TRY(const auto activities, stores.activities.newest_with(account.account_id, kMostHistoryEvents));
  history.add_activities(activities);
  OpportunityPage page;
  page.account_id = account.account_id;
  page.limit = kMostHistoryOpportunities;
  PACELINE_TRY(const auto known, stores.opportunities.page(page));
  for (const KnownOpportunity& each : known) {
    PACELINE_TRY(const auto facts, stores.opportunities.facts_of(each.now.opportunity_id));
    PACELINE_CHECK(history.add_opportunity(facts, each.now, true));
  }
  PACELINE_TRY(const auto people, people_of(account.account_id, call, backend, stores));
  PACELINE_TRY(const auto met, appointments_about(account.account_id, known, people, stores.appointments));
  PACELINE_CHECK(history.add_appointments(met));
  PACELINE_TRY(const auto sales, stores.sales.of_account(account.account_id));
  history.add_sales(sales);
  PACELINE_CHECK(history.keep_readable(call, backend));
  for (const ContactRow& each : people) {
    PACELINE_TRY(const auto signals, stores.contacts.signals_of(each.contact.contact_id));
    history.add_signals(signals);
  }
  PACELINE_CHECK(history.add_changes(account));
  return history.page(query, call, backend);
}

Checked<form::Account> as_account_form(Checked<AccountProfile> account, const Backend& backend, Stores& stores) {
  if (!account) return tl::unexpected(std::move(account).error());
  return or_all(account_form_of(*account, backend, stores));
}

}  // namespace

void add_account_handlers(Router& router, const Backend& backend) {
  router.on("list_accounts", [&backend](const Call& call, const form::AccountsQuery& query) {
    return reading<form::List<form::Account>>(
        call, backend, [&](Stores& stores) { return list_accounts(call, query, backend, stores); });
  });
  router.on("get_account", [&backend](const Call& call) {
    return reading<form::Account>(call, backend, [&](Stores& stores) -> Result<form::Account> {
      PACELINE_TRY(const auto account, account_for(Right::read_contacts, call, backend, stores));
      return account_form_of(account, backend, stores);
    });
  });
  router.on("get_account_history", [&backend](const Call& call, const form::PageQuery& query) {
    using Events = form::List<form::HistoryEvent>;
    return reading<Events>(call, backend, [&](Stores& stores) -> Result<Events> {
      PACELINE_TRY(const auto account, account_for(Right::read_contacts, call, backend, stores));
      return account_history(account, call, query, backend, stores);
    });
  });
  router.on("list_account_contacts", [&backend](const Call& call, const form::PageQuery& query) {
    using Contacts = form::List<form::Contact>;
    return reading<Contacts>(call, backend, [&](Stores& stores) -> Result<Contacts> {
      PACELINE_TRY(const auto account, account_for(Right::read_contacts, call, backend, stores));
      PACELINE_TRY(const auto people, people_of(account.account_id, call, backend, stores));
      std::vector<form::Contact> forms;
      forms.reserve(people.size());
      for (const ContactRow& each : people) forms.push_back(contact_form_of<form::Contact>(each));
      return page_of(std::move(forms), query);
    });
  });
  router.on("add_account", [&backend](const Call& call, const form::NewAccount& form) -> Checked<form::Account> {
    return as_account_form(add_one_account(form, call, backend), backend, call.stores());
  });
  router.on("add_accounts", [&backend](const Call& call, const form::Batch<form::NewAccount>& batch) {
    return each_item(batch, [&](const form::NewAccount& form) { return add_account_of_batch(form, call, backend); });
  });
  router.on("change_account", [&backend](const Call& call, const form::AccountChange& form) -> Checked<form::Account> {
    const auto account = account_for(Right::edit_contacts, call, backend, call.stores());
    if (!account) return tl::unexpected(Errors{account.error()});
    const auto edit = account_edit_of(form, call, backend);
    if (!edit) return tl::unexpected(Errors{edit.error()});
    const auto names = account_names(backend, call.stores());
    if (!names) return tl::unexpected(Errors{names.error()});
    return as_account_form(edit_account(call.actor(), account->account_id, *edit, form.from.value_or(names->today),
                                        backend.clock.now(), call.stores()),
                           backend, call.stores());
  });
}

}  // namespace paceline::api
