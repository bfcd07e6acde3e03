// SPDX-License-Identifier: Apache-2.0
// The forms of opportunities as edits for the use case.
#pragma once

#include "api/backend.h"
#include "api/forms/opportunity.h"
#include "app/edit_opportunity.h"

namespace paceline::api {

[[nodiscard]] OpportunityEdit opportunity_edit_of(const form::NewMove& form);
[[nodiscard]] OpportunityEdit opportunity_edit_of(const form::NewOpportunityAmounts& form);
[[nodiscard]] OpportunityEdit opportunity_edit_of(const form::NewCloseDay& form);
[[nodiscard]] OpportunityEdit opportunity_edit_of(const form::NewPeople& form);
[[nodiscard]] OpportunityEdit opportunity_edit_of(const form::NewQualification& form);
[[nodiscard]] OpportunityEdit opportunity_edit_of(const form::VoidOpportunity& form);
/// Without the rep, which the handler finds.
[[nodiscard]] OpportunityEdit opportunity_edit_of(const form::OpportunityChange& form);

/// With its account, contact and rep found, as far as the caller may; an account that is named and not there is made.
/// Returns invalid "account.key.unknown" at "/account", "contact.key.unknown" at "/contact", and what rep_for()
/// returns.
[[nodiscard]] Result<OpportunityDraft> opportunity_draft_of(const form::NewOpportunity& form, const Call& call,
                                                            const Backend& backend);

/// The version of If-Match. Returns invalid "request.if_match.malformed".
[[nodiscard]] Result<std::optional<std::int64_t>> seen_version(const Call& call);

}  // namespace paceline::api
