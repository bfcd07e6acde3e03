// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "api/batches.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/references.h"
#include "api/report_forms.h"
#include "api/subjects.h"
#include "app/cells.h"
#include "app/close_period.h"
#include "app/decide_report.h"

namespace paceline::api {
namespace {

constexpr int kLookedAtOnce = 500;

/// Of what people said, all when now is asked for: whatever another server's clock says.
Instant said_until(AsOf when) {
  return when.is_now() ? kEver : when.as_of;
}

Result<ReportReader> reader_for(const Call& call, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const LocalTime local, backend.zones.local(backend.clock.now(), organisation.zone));
  return ReportReader::make(call.actor(), local.day, stores);
}

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

/// "<first day, as days since 1970>.<report>": what the next page follows.
Result<std::optional<std::pair<Day, ReportId>>> place_before(const form::PageQuery& query) {
  if (!query.cursor) return std::nullopt;
  const std::string_view text = query.cursor->value;
  const auto dot = std::min(text.find('.'), text.size());
  const auto day = parse_id_value(text.substr(0, dot));
  const auto id = parse_id<ReportId>(text.substr(std::min(dot + 1, text.size())));
  if (!day || !id || *day > kLastDay.count()) return fail(Fault::invalid, "query.cursor.malformed", "?cursor");
  return std::optional(std::pair(Day(static_cast<std::int32_t>(*day)), *id));
}

Result<ReportPage> page_for(const form::ReportsQuery& query, const Call& call, Stores& stores) {
  ReportPage page;
  PACELINE_TRY(page.before, place_before(query));
  page.limit = kLookedAtOnce;
  if (query.rep) {
    PACELINE_TRY(const User rep, user_for(query.rep->value, call, stores.people));
    page.rep_id = rep.user_id;
  }
  if (query.quota) {
    PACELINE_TRY(const Quota quota, quota_named(query.quota->value, stores.quotas));
    page.quota_id = quota.quota_id;
  }
  if (query.period) page.period_key = query.period->value;
  if (call.actor().role == Role::rep) {
    const bool another = page.rep_id && *page.rep_id != call.actor().user_id;
    if (another) return fail(Fault::forbidden, "access.forbidden");
    page.rep_id = call.actor().user_id;
  }
  return page;
}

Result<form::List<form::ReportLine>> list_reports(const form::ReportsQuery& query, const Call& call,
                                                  const Backend& backend, Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(ReportPage page, page_for(query, call, stores));
  PACELINE_TRY(auto reader, reader_for(call, backend, stores));
  const auto limit = static_cast<std::size_t>(query.limit.value);
  PeopleNames names(stores.people);
  form::List<form::ReportLine> list;
  for (bool more = true; more;) {
    PACELINE_TRY(const auto reports, stores.reports.page(page));
    more = reports.size() == kLookedAtOnce;
    for (const PeriodReport& report : reports) {
      PACELINE_TRY(const auto sight, reader.sight_of(report));
      const bool made = when.is_now() || report.head.closed_at <= when.as_of;
      if (!sight.any() || !made) continue;
      if (list.items.size() == limit) {
        const auto& last = list.items.back();
        list.next = std::to_string(last.period.from.count()) + "." + to_text(last.report_id);
        return list;
      }
      PACELINE_TRY(auto line, report_line(report, said_until(when), names, stores));
      PACELINE_TRY(const auto rep, stores.people.find_user(line.rep_id));
      if (rep) PACELINE_CHECK(note_look(call, *rep, Looked::report, backend));
      list.items.push_back(std::move(line));
    }
    if (!reports.empty()) page.before = {reports.back().head.span.from, reports.back().head.report_id};
  }
  const bool another_team = query.rep && list.items.empty() && call.actor().role == Role::manager;
  if (!another_team) return list;
  PACELINE_TRY(const Whose whose, reader.whose(*page.rep_id));
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
  PACELINE_TRY(const auto users, people.users());
  std::vector<RepId> reps;
  for (const User& user : users) {
    PACELINE_TRY(const auto team, team_today(user, backend, people));
    const Whose whose = relation_to(call.actor(), user.user_id, team ? std::optional(team->team_id) : std::nullopt);
    if (authorise(call.actor(), Right::confirm_reports, whose)) reps.push_back(user.user_id);
  }
  return reps;
}

Result<form::ClosedPeriod> close(const Call& call, const form::ClosePeriod& asked, const Backend& backend) {
  Stores& stores = call.stores();
  PACELINE_TRY(const Quota quota, quota_named(call.path_text("quota"), stores.quotas));
  PACELINE_TRY(auto reps, reps_to_close(asked, call, backend, stores.people));
  const PeriodChoice choice{std::string(call.path_text("period")), std::move(reps)};
  const ClosingTools tools{backend.zones, backend.secrets, backend.ids};
  PACELINE_TRY(const auto closed, close_period(call.actor(), quota, choice, backend.clock.now(), tools, stores));
  PeopleNames names(stores.people);
  form::ClosedPeriod form{quota.key, choice.period_key, closed.made, {}, {}};
  for (const ReportId report_id : closed.reports) {
    PACELINE_TRY(const auto stored, stores.reports.find_without_rows(report_id));
    const bool own = stored->report.head.rep_id == call.actor().user_id;
    if (!own && !sees_single_reps(call.actor())) continue;  // closed, and its figures stay with the rep
    PACELINE_TRY(auto line, report_line(stored->report, kEver, names, stores));
    form.reports.push_back(std::move(line));
  }
  for (const WaitingRep& each : closed.waiting) {
    PACELINE_TRY(auto name, names.of(each.rep_id));
    form.waiting.push_back({each.rep_id, std::move(name), each.code, each.from});
  }
  return form;
}

Checked<form::Report> decide(const Call& call, const form::DecideReport& decision, const Backend& backend) {
  Stores& stores = call.stores();
  const auto found = report_for(std::nullopt, call, backend, stores);
  if (!found) return tl::unexpected(Errors{found.error()});
  const auto allowed = authorise(call.actor(), Right::confirm_reports, found->whose);
  if (!allowed) return tl::unexpected(Errors{allowed.error()});
  const DecisionDraft draft{decision.verdict, decision.excuse, text_of(decision.note)};
  auto decided = decide_report(call.actor(), found->stored.report, draft, backend.clock.now(), backend.ids, stores);
  if (!decided) return tl::unexpected(std::move(decided).error());
  return or_all(shown(call, *found, stores));
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
  router.on("decide_report", [&backend](const Call& call, const form::DecideReport& decision) {
    return decide(call, decision, backend);
  });
  router.on("acknowledge_report", [&backend](const Call& call, const form::AcknowledgeReport& given) {
    return acknowledge(call, given, backend);
  });
}

}  // namespace paceline::api
