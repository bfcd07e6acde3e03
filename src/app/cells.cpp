// SPDX-License-Identifier: Apache-2.0
#include "app/cells.h"

#include <algorithm>

#include "app/counted_facts.h"

namespace paceline {
namespace {

template <class KeyOf>
auto grouped(const std::vector<Activity>& activities, KeyOf key_of) {
  std::map<decltype(key_of(activities.front())), std::vector<Activity>> groups;
  for (const Activity& activity : activities) groups[key_of(activity)].push_back(activity);
  return groups;
}

void add_days(const Rule& rule, RepId rep_id, const std::vector<Activity>& activities, const SignalsByContact& signals,
              std::vector<DayCell>& cells) {
  for (const auto& [day, list] : grouped(activities, [](const Activity& a) { return a.day; })) {
    const DayCell cell = day_cell_of(rule, rep_id, day, findings_on(rule, list, signals));
    if (cell.n > 0) cells.push_back(cell);
  }
}

void add_firsts(const Rule& rule, RepId rep_id, const Periods& periods, Weekday week_start,
                const std::vector<Activity>& activities, const SignalsByContact& signals,
                std::vector<FirstCell>& cells) {
  const auto by_period = grouped(activities, [&](const Activity& a) { return period_of(periods, a.day, week_start); });
  for (const auto& [period, list] : by_period) {
    if (!period) continue;
    const auto of_period = first_cells_of(rule, rep_id, *period, judge(rule, list, signals));
    cells.insert(cells.end(), of_period.begin(), of_period.end());
  }
}

}  // namespace

DayCell day_cell_of(const Rule& rule, RepId rep_id, Day day, const std::vector<Finding>& verdicts) {
  const auto n = std::count_if(verdicts.begin(), verdicts.end(), [](const Finding& each) { return each.counts(); });
  return {rule.rule_id, rep_id, day, n, is_money(rule.unit) ? std::optional(counted_of(verdicts)) : std::nullopt};
}

std::vector<FirstCell> first_cells_of(const Rule& rule, RepId rep_id, Period period,
                                      const std::vector<Evidence>& verdicts) {
  std::vector<FirstCell> cells;
  for (const Evidence& verdict : verdicts) {
    if (!verdict.counts()) continue;
    const Activity& activity = verdict.activity;
    cells.push_back({rule.rule_id, rep_id, period, entity_of(activity, rule.unit), activity.activity_id, activity.day});
  }
  return cells;
}

Cells cells_of(RepId rep_id, Weekday week_start, const std::vector<Activity>& activities,
               const std::vector<RuleUse>& uses, const SignalsByContact& signals) {
  Cells cells;
  for (const RuleUse& use : uses) {
    if (!is_distinct(use.rule.unit)) {
      add_days(use.rule, rep_id, activities, signals, cells.days);
      continue;
    }
    for (const Periods& periods : use.periods) {
      add_firsts(use.rule, rep_id, periods, week_start, activities, signals, cells.firsts);
    }
  }
  return cells;
}

Result<void> count_history(const std::vector<RuleUse>& uses, Stores& stores) {
  CountStore& counts = stores.counts;
  std::vector<const Rule*> rules;
  rules.reserve(uses.size());
  for (const RuleUse& use : uses) rules.push_back(&use.rule);
  const bool asks_signals =
      std::any_of(rules.begin(), rules.end(), [](const Rule* rule) { return rule->after_signal.has_value(); });
  PACELINE_TRY(auto users, stores.people.users());
  std::sort(users.begin(), users.end(), [](const User& a, const User& b) { return a.user_id < b.user_id; });
  for (const User& user : users) {
    PACELINE_CHECK(counts.take_cells_of(user.user_id));
    PACELINE_TRY(const auto list, counted_facts(rules, user.user_id, kAlways, {}, stores));
    if (list.empty()) continue;
    SignalsByContact signals;
    if (asks_signals) {
      PACELINE_TRY(signals, stores.contacts.signals_behind(user.user_id, kAlways, kEver));
    }
    PACELINE_TRY(const Weekday week_start, stores.people.week_start_of(user.user_id));
    const Cells cells = cells_of(user.user_id, week_start, list, uses, signals);
    for (const DayCell& cell : cells.days) PACELINE_CHECK(counts.put_day(cell));
    for (const FirstCell& cell : cells.firsts) PACELINE_CHECK(counts.put_first_of(cell, cell));
  }
  return {};
}

Result<void> uncount_history(const RuleUse& use, Stores& stores) {
  PACELINE_TRY(auto users, stores.people.users());
  std::sort(users.begin(), users.end(), [](const User& a, const User& b) { return a.user_id < b.user_id; });
  for (const User& user : users) {
    PACELINE_CHECK(stores.counts.take_cells_of(user.user_id));
    PACELINE_TRY(const auto list, stores.activities.of_period(user.user_id, kAlways));
    PACELINE_TRY(const auto signals, stores.contacts.signals_behind(user.user_id, kAlways, kEver));
    PACELINE_TRY(const Weekday week_start, stores.people.week_start_of(user.user_id));
    for (const FirstCell& cell : cells_of(user.user_id, week_start, list, {use}, signals).firsts) {
      PACELINE_CHECK(stores.counts.put_first_of(cell, std::nullopt));
    }
  }
  return {};
}

Result<void> move_weeks(RepId rep_id, Weekday before, Stores& stores) {
  PACELINE_TRY(const Weekday after, stores.people.week_start_of(rep_id));
  if (before == after) return {};
  PACELINE_CHECK(stores.counts.take_cells_of(rep_id));
  PACELINE_TRY(auto uses, rule_uses(stores.quotas));
  std::erase_if(uses, [](const RuleUse& use) { return !is_distinct(use.rule.unit); });
  PACELINE_TRY(const auto list, stores.activities.of_period(rep_id, kAlways));
  PACELINE_TRY(const auto signals, stores.contacts.signals_behind(rep_id, kAlways, kEver));
  for (const FirstCell& cell : cells_of(rep_id, before, list, uses, signals).firsts) {
    PACELINE_CHECK(stores.counts.put_first_of(cell, std::nullopt));
  }
  for (const FirstCell& cell : cells_of(rep_id, after, list, uses, signals).firsts) {
    PACELINE_CHECK(stores.counts.put_first_of(cell, cell));
  }
  return {};
}

}  // namespace paceline
