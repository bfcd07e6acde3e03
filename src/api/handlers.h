// SPDX-License-Identifier: Apache-2.0
// Registers the handlers: all of them, which one function per word does.
#pragma once

#include "api/backend.h"
#include "api/router.h"

namespace paceline::api {

// REQUIRES of each: the backend outlives the router.

/// Every handler of the route table; one that is missing is a bug and ends the process.
void add_handlers(Router& router, const Backend& backend);

void add_system_handlers(Router& router, const Backend& backend);
void add_session_handlers(Router& router, const Backend& backend);
void add_people_handlers(Router& router, const Backend& backend);
void add_contact_handlers(Router& router, const Backend& backend);
void add_signal_handlers(Router& router, const Backend& backend);
void add_call_record_handlers(Router& router, const Backend& backend);
void add_webhook_handlers(Router& router, const Backend& backend);
void add_activity_handlers(Router& router, const Backend& backend);
void add_quota_handlers(Router& router, const Backend& backend);
void add_quota_change_handlers(Router& router, const Backend& backend);
void add_proposal_handlers(Router& router, const Backend& backend);
void add_team_quota_handlers(Router& router, const Backend& backend);
void add_template_handlers(Router& router, const Backend& backend);
void add_report_handlers(Router& router, const Backend& backend);
void add_verdict_handlers(Router& router, const Backend& backend);
void add_fair_handlers(Router& router, const Backend& backend);
void add_leads_to_handlers(Router& router, const Backend& backend);
void add_apply_handlers(Router& router, const Backend& backend);
void add_definition_handlers(Router& router, const Backend& backend);
void add_access_handlers(Router& router, const Backend& backend);
void add_departure_handlers(Router& router, const Backend& backend);
void add_activity_group_handlers(Router& router, const Backend& backend);
void add_audit_handlers(Router& router, const Backend& backend);
void add_import_handlers(Router& router, const Backend& backend);
/// REQUIRES: the router stays where it is: an export asks it for each page.
void add_export_handlers(Router& router, const Backend& backend);
void add_leave_handlers(Router& router, const Backend& backend);
void add_pipeline_handlers(Router& router, const Backend& backend);
void add_search_handlers(Router& router, const Backend& backend);
void add_account_handlers(Router& router, const Backend& backend);
void add_opportunity_handlers(Router& router, const Backend& backend);
void add_appointment_handlers(Router& router, const Backend& backend);
void add_next_step_handlers(Router& router, const Backend& backend);
void add_standing_handlers(Router& router, const Backend& backend);
void add_sale_handlers(Router& router, const Backend& backend);
void add_estimate_handlers(Router& router, const Backend& backend);
void add_trial_handlers(Router& router, const Backend& backend);
void add_cross_sell_handlers(Router& router, const Backend& backend);

}  // namespace paceline::api
