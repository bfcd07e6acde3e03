// SPDX-License-Identifier: Apache-2.0
// Activities between their JSON form and the domain.
#pragma once

#include "api/backend.h"
#include "api/forms/activity.h"

namespace paceline::api {

/// Where each of the activities is known from, in their order.
[[nodiscard]] Result<std::vector<std::vector<form::Source>>> sources_of(const std::vector<ActivityId>& activities,
                                                                        EvidenceStore& evidence);

/// Without its sources.
[[nodiscard]] form::Activity form_of(const ActivityRow& row);
[[nodiscard]] Result<form::Activity> activity_form(ActivityId activity_id, Stores& stores);

/// The draft of a body, its rep and contact found and allowed. Returns what rep_for and contact_named say.
[[nodiscard]] Result<ActivityDraft> draft_of(const form::NewActivity& form, const Call& call, const Backend& backend,
                                             Stores& stores);

[[nodiscard]] std::vector<FieldChange> changes_of(const form::ActivitySet& set);

}  // namespace paceline::api
