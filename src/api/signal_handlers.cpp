// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "api/batches.h"
#include "api/forms/signal.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/pages.h"
#include "api/references.h"
#include "api/subjects.h"
#include "app/add_signal.h"

namespace paceline::api {
namespace {

Checked<SignalDraft> draft_of(const Call& call, const form::NewSignal& form, const Backend& backend) {
  const auto contact = contact_named(form.contact_id, form.contact, call.stores().contacts);
  if (!contact) return tl::unexpected(Errors{contact.error()});
  if (const auto allowed = may_with_named_contact(Right::edit_contacts, *contact, call, backend); !allowed) {
    return tl::unexpected(Errors{allowed.error()});
  }
  SignalDraft draft;
  draft.contact_id = contact->value_or(ContactId());
  draft.kind = form.kind.value;
  draft.topic = text_of(form.topic);
  draft.occurred_at = form.occurred_at;
  draft.known_at = form.known_at;
  draft.key = evidence_key(form.source, form.external_id);
  return draft;
}

Checked<form::BatchResult> add_batch(const Call& call, const form::Batch<form::NewSignal>& batch,
                                     const Backend& backend) {
  std::vector<Checked<SignalDraft>> drafts;
  drafts.reserve(batch.items.size());
  for (const auto& item : batch.items)
    drafts.push_back(item ? draft_of(call, *item, backend) : Checked<SignalDraft>(tl::unexpected(item.error())));
  const auto verdicts = add_signals(call.actor(), drafts, backend.clock.now(), backend.ids, call.stores());
  if (!verdicts) return tl::unexpected(Errors{verdicts.error()});
  return gathered(*verdicts);
}

form::Signal form_of(const SignalRow& row) {
  const Signal& signal = row.signal;
  return {signal.signal_id, signal.contact_id, row.contact_name,   row.account_name,
          signal.kind,      signal.topic,      signal.occurred_at, row.temperature};
}

/// Of so many of the rep's contacts at a time, by id.
Result<form::List<form::Signal>> signals_in_order(UserId owner, Instant as_of, const form::SignalsQuery& query,
                                                  Stores& stores) {
  PACELINE_TRY(auto contacts, stores.contacts.contacts_of(owner));
  std::sort(contacts.begin(), contacts.end());
  PACELINE_TRY(const auto page, page_of(std::move(contacts), query));
  form::List<form::Signal> list;
  list.next = page.next;
  for (const ContactId id : page.items) {
    PACELINE_TRY(const auto contact, stores.contacts.contact_row(id));
    PACELINE_TRY(auto signals, stores.contacts.signals_of(id));
    std::erase_if(signals, [&](const Signal& signal) { return signal.known_at > as_of; });
    if (!contact) continue;
    for (Signal& signal : signals) {
      list.items.push_back(
          form_of({std::move(signal), contact->contact.name, contact->account_name, contact->contact.temperature}));
    }
  }
  return list;
}

}  // namespace

void add_signal_handlers(Router& router, const Backend& backend) {
  router.on("list_signals", [&backend](const Call& call, const form::SignalsQuery& query) {
    return reading<form::List<form::Signal>>(call, backend, [&](Stores& stores) -> Result<form::List<form::Signal>> {
      PACELINE_TRY(const User rep, rep_for(Right::read_figures, name_of(query.rep), call, backend, stores.people));
      PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
      PACELINE_CHECK(note_look(call, rep, Looked::signals, backend));
      if (query.cursor) return signals_in_order(rep.user_id, when.as_of, query, stores);
      PACELINE_TRY(const auto rows, stores.contacts.newest_signals(rep.user_id, when.as_of, query.limit.value));
      form::List<form::Signal> list;
      for (const SignalRow& row : rows) list.items.push_back(form_of(row));
      return list;
    });
  });

  router.on("add_signals", [&backend](const Call& call, const form::Batch<form::NewSignal>& batch) {
    return add_batch(call, batch, backend);
  });
}

}  // namespace paceline::api
