// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "api/batches.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/references.h"
#include "api/report_forms.h"
#include "api/report_pages.h"
#include "api/subjects.h"
#include "app/cells.h"
#include "app/close_period.h"
#include "app/decide_report.h"

namespace paceline::api {
namespace {

/// The report that the path names, with what the caller may see of it and is to its rep.
struct ReportInSight {
  StoredReport stored;
  ReportSight sight;
  Whose whose = Whose::other_team;
  AsOf when;
};

/// `as_of`: none for now. A report that was not yet made at the moment is not found.
Result<ReportInSight> report_for(std::optional<Instant> as_of, const Call& call, const Backend& backend,
                                 Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(as_of, backend));
  PACELINE_TRY(const auto report_id, call.path_id<ReportId>("report"));
  PACELINE_TRY(auto stored, stores.reports.find_without_rows(report_id));
  const bool made = stored && (when.is_now() || stored->report.head.closed_at <= when.as_of);
  if (!made) return fail(Fault::not_found, "report.not_found");
  PACELINE_TRY(auto reader, reader_for(call, backend, stores));
  PACELINE_TRY(auto sight, reader.sight_of(stored->report));
  PACELINE_TRY(const Whose whose, reader.whose(stored->report.head.rep_id));
  if (!sight.any()) {
    PACELINE_CHECK(authorise(call.actor(), Right::read_figures, whose));
    return fail(Fault::forbidden, "access.forbidden");
  }
  return ReportInSight{*std::move(stored), std::move(sight), whose, when};
}

Result<form::Report> shown(const Call& call, const ReportInSight& found, Stores& stores) {
  PACELINE_TRY(auto form, report_form(found.stored, found.sight, said_until(found.when), stores));
  const Actor& actor = call.actor();
  form.may_decide = actor.user_id && authorise(actor, Right::confirm_reports, found.whose);
  form.may_acknowledge = actor.user_id && authorise(actor, Right::acknowledge_reports, found.whose);
  return form;
}

/// Notes that the report's rep is looked at.
Result<void> note_report(const Call& call, const ReportInSight& found, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto rep, stores.people.find_user(found.stored.report.head.rep_id));
  return rep ? note_look(call, *rep, Looked::report, backend) : Result<void>();
}

/// Those of the reports that the caller has a sight of.
Result<std::vector<PeriodReport>> in_sight(std::vector<PeriodReport> reports, ReportReader& reader) {
  std::vector<PeriodReport> seen;
  for (PeriodReport& report : reports) {
    PACELINE_TRY(const auto sight, reader.sight_of(report));
    if (sight.any()) seen.push_back(std::move(report));
  }
  return seen;
}

Result<void> note_reports(const Call& call, const std::vector<PeriodReport>& reports, const Backend& backend,
                          PeopleStore& people) {
  std::set<RepId> reps;
  for (const PeriodReport& report : reports) reps.insert(report.head.rep_id);
  return note_looks(call, reps, Looked::report, backend, people);
}

Result<form::List<form::ReportLine>> list_reports(const form::ReportsQuery& query, const Call& call,
                                                  const Backend& backend, Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(auto reader, reader_for(call, backend, stores));
  PACELINE_TRY(ReportPage page, page_for(Right::read_figures, query, when, call, reader, stores));
  const auto limit = static_cast<std::size_t>(query.limit.value);
  std::vector<PeriodReport> shown;
  // Once, but for reports of reps who were in an own team at another time than that of the report.
  for (bool more = true; more && shown.size() <= limit;) {
    PACELINE_TRY(auto found, stores.reports.page(page));
    more = found.size() == static_cast<std::size_t>(page.limit);
    if (more) page.before = {found.back().head.span.from, found.back().head.report_id};
    PACELINE_TRY(auto seen, in_sight(std::move(found), reader));
    shown.insert(shown.end(), std::make_move_iterator(seen.begin()), std::make_move_iterator(seen.end()));
  }
  form::List<form::ReportLine> list;
  if (shown.size() > limit) {
    shown.resize(limit);
    list.next = cursor_after(shown.back().head);
  }
  PACELINE_CHECK(note_reports(call, shown, backend, stores.people));
  PACELINE_TRY(list.items, report_lines(shown, said_until(when), stores));
  const bool another_team = query.rep && list.items.empty() && call.actor().role == Role::manager;
  if (!another_team) return list;
  PACELINE_TRY(const User rep, user_for(query.rep->value, call, stores.people));
  PACELINE_TRY(const Whose whose, reader.whose(rep.user_id));
  PACELINE_CHECK(authorise(call.actor(), Right::read_figures, whose));
  return list;
}

/// The one who is named, or everybody for whom the caller may close a period.
Result<std::vector<RepId>> reps_to_close(const form::ClosePeriod& asked, const Call& call, const Backend& backend,
                                         PeopleStore& people) {
  if (asked.rep) {
    PACELINE_TRY(const User rep, rep_for(Right::confirm_reports, asked.rep->value, call, backend, people));
    return std::vector{rep.user_id};
  }
  PACELINE_TRY(auto users, people.users());
  PACELINE_TRY(const auto teamed, teams_today(std::move(users), backend, people));
  std::vector<RepId> reps;
  for (const auto& [user, team] : teamed) {
    const Whose whose = relation_to(call.actor(), user.user_id, team ? std::optional(team->team_id) : std::nullopt);
    if (authorise(call.actor(), Right::confirm_reports, whose)) reps.push_back(user.user_id);
  }
  return reps;
}

