// SPDX-License-Identifier: Apache-2.0
#include "api/routes.h"

#include <algorithm>
#include <array>

#include "api/forms/access.h"
#include "api/forms/activity.h"
#include "api/forms/activity_group.h"
#include "api/forms/apply.h"
#include "api/forms/audit.h"
#include "api/forms/calendar.h"
#include "api/forms/call_record.h"
#include "api/forms/contact.h"
#include "api/forms/count.h"
#include "api/forms/definitions.h"
#include "api/forms/departure.h"
#include "api/forms/export.h"
#include "api/forms/fair.h"
#include "api/forms/history.h"
#include "api/forms/import.h"
#include "api/forms/kind.h"
#include "api/forms/leads_to.h"
#include "api/forms/leave.h"
#include "api/forms/quota_change.h"
#include "api/forms/report.h"
#include "api/forms/session.h"
#include "api/forms/signal.h"
#include "api/forms/team.h"
#include "api/forms/team_quota.h"
#include "api/forms/template.h"
#include "api/forms/webhook.h"
#include "api/pipeline_routes.h"
#include "json/any.h"

namespace paceline::api {
namespace {

using enum Method;
using enum Right;
using enum Repeat;

// clang-format off
// method, path, operation
//     right, query, body, answer, repeat, summary
constexpr auto kOtherRoutes = std::to_array<Route>({
  {get, "/api/v1/health", "get_health",
       anyone, kNoQuery, kNoBody, answers<form::Health>(), freely, "Is the server well: it and its database answer"},
  {get, "/api/v1/health/live", "get_liveness",
       anyone, kNoQuery, kNoBody, answers<form::Liveness>(), freely, "Does the server answer, whatever its database does"},
  {get, "/api/v1/openapi.json", "get_openapi",
       anyone, kNoQuery, kNoBody, answers<boost::json::object>(), freely, "This description"},

  {post, "/api/v1/session", "sign_in",
       anyone, kNoQuery, body<form::SignIn>(), answers<form::Session>(), freely, "Sign in and get the cookie"},
  {get, "/api/v1/session", "get_session",
       signed_in, kNoQuery, kNoBody, answers<form::Session>(), freely, "Who is signed in"},
  {remove, "/api/v1/session", "sign_out",
       signed_in, kNoQuery, kNoBody, kNoContent, freely, "Sign out"},
  // Not kept for repetition: the answer holds a secret that is shown once.
  {post, "/api/v1/tokens", "add_token",
       signed_in, kNoQuery, body<form::NewToken>(), answers<form::MadeToken>(201), freely,
       "Make a token for a program"},

  {post, "/api/v1/join", "join",
       anyone, kNoQuery, body<form::Join>(), answers<form::Session>(), freely,
       "Set a password by an invitation, and sign in"},
  {get, "/api/v1/sessions", "list_sessions",
       signed_in, query<form::PageQuery>(), kNoBody, answers<form::List<form::OpenSession>>(), freely,
       "Where the acting user is signed in"},
  {remove, "/api/v1/sessions/others", "end_other_sessions",
       signed_in, kNoQuery, kNoBody, kNoContent, freely, "Sign out everywhere else"},
  {get, "/api/v1/tokens", "list_tokens",
       signed_in, query<form::TokensQuery>(), kNoBody, answers<form::List<form::OpenToken>>(), freely,
       "Tokens that hold"},
  {remove, "/api/v1/tokens/{token}", "revoke_token",
       signed_in, kNoQuery, kNoBody, kNoContent, freely, "Revoke a token"},

  {get, "/api/v1/kinds", "list_kinds",
       signed_in, query<form::PageQuery>(), kNoBody, answers<form::List<Kind>>(), freely,
       "Kinds of activity and their outcomes"},
  {get, "/api/v1/topics", "list_topics",
       signed_in, query<form::PageQuery>(), kNoBody, answers<form::List<form::Topic>>(), freely, "Topics in use"},

  {get, "/api/v1/contacts", "list_contacts",
       read_contacts, query<form::ContactsQuery>(), kNoBody, answers<form::List<form::FoundContact>>(), freely,
       "Find contacts"},
  {post, "/api/v1/contacts", "add_contact",
       edit_contacts, kNoQuery, body<form::NewContact>(), answers<form::Contact>(201), once, "Add a contact"},
  {post, "/api/v1/contacts/batch", "add_contacts",
       edit_contacts, kNoQuery, body<form::Batch<form::NewContact>>(), answers<form::BatchResult>(), once,
       "Add many contacts"},
  {get, "/api/v1/contacts/{contact}", "get_contact",
       read_contacts, kNoQuery, kNoBody, answers<form::ContactDetail>(), freely, "One contact"},
  {get, "/api/v1/contacts/{contact}/history", "get_contact_history",
       read_contacts, query<form::PageQuery>(), kNoBody, answers<form::List<form::HistoryEvent>>(), freely,
       "What happened with a contact, newest first"},
  {get, "/api/v1/contacts/{contact}/opportunities", "list_contact_opportunities",
       read_contacts, query<form::PageQuery>(), kNoBody, answers<form::List<form::ContactOpportunity>>(), freely,
       "Opportunities that a contact has a part in, newest first"},
  {get, "/api/v1/search", "search_names",
       read_contacts, query<form::SearchQuery>(), kNoBody, answers<form::List<form::FoundName>>(), freely,
       "Accounts and opportunities by the beginnings of words of their names"},

  {get, "/api/v1/activities", "list_activities",
       read_figures, query<form::ActivitiesQuery>(), kNoBody, answers<form::List<form::Activity>>(), freely,
       "Activities of a rep, newest first"},
  {post, "/api/v1/activities", "log_activity",
       log_activity, kNoQuery, body<form::NewActivity>(), answers<form::LoggedActivity>(201), once,
       "Log an activity"},
  {post, "/api/v1/activities/preview", "preview_activity",
       log_activity, kNoQuery, body<form::NewActivity>(), answers<form::Preview>(), freely,
       "What an activity would count for"},
  {post, "/api/v1/activities/batch", "log_activities",
       log_activity, kNoQuery, body<form::Batch<form::NewActivity>>(), answers<form::BatchResult>(), once,
       "Log many activities"},
  {post, "/api/v1/activities/{activity}/void", "void_activity",
       log_activity, kNoQuery, body<form::VoidActivity>(), answers<form::LoggedActivity>(), once, "Void an activity"},
  {post, "/api/v1/activities/{activity}/correct", "correct_activity",
       log_activity, kNoQuery, body<form::CorrectActivity>(), answers<form::LoggedActivity>(), once,
       "Correct an activity"},
  {post, "/api/v1/call-records", "take_call_records",
       log_activity, kNoQuery, body<form::NewCallRecords>(), answers<form::CallRecordResult>(), once,
       "Call records of a switchboard, matched by number"},

  {get, "/api/v1/webhooks", "list_webhooks",
       administer, kNoQuery, kNoBody, answers<form::List<form::Webhook>>(), freely, "Signed webhooks"},
  // Not kept for repetition: the answers hold a secret that is shown once.
  {post, "/api/v1/webhooks", "add_webhook",
       administer, kNoQuery, body<form::NewWebhook>(), answers<form::MadeWebhook>(201), freely,
       "Make a webhook for a program that signs what it sends"},
  {post, "/api/v1/webhooks/{webhook}/secret", "renew_webhook",
       administer, kNoQuery, kNoBody, answers<form::MadeWebhook>(), freely, "Another secret in place of the one before"},
  {remove, "/api/v1/webhooks/{webhook}", "revoke_webhook",
       administer, kNoQuery, kNoBody, kNoContent, freely, "Revoke a webhook"},

  {get, "/api/v1/signals", "list_signals",
       read_contacts, query<form::SignalsQuery>(), kNoBody, answers<form::List<form::Signal>>(), freely,
       "Signals of a rep's contacts, newest first"},
  {post, "/api/v1/signals/batch", "add_signals",
       edit_contacts, kNoQuery, body<form::Batch<form::NewSignal>>(), answers<form::BatchResult>(), once,
       "Add many signals"},

  {get, "/api/v1/users", "list_users",
       administer, query<form::PageQuery>(), kNoBody, answers<form::List<form::User>>(), freely,
       "Everybody who can sign in"},
  // Not kept for repetition, like a token.
  {post, "/api/v1/users/{user}/invitation", "make_invitation",
       administer, kNoQuery, kNoBody, answers<form::Invitation>(201), freely,
       "Invite somebody, or let them set a new password"},
  {post, "/api/v1/users/{user}/departure", "depart",
       administer, kNoQuery, body<form::Departure>(), answers<form::HandedOver>(), once, "Somebody leaves the company"},
  {post, "/api/v1/users/{user}/departure/take-back", "take_back_departure",
       administer, kNoQuery, kNoBody, kNoContent, once, "Take an announced departure back"},
  {post, "/api/v1/users/{user}/hand-over", "hand_over",
       hand_over, kNoQuery, body<form::HandOver>(), answers<form::HandedOver>(), once,
       "Hand contacts and the rest of the running quotas over"},
  {get, "/api/v1/reps", "list_reps",
       read_people, query<form::PageQuery>(), kNoBody, answers<form::List<form::Rep>>(), freely,
       "People whose figures the acting user may see"},
  {get, "/api/v1/teams", "list_teams",
       read_people, query<form::PageQuery>(), kNoBody, answers<form::List<form::TeamNode>>(), freely,
       "Teams whose figures the acting user may see"},
  {get, "/api/v1/reps/{rep}/leave", "list_leave",
       read_leave, query<form::PageQuery>(), kNoBody, answers<form::List<form::Leave>>(), freely,
       "When somebody is away"},
  {get, "/api/v1/leave", "list_team_leave",
       read_leave, query<form::TeamLeaveQuery>(), kNoBody, answers<form::List<form::LeaveOfRep>>(), freely,
       "When the people of a team are away"},
  {post, "/api/v1/reps/{rep}/leave", "add_leave",
       manage_leave, kNoQuery, body<form::AddLeave>(), answers<form::Leave>(201), once, "Enter somebody's leave"},
  {post, "/api/v1/reps/{rep}/leave/{leave}/remove", "remove_leave",
       manage_leave, kNoQuery, kNoBody, answers<form::Leave>(), once, "Remove a leave"},
  {get, "/api/v1/reps/{rep}/pace", "get_rep_pace",
       read_figures, query<form::MomentQuery>(), kNoBody, answers<form::List<form::Pace>>(), freely,
       "Where each quota of a rep stands"},
  {get, "/api/v1/teams/{team}/pace", "get_team_pace",
       read_figures, query<form::MomentPageQuery>(), kNoBody, answers<form::List<form::RepPace>>(), freely,
       "Where each quota of each rep of a team stands"},
  {get, "/api/v1/teams/{team}/totals", "get_team_totals",
       read_sums, query<form::MomentQuery>(), kNoBody, answers<form::List<form::TeamTotal>>(), freely,
       "What a team as a whole did of each quota"},

  {get, "/api/v1/quotas", "list_quotas",
       signed_in, query<form::PageQuery>(), kNoBody, answers<form::List<form::Quota>>(), freely,
       "Definitions of quotas"},
  {get, "/api/v1/quotas/{quota}", "get_quota",
       signed_in, kNoQuery, kNoBody, answers<form::QuotaDetail>(), freely,
       "A quota with its versions, and who set, proposed and agreed"},
  {post, "/api/v1/quotas", "add_quota",
       manage_quotas, kNoQuery, body<form::NewQuota>(), answers<form::QuotaDetail>(201), once, "Add a quota"},
  {put, "/api/v1/quotas/{quota}", "put_quota",
       manage_quotas, kNoQuery, body<form::NewQuota>(), answers<form::QuotaDetail>(), once, "Change a quota"},
  {post, "/api/v1/quotas/preview", "preview_quota",
       manage_quotas, kNoQuery, body<form::NewQuota>(), answers<form::QuotaPreview>(), freely,
       "Whom a definition would ask, and what the last period would have counted"},
  {post, "/api/v1/quotas/many", "change_quotas",
       manage_quotas, kNoQuery, body<form::ManyQuotas>(), answers<form::List<form::ChangedQuota>>(), once,
       "Change many quotas, all of them or none"},
  {post, "/api/v1/quotas/many/preview", "preview_quotas",
       manage_quotas, kNoQuery, body<form::ManyQuotas>(), answers<form::List<form::ChangedQuota>>(), freely,
       "What changing many quotas would make of them"},
  {post, "/api/v1/quotas/{quota}/copy", "copy_quota",
       manage_quotas, kNoQuery, body<form::CopyQuota>(), answers<form::QuotaDetail>(201), once,
       "A new quota made from another one"},
  {post, "/api/v1/quotas/{quota}/end", "end_quota",
       manage_quotas, kNoQuery, body<form::EndQuota>(), answers<form::QuotaDetail>(), once,
       "From a day on a quota asks nobody"},
  {get, "/api/v1/quotas/{quota}/history", "get_quota_history",
       read_figures, query<form::HistoryQuery>(), kNoBody, answers<form::List<form::PastPeriod>>(), freely,
       "A rep's own last periods of a quota"},
  {post, "/api/v1/quotas/{quota}/agreement", "agree_to_quota",
       propose_quotas, kNoQuery, kNoBody, answers<form::QuotaDetail>(), once, "Agree to what a quota asks"},
  {post, "/api/v1/quotas/{quota}/proposals", "propose_quota",
       propose_quotas, kNoQuery, body<form::NewProposal>(), answers<form::Proposal>(201), once,
       "Propose own amounts for a rep"},
  {get, "/api/v1/quota-proposals", "list_quota_proposals",
       read_figures, query<form::ProposalsQuery>(), kNoBody, answers<form::List<form::Proposal>>(), freely,
       "What is proposed, newest first"},
  {post, "/api/v1/quota-proposals/{proposal}/decision", "decide_quota_proposal",
       propose_quotas, kNoQuery, body<form::ProposalDecision>(), answers<form::Proposal>(), once,
       "Agree to a proposal, decline it, or take it back"},
  {get, "/api/v1/teams/{team}/quotas", "get_team_quotas",
       read_sums, query<form::MomentQuery>(), kNoBody, answers<form::List<form::TeamQuota>>(), freely,
       "The quotas of a team as one number"},
  {get, "/api/v1/teams/{team}/quotas/{quota}/evidence", "get_team_quota_evidence",
       read_figures, query<form::TeamEvidenceQuery>(), kNoBody, answers<form::TeamEvidence>(), freely,
       "Why each activity of a member counts or does not for the team's one number"},
  {get, "/api/v1/templates", "list_templates",
       signed_in, query<form::PageQuery>(), kNoBody, answers<form::List<form::Template>>(), freely,
       "Templates by trade"},
  {get, "/api/v1/templates/{template}", "get_template",
       signed_in, kNoQuery, kNoBody, answers<boost::json::object>(), freely, "A template as a document for apply"},
  {get, "/api/v1/quotas/{quota}/pace", "get_quota_pace",
       read_figures, query<form::PaceQuery>(), kNoBody, answers<form::PaceDetail>(), freely,
       "Where a quota stands, day by day"},
  {get, "/api/v1/quotas/{quota}/evidence", "get_quota_evidence",
       read_figures, query<form::EvidenceQuery>(), kNoBody, answers<form::Evidence>(), freely,
       "Why each activity counts or does not"},

  {post, "/api/v1/quotas/{quota}/periods/{period}/close", "close_period",
       confirm_reports, kNoQuery, body<form::ClosePeriod>(), answers<form::ClosedPeriod>(), once,
       "Freeze a period of a quota into reports"},
  {get, "/api/v1/reports", "list_reports",
       read_figures, query<form::ReportsQuery>(), kNoBody, answers<form::List<form::ReportLine>>(), freely,
       "Period reports, newest period first"},
  {get, "/api/v1/reports/verdicts", "list_verdicts",
       read_verdicts, query<form::ReportsQuery>(), kNoBody, answers<form::List<form::VerdictLine>>(), freely,
       "Verdicts of closed periods without counts, newest period first"},
  {get, "/api/v1/reports/{report}", "get_report",
       read_figures, query<form::MomentQuery>(), kNoBody, answers<form::Report>(), freely, "One period report, as it was frozen"},
  {get, "/api/v1/reports/{report}/evidence", "get_report_evidence",
       read_figures, query<form::ReportRowsQuery>(), kNoBody, answers<form::List<form::ReportRow>>(), freely,
       "The frozen verdict on each activity"},
  {get, "/api/v1/reports/{report}/late", "get_report_late_facts",
       read_figures, query<form::MomentQuery>(), kNoBody, answers<form::LateFacts>(), freely,
       "What became known of the period since it was closed"},
  {post, "/api/v1/reports/{report}/decision", "decide_report",
       confirm_reports, kNoQuery, body<form::DecideReport>(), answers<form::VerdictLine>(), once,
       "Confirm or replace the verdict"},
  {post, "/api/v1/reports/{report}/acknowledgement", "acknowledge_report",
       acknowledge_reports, kNoQuery, body<form::AcknowledgeReport>(), answers<form::Report>(), once,
       "Say that one has seen the report"},

  {get, "/api/v1/reps/{rep}/leads-to", "get_rep_leads_to",
       read_figures, query<form::LeadsToQuery>(), kNoBody, answers<form::LeadsTo>(), freely,
       "What a rep's activities led to"},
  {get, "/api/v1/reps/{rep}/leads-to/activities", "list_rep_leads_to_activities",
       read_figures, query<form::LeadsToRowsQuery>(), kNoBody, answers<form::List<form::LeadsToActivity>>(), freely,
       "The activities behind it, newest first, each with what followed"},
  {get, "/api/v1/teams/{team}/leads-to", "get_team_leads_to",
       read_sums, query<form::LeadsToQuery>(), kNoBody, answers<form::LeadsTo>(), freely,
       "What a team's activities led to"},
  {get, "/api/v1/teams/{team}/leads-to/activities", "list_team_leads_to_activities",
       read_figures, query<form::LeadsToRowsQuery>(), kNoBody, answers<form::List<form::LeadsToActivity>>(), freely,
       "The activities behind it, newest first, each with what followed"},

  {get, "/api/v1/reps/{rep}/looks", "list_looks",
       read_looks, query<form::PageQuery>(), kNoBody, answers<form::List<form::Look>>(), freely,
       "Who saw the figures of a rep, newest first"},
  {get, "/api/v1/notice", "get_notice",
       signed_in, kNoQuery, kNoBody, answers<form::Notice>(), freely,
       "What is recorded about people, who sees it, and for how long"},
  {get, "/api/v1/settings", "get_settings",
       administer, kNoQuery, kNoBody, answers<form::Settings>(), freely, "What is settled for the organisation"},
  {patch, "/api/v1/settings", "change_settings",
       administer, kNoQuery, body<form::NewSettings>(), answers<form::Settings>(), once,
       "Monitoring profile, leaderboard, words of the notice"},
  {get, "/api/v1/reps/{rep}/leaderboard", "get_leaderboard_choice",
       join_leaderboard, kNoQuery, kNoBody, answers<form::LeaderboardChoice>(), freely,
       "Whether a rep stands on the leaderboard"},
  {put, "/api/v1/reps/{rep}/leaderboard", "choose_leaderboard",
       join_leaderboard, kNoQuery, body<form::NewLeaderboardChoice>(), answers<form::LeaderboardChoice>(), once,
       "Join the leaderboard or leave it"},
  {get, "/api/v1/teams/{team}/leaderboard", "get_leaderboard",
       read_leaderboard, kNoQuery, kNoBody, answers<form::List<form::LeaderboardQuota>>(), freely,
       "Attainment of those who joined, best first"},

  {get, "/api/v1/live", "follow_changes",
       signed_in, query<form::LiveQuery>(), kNoBody, kEventStream, freely, "Changes as they happen"},

  {get, "/api/v1/reps/{rep}/activity-groups", "list_activity_groups",
       read_figures, query<form::ActivityGroupsQuery>(), kNoBody, answers<form::List<form::ActivityGroup>>(), freely,
       "Activities of a rep by month or attribute, with their outcomes"},
  {get, "/api/v1/mappings", "list_mappings",
       signed_in, query<form::PageQuery>(), kNoBody, answers<form::List<form::ShippedMapping>>(), freely,
       "Mappings of files that come with the program"},
  {get, "/api/v1/imports", "list_imports",
       read_figures, query<form::PageQuery>(), kNoBody, answers<form::List<form::Import>>(), freely,
       "Imports, newest first"},
  {post, "/api/v1/imports", "begin_import",
       log_activity, kNoQuery, body<form::NewImport>(), answers<form::Import>(201), once, "Begin an import"},
  {get, "/api/v1/imports/{import}", "get_import",
       read_figures, kNoQuery, kNoBody, answers<form::Import>(), freely, "How far an import has come"},
  {put, "/api/v1/imports/{import}/parts/{part}", "send_import_part",
       log_activity, kNoQuery, body<form::Bytes>(), answers<form::Import>(), once, "Send a part of the file, 0 first"},
  {post, "/api/v1/imports/{import}/check", "check_import",
       log_activity, kNoQuery, kNoBody, answers<form::Import>(), once, "See what an import would do"},
  {post, "/api/v1/imports/{import}/start", "start_import",
       log_activity, kNoQuery, kNoBody, answers<form::Import>(), once, "Import the file"},
  {post, "/api/v1/imports/{import}/cancel", "cancel_import",
       log_activity, kNoQuery, kNoBody, answers<form::Import>(), once, "Stop; what was imported stays until undo"},
  {post, "/api/v1/imports/{import}/undo", "undo_import",
       log_activity, kNoQuery, kNoBody, answers<form::Import>(), once, "Take an import back"},
  {get, "/api/v1/imports/{import}/faults", "list_import_faults",
       read_figures, query<form::PageQuery>(), kNoBody, answers<form::List<RowFault>>(), freely,
       "Why rows were refused, at most the first 1,000"},
  {get, "/api/v1/imports/{import}/kept", "list_import_kept",
       read_figures, query<form::PageQuery>(), kNoBody, answers<form::List<form::KeptRecord>>(), freely,
       "What undo left, and why"},

  {post, "/api/v1/apply", "apply_definitions",
       administer, kNoQuery, body<form::Definitions>(), answers<form::Applied>(), once,
       "Teams, users, calendars, kinds, rules and quotas as one document"},
  {get, "/api/v1/definitions", "get_definitions",
       administer, kNoQuery, kNoBody, answers<form::DefinitionsNow>(), freely,
       "The definitions as they are, as the document that apply takes"},
  {get, "/api/v1/calendars/countries", "list_countries",
       signed_in, query<form::PageQuery>(), kNoBody, answers<form::List<CountryYears>>(), freely,
       "Countries whose holidays come with the program"},
  {post, "/api/v1/calendars/read", "read_calendar",
       administer, kNoQuery, body<form::ReadCalendar>(), answers<form::CalendarDays>(), freely,
       "Read a file of holidays without storing it"},
  {get, "/api/v1/audit", "list_audit",
       administer, query<form::MomentPageQuery>(), kNoBody, answers<form::List<form::AuditLine>>(), freely,
       "What was changed, when and by whom, newest first"},
  {get, "/api/v1/counts", "list_counts",
       export_figures, query<form::PageQuery>(), kNoBody, answers<form::List<form::Count>>(), freely,
       "Every maintained count"},
  {get, "/api/v1/export/{table}", "export_table",
       signed_in, query<form::ExportQuery>(), kNoBody, kExportFile, freely,
       "A list of the API as a file: CSV, JSON lines or XLSX"},
});
// clang-format on

constexpr auto kTable = [] {
  std::array<Route, kOtherRoutes.size() + kPipelineRoutes.size()> all = {};
  std::copy(kPipelineRoutes.begin(), kPipelineRoutes.end(),
            std::copy(kOtherRoutes.begin(), kOtherRoutes.end(), all.begin()));
  return all;
}();

constexpr bool braces_are_whole(std::string_view path) {
  int open = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '{') ++open;
    if (path[i] == '{' && (open != 1 || path[i - 1] != '/' || path[i + 1] == '}')) return false;
    if (path[i] == '}' && (--open != 0 || (i + 1 < path.size() && path[i + 1] != '/'))) return false;
  }
  return open == 0;
}

constexpr bool is_sound(const Route& route) {
  const bool reads = route.method == get;
  return route.path.starts_with(kRoot) && route.path[kRoot.size()] == '/' && !route.path.ends_with('/') &&
         braces_are_whole(route.path) && !route.operation_id.empty() && !route.summary.empty() &&
         (!reads || (!route.body && route.repeat == freely)) && (reads || !route.query);
}

constexpr bool all_differ() {
  for (auto a = kTable.begin(); a != kTable.end(); ++a)
    for (auto b = a + 1; b != kTable.end(); ++b)
      if (a->operation_id == b->operation_id || (a->method == b->method && a->path == b->path)) return false;
  return true;
}

static_assert(std::all_of(kTable.begin(), kTable.end(), is_sound), "a path, a brace, a body or a query is wrong");
static_assert(all_differ(), "an operation or a method and path stands twice");

}  // namespace

std::span<const Route> routes() {
  return kTable;
}

}  // namespace paceline::api
