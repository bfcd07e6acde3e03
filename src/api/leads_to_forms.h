// SPDX-License-Identifier: Apache-2.0
// What activities led to, in its JSON forms.
#pragma once

#include "api/forms/leads_to.h"
#include "app/read_leads_to.h"

namespace paceline::api {

[[nodiscard]] form::LeadsTo leads_to_form(const LeadsTo& led, const LeadsToFacts& facts);

/// The rows behind a figure, newest first.
[[nodiscard]] std::vector<Followed> asked_rows(const LeadsToFacts& facts, const form::LeadsToRowsQuery& query);
[[nodiscard]] Result<form::LeadsToActivity> row_form(const Followed& row, ContactStore& contacts);

}  // namespace paceline::api
