// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "api/batches.h"
#include "api/contact_draft.h"
#include "api/contact_form.h"
#include "api/handlers.h"
#include "api/history.h"
#include "api/opportunity_sight.h"
#include "api/pages.h"
#include "api/references.h"
#include "api/subjects.h"
#include "app/add_contact.h"

namespace paceline::api {
namespace {

Result<form::Contact> contact_form(ContactId contact_id, Stores& stores) {
  PACELINE_TRY(const auto row, stores.contacts.contact_row(contact_id));
  if (!row) return fail(Fault::not_found, "contact.not_found");
  return contact_form_of<form::Contact>(*row);
}

Result<Contact> contact_for(Right right, const Call& call, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto id, call.path_id<ContactId>("contact"));
  PACELINE_TRY(auto contact, stores.contacts.find_contact(id));
  if (!contact) return fail(Fault::not_found, "contact.not_found");
  PACELINE_CHECK(may_with_contact(right, contact->owner_id, call, backend, stores.people));
  return *std::move(contact);
}

Result<form::ContactDetail> contact_detail(const Contact& contact, Stores& stores) {
  PACELINE_TRY(const auto row, stores.contacts.contact_row(contact.contact_id));
  PACELINE_ASSERT(row);
  auto detail = contact_form_of<form::ContactDetail>(*row);
  detail.key = contact.key;
  if (contact.account_id) detail.account = form::AccountName{*contact.account_id, row->account_name.value_or("")};
  return detail;
}

/// One that names the contact, with what is known of it.
struct NamingOpportunity {
  std::vector<OpportunityFact> facts;
  KnownOpportunity known;
  std::optional<OpportunityPart> part;
  bool is_about = false;  ///< it is the contact of the whole
};

/// The newest first, without those that were voided.
Result<std::vector<NamingOpportunity>> opportunities_naming(ContactId contact_id, Stores& stores) {
  PACELINE_TRY(const auto ids, stores.opportunities.naming(contact_id, kMostHistoryOpportunities));
  std::vector<NamingOpportunity> all;
  for (const OpportunityId id : ids) {
    PACELINE_TRY(auto facts, stores.opportunities.facts_of(id));
    PACELINE_TRY(const auto opportunity, stores.opportunities.find(id));
    auto now = opportunity_as_of(facts, facts.back().known_at);
    if (now->state == OpportunityState::voided) continue;
    NamingOpportunity one{std::move(facts), {*opportunity, *std::move(now)}, {}, false};
    one.is_about = one.known.now.contact_id == contact_id;
    for (const OpportunityPerson& person : one.known.now.people) {
      if (person.contact_id == contact_id) one.part = person.part;
    }
    all.push_back(std::move(one));
  }
  return all;
}

/// Of other people's work only that of those whose opportunities and figures the caller may read.
Result<form::List<form::HistoryEvent>> contact_history(const Contact& contact, const Call& call,
                                                       const form::PageQuery& query, const Backend& backend,
                                                       Stores& stores) {
  const ContactId id = contact.contact_id;
  PACELINE_TRY(auto history, History::make(backend, stores));
  PACELINE_TRY(const auto activities, stores.activities.newest_with(id, kMostHistoryEvents));
  history.add_activities(activities);
  PACELINE_TRY(const auto appointments, stores.appointments.with_contact(id));
  PACELINE_CHECK(history.add_appointments(appointments));
  PACELINE_TRY(const auto opportunities, opportunities_naming(id, stores));
  for (const NamingOpportunity& each : opportunities) {
    history.add_parts(each.facts, each.known.now, id);
    if (each.is_about || each.part) PACELINE_CHECK(history.add_opportunity(each.facts, each.known.now, each.is_about));
  }
  PACELINE_CHECK(history.keep_readable(call, backend));
  PACELINE_TRY(const auto signals, stores.contacts.signals_of(id));
  history.add_signals(signals);
  PACELINE_TRY(const auto changes, stores.contacts.changes_of(id));
  history.add_changes(changes);
  return history.page(query, call, backend);
}

Result<form::List<form::ContactOpportunity>> contact_opportunities(const Contact& contact, const Call& call,
                                                                   const form::PageQuery& query, const Backend& backend,
                                                                   Stores& stores) {
  PACELINE_TRY(auto all, opportunities_naming(contact.contact_id, stores));
  PACELINE_TRY(const auto readable, readable_reps(call, backend, stores.people));
  std::erase_if(all, [&](const NamingOpportunity& each) {
    const RepId rep_id = each.known.now.rep_id;
    const bool may = !readable || std::find(readable->begin(), readable->end(), rep_id) != readable->end();
    return !may || !(each.is_about || each.part);
  });
  PACELINE_TRY(auto page, page_of(std::move(all), query));
  std::vector<KnownOpportunity> known;
  known.reserve(page.items.size());
  for (const NamingOpportunity& each : page.items) known.push_back(each.known);
  const Instant now = backend.clock.now();
  PACELINE_TRY(auto writer, OpportunityWriter::make(AsOf{now, now}, backend, stores));
  PACELINE_TRY(auto forms, writer.forms_of(known));
  form::List<form::ContactOpportunity> list;
  list.next = std::move(page.next);
  for (std::size_t at = 0; at < forms.size(); ++at) {
    form::ContactOpportunity& form = list.items.emplace_back();
    static_cast<form::Opportunity&>(form) = std::move(forms[at]);
    form.part = page.items[at].part;
  }
  return list;
}

/// Each word by itself; a phone number, however it is grouped, is the one word of its digits.
std::vector<std::string> typed_words(const std::string& typed, const Names& names) {
  auto words = names.search_words(typed);
  if (words.size() < 2 || typed.find_first_not_of("0123456789 +-().,/") != std::string::npos) return words;
  std::string digits;
  for (const std::string& word : words) digits += word;
  return {digits};
}

/// Whose contacts the caller finds: a rep the own ones and nobody's, a manager those of the team as well, others all.
Result<ContactSearch> search_of(const Call& call, const form::ContactsQuery& query, const Backend& backend,
                                Stores& stores) {
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const auto today, backend.zones.local(backend.clock.now(), organisation.zone));
  ContactSearch search;
  search.today = today.day;
  search.limit = query.limit.value;
  search.words = typed_words(query.prefix ? query.prefix->value : "", backend.names);
  const Actor& actor = call.actor();
  if (actor.role == Role::rep || actor.role == Role::manager) search.owner = actor.user_id;
  if (actor.role == Role::manager) search.owners_team = actor.team_id;
  return search;
}

