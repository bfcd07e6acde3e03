// SPDX-License-Identifier: Apache-2.0
#include "api/report_forms.h"

#include <algorithm>

#include "api/figures.h"
#include "api/pages.h"
#include "app/decide_report.h"

namespace paceline::api {
namespace {

std::optional<Instant> seen_by(Side side, const std::vector<Acknowledgement>& given) {
  const auto first = std::find_if(given.begin(), given.end(), [&](const auto& each) { return each.side == side; });
  return first == given.end() ? std::nullopt : std::optional(first->at);
}

/// What people said of it up to a moment.
struct Said {
  std::vector<ReportDecision> decisions;
  std::vector<Acknowledgement> acknowledgements;
};

void forget_after(Instant as_of, Said& said) {
  std::erase_if(said.decisions, [&](const auto& each) { return each.at > as_of; });
  std::erase_if(said.acknowledgements, [&](const auto& each) { return each.at > as_of; });
}

Result<Said> said_of(ReportId report_id, Instant as_of, ReportStore& reports) {
  Said said;
  PACELINE_TRY(said.decisions, reports.decisions_of(report_id));
  PACELINE_TRY(said.acknowledgements, reports.acknowledgements_of(report_id));
  forget_after(as_of, said);
  return said;
}

std::vector<ReportId> ids_of(const std::vector<PeriodReport>& reports) {
  std::vector<ReportId> ids;
  ids.reserve(reports.size());
  for (const PeriodReport& report : reports) ids.push_back(report.head.report_id);
  return ids;
}

/// The currency of each quota that counts by worth.
using Currencies = std::map<QuotaId, std::string>;

Result<Currencies> currencies_of(QuotaStore& quotas) {
  Currencies currencies;
  PACELINE_TRY(const auto rules, quotas.rules());
  if (std::none_of(rules.begin(), rules.end(), [](const Rule& rule) { return is_money(rule.unit); })) return currencies;
  PACELINE_TRY(const auto all, quotas.quotas());
  for (const Quota& quota : all) {
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const Rule& each) { return each.rule_id == quota.versions.back().rule_id; });
    if (rule != rules.end() && rule->currency) currencies.emplace(quota.quota_id, *rule->currency);
  }
  return currencies;
}

Result<void> fill(form::ReportLine& line, const PeriodReport& report, const Said& said, const Currencies& currencies,
                  PeopleNames& names) {
  const auto currency = currencies.find(report.head.quota_id);
  if (currency != currencies.end()) line.currency = currency->second;
  const ReportHead& head = report.head;
  line.report_id = head.report_id;
  line.quota_id = head.quota_id;
  line.key = head.key;
  line.name = head.name;
  line.rep_id = head.rep_id;
  PACELINE_TRY(line.rep_name, names.of(head.rep_id));
  line.period_kind = head.period_kind;
  line.period = {head.period_key, head.span.from, head.span.to};
  line.amount = report.proration.amount;
  line.counted = report.counted;
  line.adjustment = report.adjustment;
  line.counted_with_adjustments = report.counted + report.adjustment;
  line.grade = report.grade;
  line.proposal = report.proposal;
  line.verdict = verdict_of(report, said.decisions);
  line.confirmed = !said.decisions.empty();
  line.seen_by_rep = seen_by(Side::rep, said.acknowledgements);
  line.seen_by_manager = seen_by(Side::manager, said.acknowledgements);
  line.closed_at = head.closed_at;
  return {};
}

form::ReportDay day_form(const ReportDay& day) {
  return {day.day,           day.is_asked(),   day.amounts ? std::optional(day.amounts->quota) : std::nullopt,
          day.team_id,       day.minutes_full, day.minutes_calendar,
          day.minutes_asked, day.share_bp,     day.name,
          day.closing,       day.counted};
}

form::Adjustment adjustment_form(const Adjustment& a, std::string period) {
  return {a.about_id, std::move(period), a.activity_id, a.occurred_at, a.day, a.change, a.reason_before, a.reason};
}

/// With the period of the report that each is about.
Result<std::vector<form::Adjustment>> adjustment_forms(const std::vector<Adjustment>& all, const ReportSight& sight,
                                                       ReportStore& reports) {
  std::map<ReportId, std::string> periods;
  std::vector<form::Adjustment> forms;
  for (const Adjustment& each : all) {
    if (!sight.sees(each.day)) continue;
    if (!periods.contains(each.about_id)) {
      PACELINE_TRY(const auto about, reports.find_without_rows(each.about_id));
      periods.emplace(each.about_id, about ? about->report.head.period_key : "");
    }
    forms.push_back(adjustment_form(each, periods.at(each.about_id)));
  }
  return forms;
}

/// Each rule once, in the order of the days.
Result<std::vector<Rule>> rules_in(const PeriodReport& report, QuotaStore& quotas) {
  std::vector<Rule> rules;
  for (const ReportDay& day : report.days) {
    const auto same = [&](const Rule& rule) { return rule.rule_id == day.rule_id; };
    if (!day.rule_id || !day.is_asked() || std::any_of(rules.begin(), rules.end(), same)) continue;
    PACELINE_TRY(auto rule, quotas.rule(*day.rule_id));
    rules.push_back(std::move(rule));
  }
  return rules;
}

Result<void> add_people(form::Report& form, const PeriodReport& report, const Said& said, PeopleNames& names) {
  for (const ReportDecision& d : said.decisions) {
    PACELINE_TRY(auto name, names.of(d.actor_id));
    form.decisions.push_back({d.verdict, d.excuse, d.note, d.actor_id, std::move(name), d.at});
  }
  for (const Acknowledgement& a : said.acknowledgements) {
    PACELINE_TRY(auto name, names.of(a.actor_id));
    form.acknowledgements.push_back({a.side, a.remark, a.actor_id, std::move(name), a.at});
  }
  if (!report.head.closed_by) return {};
  PACELINE_TRY(form.closed_by, names.of(report.head.closed_by));
  return {};
}

}  // namespace

