// SPDX-License-Identifier: Apache-2.0
// A contact as JSON.
#pragma once

#include "api/forms/contact.h"
#include "app/ports/contact_store.h"

namespace paceline::api {

/// As one of the forms that begin with form::Contact; the rest of it is left as it is.
template <class F>
[[nodiscard]] F contact_form_of(const ContactRow& row) {
  const Contact& contact = row.contact;
  F form;
  form.contact_id = contact.contact_id;
  form.name = contact.name;
  form.account_name = row.account_name;
  form.phone = contact.phone;
  form.email = contact.email;
  form.relation = contact.relation;
  form.temperature = contact.temperature;
  form.source = contact.source;
  if (contact.owner_id) form.owner = form::Owner{*contact.owner_id, row.owner_name.value_or("")};
  form.last_activity_at = row.last_activity_at;
  return form;
}

}  // namespace paceline::api
