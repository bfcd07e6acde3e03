// SPDX-License-Identifier: Apache-2.0
#include "app/late_facts.h"

#include <algorithm>
#include <set>

#include "app/cells.h"
#include "app/counted_facts.h"

namespace paceline {
namespace {

Result<std::map<RuleId, Rule>> rules_by_id(QuotaStore& quotas) {
  PACELINE_TRY(auto all, quotas.rules());
  std::map<RuleId, Rule> rules;
  for (Rule& rule : all) rules.emplace(rule.rule_id, std::move(rule));
  return rules;
}

/// The verdicts on the activities of the report's period, by the days and rules that it froze. `as_of`: none for now.
Result<std::vector<Evidence>> judged(const PeriodReport& report, const std::map<RuleId, Rule>& rules,
                                     std::optional<Instant> as_of, Stores& stores) {
  const std::vector<RuleOfDay> of_days = rules_of(report.days, rules);
  const RepId rep_id = report.head.rep_id;
  const Period span = report.head.span;
  std::vector<const Rule*> asked;
  asked.reserve(of_days.size());
  for (const RuleOfDay& day : of_days) asked.push_back(day.rule);
  PACELINE_TRY(auto list, counted_facts(asked, rep_id, span, as_of, stores));
  const bool asks_signals = std::any_of(of_days.begin(), of_days.end(),
                                        [](const RuleOfDay& day) { return day.rule->after_signal.has_value(); });
  SignalsByContact signals;
  if (asks_signals) {
    PACELINE_TRY(signals, stores.contacts.signals_behind(rep_id, span, as_of.value_or(kEver)));
  }
  return judge_days(span.from, of_days, std::move(list), signals);
}

/// Leaves out what no fact has changed: the parts of facts that nothing was told of.
Result<std::vector<Adjustment>> by_facts(std::vector<Adjustment> changes, const std::vector<Evidence>& now,
                                         Instant since, ReportStore& reports) {
  std::set<ActivityId> parts;
  for (const Evidence& verdict : now) {
    if (verdict.activity.part) parts.insert(verdict.activity.activity_id);
  }
  if (parts.empty() || changes.empty()) return changes;
  PACELINE_TRY(const auto touched, reports.parts_touched_since(since));
  std::erase_if(changes, [&](const Adjustment& change) {
    const bool same_fact = parts.contains(change.activity_id) && !touched.contains(change.activity_id);
    return same_fact && change.reason_before != Reason::no_rate;
  });
  return changes;
}

}  // namespace

Instant unseen_since(Instant closed_at) {
  constexpr std::int64_t spare_seconds = 600;
  return closed_at.plus_seconds(-spare_seconds);
}

Result<std::vector<Adjustment>> open_changes(const PeriodReport& report, const std::map<RuleId, Rule>& rules,
                                             Instant since, Stores& stores) {
  PACELINE_TRY(const auto told, stores.reports.adjustments_about(report.head.report_id));
  PACELINE_TRY(const auto now, judged(report, rules, std::nullopt, stores));
  return by_facts(changes_since(report, told, now), now, since, stores.reports);
}

Result<LateFacts> read_late_facts(const PeriodReport& report, AsOf when, Stores& stores) {
  PACELINE_TRY(const auto rules, rules_by_id(stores.quotas));
  PACELINE_TRY(const auto now, judged(report, rules, when.is_now() ? std::nullopt : std::optional(when.as_of), stores));
  PACELINE_TRY(const auto told, stores.reports.adjustments_about(report.head.report_id));
  LateFacts facts;
  PACELINE_TRY(facts.changes,
               by_facts(changes_since(report, {}, now), now, unseen_since(report.head.closed_at), stores.reports));
  facts.counted_now = report.counted;
  for (const Adjustment& change : facts.changes) facts.counted_now = added(facts.counted_now, change.change);
  facts.would_be = proposed(report.proration, added(facts.counted_now, report.adjustment));
  for (const Adjustment& adjustment : told) facts.carried += adjustment.change;
  return facts;
}

}  // namespace paceline
