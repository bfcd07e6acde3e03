// SPDX-License-Identifier: Apache-2.0
#include "app/close_period.h"

#include <algorithm>
#include <limits>

#include "app/counted_facts.h"
#include "app/late_facts.h"
#include "app/team_book.h"
#include "app/turns.h"

namespace paceline {
namespace {

ReportHead head_of(const Closing& closing, const RepTerms& rep, NamedPeriod period, Ids& ids) {
  const Quota& quota = closing.quota;
  const User& user = rep.placement.user;
  return {ids.make<ReportId>(), quota.quota_id, quota.key, quota.name,        user.user_id, quota.period_kind,
          period_key(period),   period.span,    user.zone, closing.closed_by, closing.now};
}

bool is_touched(const PeriodReport& report, const TouchedDays& touched) {
  const auto days = touched.find(report.head.rep_id);
  if (days == touched.end()) return false;
  const auto day = days->second.lower_bound(report.head.span.from);
  return day != days->second.end() && *day < report.head.span.to;
}

/// A quota by number never becomes one of money: any version says it.
bool is_of_money(const Quota& quota, const QuotaBook& book) {
  return std::any_of(quota.versions.begin(), quota.versions.end(), [&](const QuotaVersion& version) {
    const auto rule = book.rules.find(version.rule_id);
    return rule != book.rules.end() && is_money(rule->second.unit);
  });
}

/// What the rules are about that its reports may have frozen.
Touching touches(const Quota& quota, const QuotaBook& book) {
  Touching by;
  for (const QuotaVersion& version : quota.versions) {
    const Rule& rule = book.rules.at(version.rule_id);
    const bool pipeline = is_of_pipeline(rule.unit);
    by.pipeline = by.pipeline || pipeline;
    by.activities = by.activities || !pipeline;
    by.signals = by.signals || rule.after_signal.has_value();
  }
  return by;
}

/// What the new report carries of all earlier ones, oldest period first.
Result<std::vector<Adjustment>> adjustments_for(const Closing& closing, const RepTerms& rep, Day from,
                                                const TouchedDays& touched, Stores& stores) {
  const RepId rep_id = rep.placement.user.user_id;
  PACELINE_TRY(const auto earlier, stores.reports.earlier(closing.quota.quota_id, rep_id, from));
  std::vector<Adjustment> all;
  if (earlier.empty()) return all;
  const Instant since = unseen_since(earlier.back().head.closed_at);
  std::set<ReportId> without_rate;
  if (is_of_money(closing.quota, closing.book)) {
    PACELINE_TRY(without_rate, stores.reports.without_rate(closing.quota.quota_id, rep_id));
  }
  for (const PeriodReport& report : earlier) {
    const ReportId report_id = report.head.report_id;
    if (!is_touched(report, touched) && !without_rate.contains(report_id)) continue;
    PACELINE_TRY(const auto whole, stores.reports.find(report_id));
    PACELINE_TRY(const auto changes, open_changes(whole->report, closing.book.rules, since, stores));
    all.insert(all.end(), changes.begin(), changes.end());
  }
  std::sort(all.begin(), all.end(), [](const Adjustment& a, const Adjustment& b) {
    return std::tuple(a.occurred_at, a.activity_id, a.about_id) < std::tuple(b.occurred_at, b.activity_id, b.about_id);
  });
  return all;
}

/// The period of the key in the rep's own calendar.
Result<NamedPeriod> period_for(const Quota& quota, const std::string& key, const RepTerms& rep) {
  PACELINE_TRY(const NamedPeriod period, parse_period(key, rep.time.calendar.week_start));
  const bool fits = period.kind == quota.period_kind && (!quota.span || period.span == *quota.span);
  if (!fits) return fail(Fault::invalid, "quota.period.other_kind", "{period}");
  return period;
}

/// Whose report of the period was made before.
Result<std::map<RepId, ReportId>> closed_before(QuotaId quota_id, const PeriodChoice& choice, ReportStore& reports) {
  ReportPage page;
  page.quota_id = quota_id;
  page.period_key = choice.period_key;
  page.reps = choice.rep_ids;
  page.limit = std::numeric_limits<int>::max();
  PACELINE_TRY(const auto found, reports.page(page));
  std::map<RepId, ReportId> closed;
  for (const PeriodReport& report : found) closed.emplace(report.head.rep_id, report.head.report_id);
  return closed;
}

/// The reps of the choice with their own time, in its order.
Result<std::vector<RepTerms>> terms_of_choice(const PeriodChoice& choice, Stores& stores) {
  PACELINE_TRY(auto users, stores.people.users());
  const std::set<RepId> wanted(choice.rep_ids.begin(), choice.rep_ids.end());
  std::erase_if(users, [&](const User& user) { return !wanted.contains(user.user_id); });
  PACELINE_TRY(auto placements, stores.people.placements_of(std::move(users)));
  return terms_of(std::move(placements), stores);
}

struct DuePeriod {
  RepTerms rep;
  NamedPeriod period;
};

/// Reps whose report can be made now. Puts into the result who has one, and who has to wait.
Result<std::vector<DuePeriod>> due_of(const Closing& closing, const PeriodChoice& choice, const Zones& zones,
                                      ClosedPeriod& result, Stores& stores) {
  PACELINE_TRY(const auto closed, closed_before(closing.quota.quota_id, choice, stores.reports));
  PACELINE_TRY(auto reps, terms_of_choice(choice, stores));
  std::vector<DuePeriod> due;
  for (RepTerms& rep : reps) {
    const RepId rep_id = rep.placement.user.user_id;
    PACELINE_TRY(const NamedPeriod period, period_for(closing.quota, choice.period_key, rep));
    if (const auto known = closed.find(rep_id); known != closed.end()) {
      result.reports.push_back(known->second);
      continue;
    }
    if (!in_force(closing.quota, closing.book, rep, period)) continue;
    if (const auto may = may_close(rep, period.span, closing.now, zones); !may) {
      if (may.error().fault != Fault::conflict) return tl::unexpected(may.error());
      result.waiting.push_back({rep_id, may.error().code, closes_from(rep.time.calendar, period.span.to)});
      continue;
    }
    due.push_back({std::move(rep), period});
  }
  return due;
}

/// As many as one transaction takes.
Result<void> close_some(const Closing& closing, const std::vector<DuePeriod>& due, const ClosingTools& tools,
                        ClosedPeriod& result, Stores& stores) {
  const std::size_t most = std::min<std::size_t>(due.size(), kClosedAtOnce);
  std::vector<RepId> reps;
  reps.reserve(most);
  for (std::size_t at = 0; at < most; ++at) reps.push_back(due[at].rep.placement.user.user_id);
  PACELINE_CHECK(take_turns({}, {reps.begin(), reps.end()}, stores));
  PACELINE_TRY(const auto since, touched_since(closing.quota, closing.book, reps, stores.reports));
  TouchedDays touched;
  if (since) {
    PACELINE_TRY(touched, stores.reports.touched_since(since->since, kLastDay, since->by));
  }
  std::size_t rows = 0;
  std::size_t done = 0;
  for (; done < most && rows < kRowsAtOnce; ++done) {
    PACELINE_TRY(const Closed closed, close_one(closing, due[done].rep, due[done].period, touched, tools, stores));
    result.made += closed.made ? 1 : 0;
    result.reports.push_back(closed.report_id);
    rows += closed.rows;
  }
  result.left = static_cast<std::int64_t>(due.size() - done);
  return {};
}

}  // namespace

Result<void> may_close(const RepTerms& rep, Period span, Instant now, const Zones& zones) {
  PACELINE_TRY(const LocalTime local, zones.local(now, rep.placement.user.zone));
  const Day first = closes_from(rep.time.calendar, span.to);
  if (local.day < span.to) return fail(Fault::conflict, "period.not_over", {}, "from " + to_text(first));
  if (local.day < first) return fail(Fault::conflict, "period.in_grace", {}, "from " + to_text(first));
  return {};
}

Result<Closed> close_one(const Closing& closing, const RepTerms& rep, NamedPeriod period, const TouchedDays& touched,
                         const ClosingTools& tools, Stores& stores) {
  const RepId rep_id = rep.placement.user.user_id;
  PACELINE_TRY(const auto known, stores.reports.find_closed(closing.quota.quota_id, rep_id, period.span.from));
  if (known) return Closed{*known, false, 0};
  const auto quota = in_force(closing.quota, closing.book, rep, period);
  if (!quota) return fail(Fault::not_found, "quota.not_for_rep");
  PACELINE_CHECK(may_close(rep, period.span, closing.now, tools.zones));
  PeriodFacts alone;
  PeriodFacts& facts = closing.kept != nullptr ? *closing.kept : alone;
  PACELINE_TRY(auto list, facts.of(rules_in(quota->rules), rep_id, period.span, stores));
  PACELINE_TRY(const auto signals, signals_for(*quota, list, stores.contacts));
  const auto verdicts = judge_days(period.span.from, rules_by_day(*quota), std::move(list), signals);
  PACELINE_TRY(auto adjustments, adjustments_for(closing, rep, period.span.from, touched, stores));
  const PeriodReport report = freeze(head_of(closing, rep, period, tools.ids),
                                     {quota->days, rep.time.calendar, rep.placement}, verdicts, std::move(adjustments));
  PACELINE_CHECK(stores.reports.add(report, tools.secrets.fingerprint(canonical_text(report))));
  PACELINE_CHECK(stores.ledger.note(
      {closing.closed_by, "report.close", to_text(report.head.report_id), report.head.period_key, closing.now}));
  PACELINE_CHECK(stores.ledger.tell("report", rep_id, closing.now));
  return Closed{report.head.report_id, true, report.rows.size()};
}

Result<std::vector<Activity>> PeriodFacts::of(const std::vector<const Rule*>& rules, RepId rep_id, Period span,
                                              Stores& stores) {
  const bool pipeline =
      std::any_of(rules.begin(), rules.end(), [](const Rule* rule) { return is_of_pipeline(rule->unit); });
  if (pipeline) return counted_facts(rules, rep_id, span, {}, stores);
  if (whose_ != std::pair(rep_id, span)) {
    PACELINE_TRY(activities_, stores.activities.of_period(rep_id, span));
    whose_ = std::pair(rep_id, span);
  }
  return activities_;
}

Result<std::optional<TouchedSince>> touched_since(const Quota& quota, const QuotaBook& book,
                                                  const std::vector<RepId>& rep_ids, ReportStore& reports) {
  std::optional<Instant> since;
  for (const RepId rep_id : rep_ids) {
    PACELINE_TRY(const auto earlier, reports.earlier(quota.quota_id, rep_id, kLastDay));
    if (earlier.empty()) continue;
    const Instant closed_at = earlier.back().head.closed_at;  // of the newest period: it looked at all before it
    since = std::min(since.value_or(closed_at), closed_at);
  }
  if (!since) return std::optional<TouchedSince>();
  return std::optional(TouchedSince{unseen_since(*since), touches(quota, book)});
}

Result<ClosedPeriod> close_period(const Actor& actor, const Quota& quota, const PeriodChoice& choice, Instant now,
                                  const ClosingTools& tools, Stores& stores) {
  PACELINE_CHECK(parse_period(choice.period_key).map_error([](Error error) {
    error.field = "{period}";
    return error;
  }));
  PACELINE_CHECK(stores.people.take_turn_of_definitions());
  PACELINE_TRY(const QuotaBook book, read_book(stores));
  const Closing closing{quota, book, actor.user_id, now};
  ClosedPeriod result;
  PACELINE_TRY(const auto due, due_of(closing, choice, tools.zones, result, stores));
  PACELINE_CHECK(close_some(closing, due, tools, result, stores));
  if (result.reports.empty() && result.waiting.empty()) return fail(Fault::not_found, "quota.not_for_rep");
  if (result.reports.empty()) {
    return fail(Fault::conflict, result.waiting.front().code, {}, "from " + to_text(result.waiting.front().from));
  }
  return result;
}

}  // namespace paceline