Result<std::string> PeopleNames::of(UserId user_id) {
  const auto known = known_.find(user_id);
  if (known != known_.end()) return known->second;
  PACELINE_TRY(const auto user, people_.find_user(user_id));
  return known_.emplace(user_id, user ? user->name : "").first->second;
}

Result<std::vector<form::ReportLine>> report_lines(const std::vector<PeriodReport>& reports, Instant as_of,
                                                   Stores& stores) {
  const auto ids = ids_of(reports);
  PACELINE_TRY(auto decisions, stores.reports.decisions_of(ids));
  PACELINE_TRY(auto acknowledgements, stores.reports.acknowledgements_of(ids));
  PeopleNames names(stores.people);
  PACELINE_TRY(const auto currencies, currencies_of(stores.quotas));
  std::vector<form::ReportLine> lines;
  lines.reserve(reports.size());
  for (const PeriodReport& report : reports) {
    const ReportId id = report.head.report_id;
    Said said{std::move(decisions[id]), std::move(acknowledgements[id])};
    forget_after(as_of, said);
    PACELINE_CHECK(fill(lines.emplace_back(), report, said, currencies, names));
  }
  return lines;
}

Result<std::vector<form::VerdictLine>> verdict_lines(const std::vector<PeriodReport>& reports, Instant as_of,
                                                     Stores& stores) {
  PACELINE_TRY(auto decisions, stores.reports.decisions_of(ids_of(reports)));
  PeopleNames names(stores.people);
  std::vector<form::VerdictLine> lines;
  lines.reserve(reports.size());
  for (const PeriodReport& report : reports) {
    const ReportHead& head = report.head;
    Said said{std::move(decisions[head.report_id]), {}};
    forget_after(as_of, said);
    PACELINE_TRY(auto rep_name, names.of(head.rep_id));
    form::VerdictLine line{head.report_id,
                           head.quota_id,
                           head.key,
                           head.name,
                           head.rep_id,
                           std::move(rep_name),
                           head.period_kind,
                           {head.period_key, head.span.from, head.span.to},
                           report.proposal,
                           verdict_of(report, said.decisions),
                           !said.decisions.empty(),
                           {},
                           {},
                           head.closed_at,
                           false};
    if (line.confirmed) {
      PACELINE_TRY(line.decided_by, names.of(said.decisions.back().actor_id));
      line.decided_at = said.decisions.back().at;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

Result<form::Report> report_form(const StoredReport& stored, const ReportSight& sight, Instant as_of, Stores& stores) {
  const PeriodReport& report = stored.report;
  const Proration& asked = report.proration;
  PeopleNames names(stores.people);
  PACELINE_TRY(const Said said, said_of(report.head.report_id, as_of, stores.reports));
  form::Report form;
  PACELINE_TRY(const auto currencies, currencies_of(stores.quotas));
  PACELINE_CHECK(fill(form, report, said, currencies, names));
  form.floor = asked.floor;
  form.stretch = asked.stretch;
  form.amount_full = asked.amount_full;
  form.proration = asked.parts;
  form.minutes = asked.minutes;
  form.minutes_full = asked.minutes_full;
  form.full_day_minutes = report.full_day_minutes;
  form.excused = asked.excused;
  form.zone = report.head.zone;
  form.checksum = stored.checksum;
  form.whole = sight.whole;
  PACELINE_TRY(form.rules, rules_in(report, stores.quotas));
  for (const ReportDay& day : report.days) {
    if (sight.sees(day.day)) form.days.push_back(day_form(day));
  }
  PACELINE_TRY(form.adjustments, adjustment_forms(report.adjustments, sight, stores.reports));
  PACELINE_CHECK(add_people(form, report, said, names));
  return form;
}

Result<form::LateFacts> late_form(const PeriodReport& report, const ReportSight& sight, AsOf when, Stores& stores) {
  PACELINE_TRY(const LateFacts late, read_late_facts(report, when, stores));
  form::LateFacts form{report.counted, late.counted_now, late.counted_now - report.counted,
                       late.carried,   late.would_be,    {}};
  for (const Adjustment& change : late.changes) {
    if (sight.sees(change.day)) form.changes.push_back(adjustment_form(change, report.head.period_key));
  }
  return form;
}

Result<form::List<form::ReportRow>> report_rows(std::vector<ReportRow> rows, const form::ReportRowsQuery& query,
                                                const ReportSight& sight, ContactStore& contacts) {
  const form::Counting wanted = query.counts.value_or(form::Counting::all);
  std::erase_if(rows, [&](const ReportRow& row) {
    const bool other = wanted != form::Counting::all && counts(row.reason) != (wanted == form::Counting::yes);
    return other || !sight.sees(row.day);
  });
  PACELINE_TRY(auto page, page_of(std::move(rows), query));
  form::List<form::ReportRow> list{{}, std::move(page.next)};
  for (const ReportRow& r : page.items) {
    form::ReportRow form{r.activity_id,
                         r.occurred_at,
                         r.day,
                         counts(r.reason),
                         r.reason,
                         r.counted_before,
                         r.kind,
                         r.direction,
                         r.duration_s,
                         r.outcome,
                         r.topic,
                         r.contact_id,
                         {},
                         {},
                         r.worth};
    if (r.contact_id) {
      PACELINE_TRY(const auto contact, contacts.contact_row(*r.contact_id));
      if (contact) form.contact_name = contact->contact.name;
      if (contact) form.account_name = contact->account_name;
    }
    list.items.push_back(std::move(form));
  }
  return list;
}

}  // namespace paceline::api
