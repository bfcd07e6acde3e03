// SPDX-License-Identifier: Apache-2.0
#include "api/contact_draft.h"

#include "api/references.h"

namespace paceline::api {

ContactDraft draft_of(const form::NewContact& form) {
  ContactDraft draft;
  draft.name = form.name.value;
  draft.key = text_of(form.key);
  draft.account_name = text_of(form.account_name);
  draft.phone = text_of(form.phone);
  draft.email = text_of(form.email);
  draft.relation = form.relation;
  draft.temperature = form.temperature;
  draft.source = text_of(form.source);
  return draft;
}

}  // namespace paceline::api
