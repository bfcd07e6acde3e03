// SPDX-License-Identifier: Apache-2.0
#include "api/export_tables.h"

#include <algorithm>
#include <array>

#include "api/routes.h"

namespace paceline::api {
namespace {

constexpr auto kExportTables = std::to_array<ExportTable>({
    {"account-history", "/api/v1/accounts/{account}/history", Each::account},
    {.name = "accounts", .path = "/api/v1/accounts", .whole = true},
    {"activities", "/api/v1/activities", Each::rep},
    {"activity-groups", "/api/v1/reps/{rep}/activity-groups", Each::rep, "items", "outcomes"},
    {"appointments", "/api/v1/appointments", Each::rep},
    {"audit", "/api/v1/audit"},
    {"calendars", "/api/v1/definitions", Each::once, "calendars"},
    {"closing-days", "/api/v1/definitions", Each::once, "closing_days"},
    {"contacts", "/api/v1/contacts", Each::once, "items", "", "0"},
    {.name = "counts", .path = "/api/v1/counts", .whole = true},
    {"countries", "/api/v1/calendars/countries"},
    {.name = "cross-sells", .path = "/api/v1/cross-sells", .each = Each::rep, .whole = true},
    {"currency-rates", "/api/v1/currency-rates"},
    {.name = "estimates", .path = "/api/v1/estimates", .whole = true},
    {"estimates-sums", "/api/v1/estimates/sums"},
    {"evidence", "/api/v1/quotas/{quota}/evidence", Each::rep},
    {"import-faults", "/api/v1/imports/{import}/faults"},
    {"import-kept", "/api/v1/imports/{import}/kept"},
    {"imports", "/api/v1/imports"},
    {"kinds", "/api/v1/kinds"},
    {"late-facts", "/api/v1/reports/{report}/late", Each::once, "changes"},
    {"leaderboard", "/api/v1/teams/{team}/leaderboard", Each::once, "items", "places"},
    {"leads-to", "/api/v1/reps/{rep}/leads-to/activities", Each::rep},
    {"leads-to-sums", "/api/v1/reps/{rep}/leads-to", Each::rep, "rows"},
    {"leave", "/api/v1/reps/{rep}/leave", Each::rep},
    {"looks", "/api/v1/reps/{rep}/looks", Each::rep},
    {"mappings", "/api/v1/mappings"},
    {"next-steps", "/api/v1/next-steps", Each::rep},
    {"opportunities", "/api/v1/opportunities"},
    {"opportunity-history", "/api/v1/opportunities/{opportunity}/history", Each::opportunity},
    {"opportunity-next-steps", "/api/v1/opportunities/{opportunity}", Each::opportunity, "next_steps"},
    {"opportunity-people", "/api/v1/opportunities/{opportunity}", Each::opportunity, "people"},
    {"opportunity-qualification", "/api/v1/opportunities/{opportunity}", Each::opportunity, "qualification"},
    {"pace", "/api/v1/reps/{rep}/pace", Each::rep},
    {"pace-days", "/api/v1/quotas/{quota}/pace", Each::rep, "days"},
    {"part-time", "/api/v1/definitions", Each::once, "part_time"},
    {"people", "/api/v1/reps"},
    {"phases", "/api/v1/definitions", Each::once, "phases"},
    {"pipelines", "/api/v1/pipelines", Each::once, "items", "stages"},
    {"product-lines", "/api/v1/product-lines"},
    {"quota-history", "/api/v1/quotas/{quota}/history", Each::rep},
    {"quota-proposals", "/api/v1/quota-proposals"},
    {"quota-versions", "/api/v1/quotas/{quota}", Each::quota, "versions"},
    {"quotas", "/api/v1/quotas"},
    {"ramps", "/api/v1/definitions", Each::once, "ramps"},
    {"report-days", "/api/v1/reports/{report}", Each::once, "days"},
    {"report-evidence", "/api/v1/reports/{report}/evidence"},
    {"reports", "/api/v1/reports"},
    {"sales", "/api/v1/sales/rows"},
    {"sales-sums", "/api/v1/sales"},
    {"sessions", "/api/v1/sessions"},
    {"signals", "/api/v1/signals", Each::rep, "items", "", "0"},
    {"stage-days", "/api/v1/stage-days"},
    {"standing", "/api/v1/standing", Each::once, "stages"},
    {.name = "standing-rows", .path = "/api/v1/standing/rows", .of_one_moment = true, .whole = true},
    {"team-leads-to", "/api/v1/teams/{team}/leads-to/activities"},
    {"team-leads-to-sums", "/api/v1/teams/{team}/leads-to", Each::once, "rows"},
    {"team-leave", "/api/v1/leave"},
    {"team-pace", "/api/v1/teams/{team}/pace", Each::once, "items", "quotas"},
    {"team-quota-evidence", "/api/v1/teams/{team}/quotas/{quota}/evidence"},
    {"team-quotas", "/api/v1/teams/{team}/quotas"},
    {"team-totals", "/api/v1/teams/{team}/totals"},
    {"teams", "/api/v1/teams"},
    {"templates", "/api/v1/templates"},
    {"territories", "/api/v1/territories"},
    {"tokens", "/api/v1/tokens"},
    {"topics", "/api/v1/topics"},
    {"trials", "/api/v1/trials", Each::rep},
    {"users", "/api/v1/users"},
    {"verdicts", "/api/v1/reports/verdicts"},
    {"webhooks", "/api/v1/webhooks"},
});

constexpr auto kNotExported = std::to_array<NotExported>({
    {"get_health", "says that the server is well"},
    {"get_liveness", "says that the server lives"},
    {"get_openapi", "the description of the API is a document of its own"},
    {"get_session", "who asks"},
    {"get_contact", "one row of contacts"},
    {"get_account", "one row of accounts"},
    {"get_contact_history",
     "what happened with one contact, for who looks at it: activities and opportunities have it"},
    {"list_account_contacts", "rows of contacts"},
    {"list_contact_opportunities", "rows of opportunities and opportunity-people"},
    {"search_names", "names of accounts and opportunities"},
    {"get_sale", "one row of sales"},
    {"get_estimate", "one row of estimates"},
    {"suggest_trial", "a hint beside one opportunity"},
    {"get_import", "one row of imports"},
    {"get_appointment", "one row of appointments"},
    {"list_appointment_history", "what became known of one appointment, for who looks at it"},
    {"get_appointment_file", "a calendar file already"},
    {"read_calendar_feed", "a calendar file already"},
    {"get_calendar_feed", "one yes or no"},
    {"list_free_times", "what could be, no fact"},
    {"get_template", "a document for apply, which is taken as it is"},
    {"get_notice", "a text to be printed"},
    {"get_settings", "a document for apply: get_definitions has it"},
    {"get_leaderboard_choice", "one yes or no"},
    {"follow_changes", "a stream that does not end"},
    {"export_table", "the export itself"},
});

constexpr int kDeepest = 4;

/// A form of the API: what the schemas of its answer refer to.
class FormColumns {
 public:
  explicit FormColumns(const Route& route) : answer_(route.answer.shape.schema(components_, json::Use::answer)) {}

