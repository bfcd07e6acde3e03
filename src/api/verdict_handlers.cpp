// SPDX-License-Identifier: Apache-2.0
#include "api/batches.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/references.h"
#include "api/report_forms.h"
#include "api/report_pages.h"
#include "api/subjects.h"
#include "app/cells.h"
#include "app/decide_report.h"

namespace paceline::api {
namespace {

bool may_decide(const Call& call, Whose whose) {
  return call.actor().user_id && authorise(call.actor(), Right::confirm_reports, whose);
}

Result<form::List<form::VerdictLine>> list_verdicts(const form::ReportsQuery& query, const Call& call,
                                                    const Backend& backend, Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(auto reader, reader_for(call, backend, stores));
  if (query.rep) {
    PACELINE_TRY(const User rep, user_for(query.rep->value, call, stores.people));
    PACELINE_TRY(const Whose whose, reader.whose(rep.user_id));
    PACELINE_CHECK(authorise(call.actor(), Right::read_verdicts, whose));
  }
  PACELINE_TRY(const ReportPage page, page_for(Right::read_verdicts, query, when, call, reader, stores));
  PACELINE_TRY(auto found, stores.reports.page(page));
  const auto limit = static_cast<std::size_t>(query.limit.value);
  form::List<form::VerdictLine> list;
  if (found.size() > limit) {
    found.resize(limit);
    list.next = cursor_after(found.back().head);
  }
  PACELINE_TRY(list.items, verdict_lines(found, said_until(when), stores));
  for (form::VerdictLine& line : list.items) {
    PACELINE_TRY(const Whose whose, reader.whose(line.rep_id));
    line.may_decide = may_decide(call, whose);
    PACELINE_TRY(const auto rep, stores.people.find_user(line.rep_id));
    if (rep) PACELINE_CHECK(note_look(call, *rep, Looked::verdict, backend));
  }
  return list;
}

struct ReportToDecide {
  PeriodReport report;
  Whose whose = Whose::other_team;
};

/// Who decides reads the verdict; the figures are not asked for and not answered.
Result<ReportToDecide> report_to_decide(const Call& call, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto report_id, call.path_id<ReportId>("report"));
  PACELINE_TRY(auto stored, stores.reports.find_without_rows(report_id));
  if (!stored) return fail(Fault::not_found, "report.not_found");
  PACELINE_TRY(auto reader, reader_for(call, backend, stores));
  PACELINE_TRY(const Whose whose, reader.whose(stored->report.head.rep_id));
  PACELINE_CHECK(authorise(call.actor(), Right::confirm_reports, whose));
  PACELINE_CHECK(authorise(call.actor(), Right::read_verdicts, whose));
  return ReportToDecide{std::move(stored->report), whose};
}

Result<form::VerdictLine> decided(const Call& call, const ReportToDecide& found, Stores& stores) {
  PACELINE_TRY(auto lines, verdict_lines({found.report}, kEver, stores));
  lines.front().may_decide = may_decide(call, found.whose);
  return std::move(lines.front());
}

Checked<form::VerdictLine> decide(const Call& call, const form::DecideReport& decision, const Backend& backend) {
  Stores& stores = call.stores();
  const auto found = report_to_decide(call, backend, stores);
  if (!found) return tl::unexpected(Errors{found.error()});
  const DecisionDraft draft{decision.verdict, decision.excuse, text_of(decision.note)};
  auto stored = decide_report(call.actor(), found->report, draft, backend.clock.now(), backend.ids, stores);
  if (!stored) return tl::unexpected(std::move(stored).error());
  return or_all(decided(call, *found, stores));
}

}  // namespace

void add_verdict_handlers(Router& router, const Backend& backend) {
  router.on("list_verdicts", [&backend](const Call& call, const form::ReportsQuery& query) {
    return reading<form::List<form::VerdictLine>>(
        call, backend, [&](Stores& stores) { return list_verdicts(query, call, backend, stores); });
  });
  router.on("decide_report", [&backend](const Call& call, const form::DecideReport& decision) {
    return decide(call, decision, backend);
  });
}

}  // namespace paceline::api
