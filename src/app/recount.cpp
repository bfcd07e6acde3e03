// SPDX-License-Identifier: Apache-2.0
#include "app/recount.h"

#include <algorithm>

#include "app/cells.h"

namespace paceline {
namespace {

Result<void> recount_day(const Touched& place, const std::vector<RuleUse>& uses, Neighbours& neighbours,
                         Stores& stores) {
  PACELINE_TRY(const auto of_day, neighbours.of(place, Unit::activities, {}));
  for (const RuleUse& use : uses) {
    if (is_distinct(use.rule.unit) || is_of_pipeline(use.rule.unit)) continue;
    PACELINE_TRY(const auto signals, signals_for(use.rule, of_day, stores.contacts));
    const auto verdicts = findings_on(use.rule, of_day, signals);
    PACELINE_CHECK(stores.counts.put_day(day_cell_of(use.rule, place.rep_id, place.day, verdicts)));
  }
  return {};
}

/// The one distinct cell that a fact can move: that of its own contact or account.
Result<void> recount_first(const Touched& place, const Rule& rule, Period period, Neighbours& neighbours,
                           Stores& stores) {
  const bool by_contact = rule.unit == Unit::contacts;
  if (by_contact ? !place.contact_id : !place.account_id) return {};
  const std::int64_t entity = by_contact ? place.contact_id->value() : place.account_id->value();
  PACELINE_TRY(const auto known, neighbours.of(place, rule.unit, period));
  PACELINE_TRY(const auto signals, signals_for(rule, known, stores.contacts));
  const auto verdicts = judge(rule, {known.begin(), known.end()}, signals);
  const auto cells = first_cells_of(rule, place.rep_id, period, verdicts);
  const FirstCell key{rule.rule_id, place.rep_id, period, entity, {}, {}};
  return stores.counts.put_first_of(key, cells.empty() ? std::nullopt : std::optional(cells.front()));
}

Result<void> recount_firsts(const Touched& place, const std::vector<RuleUse>& uses, Weekday week_start,
                            Neighbours& neighbours, Stores& stores) {
  for (const RuleUse& use : uses) {
    if (!is_distinct(use.rule.unit)) continue;
    for (const Periods& periods : use.periods) {
      const auto period = period_of(periods, place.day, week_start);
      if (period) PACELINE_CHECK(recount_first(place, use.rule, *period, neighbours, stores));
    }
  }
  return {};
}

}  // namespace

std::set<Touched> touched_by(const Activity& a) {
  if (!is_of_a_known_day(a)) return {};
  return {touched_place(a)};
}

Result<std::vector<RuleUse>> rule_uses(const std::map<RuleId, Rule>& rules, QuotaStore& quotas) {
  std::vector<RuleId> distinct;
  for (const auto& [rule_id, rule] : rules) {
    if (is_distinct(rule.unit)) distinct.push_back(rule_id);
  }
  PACELINE_TRY(const auto used, quotas.periods_of_rules(distinct));
  std::map<RuleId, std::set<Periods>> periods;
  for (const RulePeriods& each : used) periods[each.rule_id].insert(each.periods);
  std::vector<RuleUse> uses;
  uses.reserve(rules.size());
  for (const auto& [rule_id, rule] : rules) uses.push_back({rule, std::move(periods[rule_id])});
  return uses;
}

Result<std::vector<RuleUse>> rule_uses(QuotaStore& quotas) {
  PACELINE_TRY(auto list, quotas.rules());
  std::map<RuleId, Rule> rules;
  for (Rule& rule : list) rules.emplace(rule.rule_id, std::move(rule));
  return rule_uses(rules, quotas);
}

Result<SignalsByContact> signals_for(const Rule& rule, std::span<const Activity> activities, ContactStore& contacts) {
  SignalsByContact signals;
  if (!rule.after_signal) return signals;
  for (const Activity& activity : activities) {
    if (!activity.contact_id || signals.contains(*activity.contact_id)) continue;
    PACELINE_TRY(auto of_contact, contacts.signals_of(*activity.contact_id));
    signals.emplace(*activity.contact_id, std::move(of_contact));
  }
  return signals;
}

Result<void> recount(const std::set<Touched>& touched, Stores& stores) {
  PACELINE_TRY(const auto uses, rule_uses(stores.quotas));
  Neighbours neighbours(stores.activities);
  return recount(touched, uses, neighbours, stores);
}

Result<void> recount(const std::set<Touched>& touched, const std::vector<RuleUse>& uses, Neighbours& neighbours,
                     Stores& stores) {
  const Touched* before = nullptr;  // they are in the order of rep and day: each day is counted once
  Weekday week_start{};
  for (const Touched& place : touched) {
    if (before != nullptr) neighbours.forget();  // what many places read together may be more than memory should hold
    const bool same_rep = before != nullptr && before->rep_id == place.rep_id;
    if (!same_rep) {
      PACELINE_TRY(week_start, stores.people.week_start_of(place.rep_id));
    }
    if (!same_rep || before->day != place.day) PACELINE_CHECK(recount_day(place, uses, neighbours, stores));
    PACELINE_CHECK(recount_firsts(place, uses, week_start, neighbours, stores));
    before = &place;
  }
  return {};
}

}  // namespace paceline
