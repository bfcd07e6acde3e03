// SPDX-License-Identifier: Apache-2.0
#include "api/batches.h"
#include "api/contact_draft.h"
#include "api/handlers.h"
#include "api/pages.h"
#include "api/references.h"
#include "api/subjects.h"
#include "app/add_contact.h"

namespace paceline::api {
namespace {

void fill(form::Contact& to, const ContactRow& row) {
  const Contact& contact = row.contact;
  to.contact_id = contact.contact_id;
  to.name = contact.name;
  to.account_name = row.account_name;
  to.phone = contact.phone;
  to.email = contact.email;
  to.relation = contact.relation;
  to.temperature = contact.temperature;
  to.source = contact.source;
  if (contact.owner_id) to.owner = form::Owner{*contact.owner_id, row.owner_name.value_or("")};
  to.last_activity_at = row.last_activity_at;
}

template <class F>
F form_of(const ContactRow& row) {
  F form;
  fill(form, row);
  return form;
}

Result<form::Contact> contact_form(ContactId contact_id, Stores& stores) {
  PACELINE_TRY(const auto row, stores.contacts.contact_row(contact_id));
  if (!row) return fail(Fault::not_found, "contact.not_found");
  return form_of<form::Contact>(*row);
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
    auto found = form_of<form::FoundContact>(row);
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
    auto found = form_of<form::FoundContact>(*row);
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
    return reading<form::Contact>(call, backend, [&](Stores& stores) -> Result<form::Contact> {
      PACELINE_TRY(const auto id, call.path_id<ContactId>("contact"));
      PACELINE_TRY(const auto contact, stores.contacts.find_contact(id));
      if (!contact) return fail(Fault::not_found, "contact.not_found");
      PACELINE_CHECK(may_with_contact(Right::read_contacts, contact->owner_id, call, backend, stores.people));
      return contact_form(id, stores);
    });
  });

  router.on("add_contact", [&backend](const Call& call, const form::NewContact& form) -> Checked<form::Contact> {
    const auto added = add_contact(call.actor(), draft_of(form), backend.clock.now(), backend.ids, call.stores());
    if (!added) return tl::unexpected(added.error());
    if (!added->added) return tl::unexpected(Errors{{Fault::conflict, "contact.key.taken", "/key", {}}});
    return or_all(contact_form(added->contact_id, call.stores()));
  });

  router.on("add_contacts", [&backend](const Call& call, const form::Batch<form::NewContact>& batch) {
    return each_item(batch, [&](const form::NewContact& form) -> Checked<bool> {
      const auto added = add_contact(call.actor(), draft_of(form), backend.clock.now(), backend.ids, call.stores());
      if (!added) return tl::unexpected(added.error());
      return added->added;
    });
  });
}

}  // namespace paceline::api
