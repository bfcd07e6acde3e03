// SPDX-License-Identifier: Apache-2.0
// A contact as a body or a document tells it.
#pragma once

#include "api/forms/contact.h"
#include "app/add_contact.h"

namespace paceline::api {

[[nodiscard]] ContactDraft draft_of(const form::NewContact& form);

}  // namespace paceline::api
