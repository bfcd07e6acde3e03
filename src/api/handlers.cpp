// SPDX-License-Identifier: Apache-2.0
#include "api/handlers.h"

namespace paceline::api {

void add_handlers(Router& router, const Backend& backend) {
  add_system_handlers(router, backend);
  add_session_handlers(router, backend);
  add_people_handlers(router, backend);
  add_contact_handlers(router, backend);
  add_signal_handlers(router, backend);
  add_call_record_handlers(router, backend);
  add_webhook_handlers(router, backend);
  add_activity_handlers(router, backend);
  add_quota_handlers(router, backend);
  add_quota_change_handlers(router, backend);
  add_proposal_handlers(router, backend);
  add_team_quota_handlers(router, backend);
  add_template_handlers(router, backend);
  add_report_handlers(router, backend);
  add_verdict_handlers(router, backend);
  add_fair_handlers(router, backend);
  add_leads_to_handlers(router, backend);
  add_apply_handlers(router, backend);
  add_definition_handlers(router, backend);
  add_activity_group_handlers(router, backend);
  add_audit_handlers(router, backend);
  add_import_handlers(router, backend);
  add_export_handlers(router, backend);
  add_leave_handlers(router, backend);
  add_pipeline_handlers(router, backend);
  add_search_handlers(router, backend);
  add_account_handlers(router, backend);
  add_opportunity_handlers(router, backend);
  add_appointment_handlers(router, backend);
  add_next_step_handlers(router, backend);
  add_standing_handlers(router, backend);
  add_sale_handlers(router, backend);
  add_estimate_handlers(router, backend);
  add_trial_handlers(router, backend);
  add_cross_sell_handlers(router, backend);
  add_access_handlers(router, backend);
  add_departure_handlers(router, backend);
  PACELINE_ASSERT(router.missing_handlers().empty());
}

}  // namespace paceline::api