  /// What each element of the answer's list looks like.
  [[nodiscard]] const json::Schema& row(std::string_view list) const { return element(whole(answer_), list); }
  [[nodiscard]] const json::Schema& element(const json::Schema& object, std::string_view list) const {
    const json::Schema* const member = find(object, list);
    PACELINE_ASSERT(member != nullptr && !member->items.empty());
    return whole(member->items.front());
  }
  void add(const json::Schema& object, const std::string& before, std::string_view without, int depth,
           std::vector<std::string>& columns) const {
    for (const json::Schema& member : object.properties) {
      const json::Schema& inside = whole(member);
      if (member.name == without) continue;
      if (inside.properties.empty() || depth == kDeepest) {
        columns.push_back(before + member.name);
      } else {
        add(inside, before + member.name + ".", {}, depth + 1, columns);
      }
    }
  }

 private:
  [[nodiscard]] const json::Schema& whole(const json::Schema& schema) const {
    return schema.reference.empty() ? schema : components_.at(schema.reference);
  }
  static const json::Schema* find(const json::Schema& object, std::string_view name) {
    const auto found = std::find_if(object.properties.begin(), object.properties.end(),
                                    [&](const json::Schema& member) { return member.name == name; });
    return found == object.properties.end() ? nullptr : &*found;
  }

  json::Components components_;
  json::Schema answer_;
};

}  // namespace

std::span<const ExportTable> export_tables() {
  return kExportTables;
}

const ExportTable* find_export_table(std::string_view name) {
  const auto* const found = std::find_if(kExportTables.begin(), kExportTables.end(),
                                         [&](const ExportTable& table) { return table.name == name; });
  return found == kExportTables.end() ? nullptr : found;
}

const Route& route_of(const ExportTable& table) {
  const auto all = routes();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Route& route) {
    return route.method == Method::get && route.path == table.path;
  });
  PACELINE_ASSERT(found != all.end());
  return *found;
}

std::span<const NotExported> not_exported() {
  return kNotExported;
}

const char* subject_of(Each each) {
  switch (each) {
    case Each::once: break;
    case Each::rep: return "rep";
    case Each::quota: return "quota";
    case Each::opportunity: return "opportunity";
    case Each::account: return "account";
  }
  return "";
}

std::string owner_column(Each each) {
  return std::string("of_") + subject_of(each);
}

std::vector<std::string> columns_of(const ExportTable& table) {
  const FormColumns forms(route_of(table));
  const json::Schema& row = forms.row(table.rows);
  std::vector<std::string> columns;
  if (table.each != Each::once && table.name != "activities") columns.push_back(owner_column(table.each));
  forms.add(row, {}, table.inside, 0, columns);
  if (!table.inside.empty())
    forms.add(forms.element(row, table.inside), std::string(table.inside) + ".", {}, 1, columns);
  if (table.name == "activities")
    columns.insert(columns.end(), {"contact_key", "segment", "occurred_precision", "note", "attributes"});
  if (table.name == "contacts") columns.insert(columns.end(), {"key", "segment", "owner_email"});
  return columns;
}

}  // namespace paceline::api