Result<form::List<form::FoundContact>> find_contacts(const Call& call, const form::ContactsQuery& query,
                                                     const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto search, search_of(call, query, backend, stores));
  PACELINE_TRY(const auto rows, stores.contacts.search(search));
  form::List<form::FoundContact> list;
  for (const ContactRow& row : rows) {
    auto found = contact_form_of<form::FoundContact>(row);
    found.waiting_since = row.waiting_since;
    list.items.push_back(std::move(found));
  }
  return list;
}

/// All of them, by id: those whom the caller may read.
Result<form::List<form::FoundContact>> contacts_in_order(const Call& call, const form::ContactsQuery& query,
                                                         const Backend& backend, Stores& stores) {
  PACELINE_TRY(const std::size_t after, place_of(query));
  PACELINE_TRY(const auto ids,
               stores.contacts.contacts_after(ContactId(static_cast<std::int64_t>(after)), query.limit.value));
  form::List<form::FoundContact> list;
  for (const ContactId id : ids) {
    PACELINE_TRY(const auto row, stores.contacts.contact_row(id));
    if (!row) continue;
    const auto may = may_with_contact(Right::read_contacts, row->contact.owner_id, call, backend, stores.people);
    if (!may && may.error().fault != Fault::forbidden) return tl::unexpected(may.error());
    if (!may) continue;
    auto found = contact_form_of<form::FoundContact>(*row);
    found.waiting_since = row->waiting_since;
    list.items.push_back(std::move(found));
  }
  if (ids.size() == static_cast<std::size_t>(query.limit.value)) list.next = to_text(ids.back());
  return list;
}

}  // namespace

void add_contact_handlers(Router& router, const Backend& backend) {
  router.on("list_contacts", [&backend](const Call& call, const form::ContactsQuery& query) {
    return reading<form::List<form::FoundContact>>(call, backend, [&](Stores& stores) {
      return query.cursor ? contacts_in_order(call, query, backend, stores)
                          : find_contacts(call, query, backend, stores);
    });
  });

  router.on("get_contact", [&backend](const Call& call) {
    return reading<form::ContactDetail>(call, backend, [&](Stores& stores) -> Result<form::ContactDetail> {
      PACELINE_TRY(const auto contact, contact_for(Right::read_contacts, call, backend, stores));
      return contact_detail(contact, stores);
    });
  });

  router.on("get_contact_history", [&backend](const Call& call, const form::PageQuery& query) {
    using Events = form::List<form::HistoryEvent>;
    return reading<Events>(call, backend, [&](Stores& stores) -> Result<Events> {
      PACELINE_TRY(const auto contact, contact_for(Right::read_contacts, call, backend, stores));
      return contact_history(contact, call, query, backend, stores);
    });
  });

  router.on("list_contact_opportunities", [&backend](const Call& call, const form::PageQuery& query) {
    using Opportunities = form::List<form::ContactOpportunity>;
    return reading<Opportunities>(call, backend, [&](Stores& stores) -> Result<Opportunities> {
      PACELINE_TRY(const auto contact, contact_for(Right::read_contacts, call, backend, stores));
      return contact_opportunities(contact, call, query, backend, stores);
    });
  });

  router.on("add_contact", [&backend](const Call& call, const form::NewContact& form) -> Checked<form::Contact> {
    const auto added =
        add_contact(call.actor(), draft_of(form), backend.clock.now(), backend.zones, backend.ids, call.stores());
    if (!added) return tl::unexpected(added.error());
    if (!added->added) return tl::unexpected(Errors{{Fault::conflict, "contact.key.taken", "/key", {}}});
    return or_all(contact_form(added->contact_id, call.stores()));
  });

  router.on("add_contacts", [&backend](const Call& call, const form::Batch<form::NewContact>& batch) {
    return each_item(batch, [&](const form::NewContact& form) -> Checked<bool> {
      const auto added =
          add_contact(call.actor(), draft_of(form), backend.clock.now(), backend.zones, backend.ids, call.stores());
      if (!added) return tl::unexpected(added.error());
      return added->added;
    });
  });
}

}  // namespace paceline::api