/// Closed, but its figures stay with the rep where the monitoring profile says so.
Result<std::vector<PeriodReport>> shown_of(const std::vector<ReportId>& reports, const Call& call, ReportStore& store) {
  PACELINE_TRY(auto found, store.heads_of(reports));
  std::erase_if(found, [&](const PeriodReport& report) {
    return report.head.rep_id != call.actor().user_id && !sees_single_reps(call.actor());
  });
  return found;
}

Result<form::ClosedPeriod> close(const Call& call, const form::ClosePeriod& asked, const Backend& backend) {
  Stores& stores = call.stores();
  PACELINE_TRY(const Quota quota, quota_named(call.path_text("quota"), stores.quotas));
  PACELINE_TRY(auto reps, reps_to_close(asked, call, backend, stores.people));
  const PeriodChoice choice{std::string(call.path_text("period")), std::move(reps)};
  const ClosingTools tools{backend.zones, backend.secrets, backend.ids};
  PACELINE_TRY(const auto closed, close_period(call.actor(), quota, choice, backend.clock.now(), tools, stores));
  PeopleNames names(stores.people);
  form::ClosedPeriod form{quota.key, choice.period_key, closed.made, closed.left, {}, {}};
  PACELINE_TRY(const auto shown, shown_of(closed.reports, call, stores.reports));
  PACELINE_TRY(form.reports, report_lines(shown, kEver, stores));
  for (const WaitingRep& each : closed.waiting) {
    PACELINE_TRY(auto name, names.of(each.rep_id));
    form.waiting.push_back({each.rep_id, std::move(name), each.code, each.from});
  }
  return form;
}

Checked<form::Report> acknowledge(const Call& call, const form::AcknowledgeReport& given, const Backend& backend) {
  Stores& stores = call.stores();
  const auto found = report_for(std::nullopt, call, backend, stores);
  if (!found) return tl::unexpected(Errors{found.error()});
  const auto allowed = authorise(call.actor(), Right::acknowledge_reports, found->whose);
  if (!allowed) return tl::unexpected(Errors{allowed.error()});
  const Side side = found->whose == Whose::own ? Side::rep : Side::manager;
  auto acknowledged = acknowledge_report(call.actor(), found->stored.report, side, text_of(given.remark),
                                         backend.clock.now(), backend.ids, stores);
  if (!acknowledged) return tl::unexpected(std::move(acknowledged).error());
  return or_all(shown(call, *found, stores));
}

}  // namespace

void add_report_handlers(Router& router, const Backend& backend) {
  router.on("close_period",
            [&backend](const Call& call, const form::ClosePeriod& asked) { return close(call, asked, backend); });
  router.on("list_reports", [&backend](const Call& call, const form::ReportsQuery& query) {
    return reading<form::List<form::ReportLine>>(
        call, backend, [&](Stores& stores) { return list_reports(query, call, backend, stores); });
  });
  router.on("get_report", [&backend](const Call& call, const form::MomentQuery& query) {
    return reading<form::Report>(call, backend, [&](Stores& stores) -> Result<form::Report> {
      PACELINE_TRY(const ReportInSight found, report_for(query.as_of, call, backend, stores));
      PACELINE_CHECK(note_report(call, found, backend, stores));
      return shown(call, found, stores);
    });
  });
  router.on("get_report_evidence", [&backend](const Call& call, const form::ReportRowsQuery& query) {
    return reading<form::List<form::ReportRow>>(
        call, backend, [&](Stores& stores) -> Result<form::List<form::ReportRow>> {
          PACELINE_TRY(const ReportInSight found, report_for(query.as_of, call, backend, stores));
          PACELINE_CHECK(note_report(call, found, backend, stores));
          PACELINE_TRY(auto rows, stores.reports.rows_of(found.stored.report.head.report_id));
          return report_rows(std::move(rows), query, found.sight, stores.contacts);
        });
  });
  router.on("get_report_late_facts", [&backend](const Call& call, const form::MomentQuery& query) {
    return reading<form::LateFacts>(call, backend, [&](Stores& stores) -> Result<form::LateFacts> {
      PACELINE_TRY(ReportInSight found, report_for(query.as_of, call, backend, stores));
      PACELINE_CHECK(note_report(call, found, backend, stores));
      PACELINE_TRY(found.stored.report.rows, stores.reports.rows_of(found.stored.report.head.report_id));
      return late_form(found.stored.report, found.sight, found.when, stores);
    });
  });
  router.on("acknowledge_report", [&backend](const Call& call, const form::AcknowledgeReport& given) {
    return acknowledge(call, given, backend);
  });
}

}  // namespace paceline::api
