// SPDX-License-Identifier: Apache-2.0
#include "app/recount.h"

#include <algorithm>

#include "app/cells.h"

namespace paceline {
namespace {

/// The one distinct cell that a fact can move: that of its own contact or account.
class OneFirst {
 public:
  OneFirst(const Rule& rule, const Touched& touched, Period period) : rule_(rule), touched_(touched), period_(period) {}

  [[nodiscard]] bool concerns_anybody() const {
    return rule_.unit == Unit::contacts ? touched_.contact_id.has_value() : touched_.account_id.has_value();
  }

  [[nodiscard]] Result<void> put(ContactStore& contacts, ActivityStore& activities, CountStore& counts) const {
    PACELINE_TRY(const auto list, activities_of(activities));
    PACELINE_TRY(const auto signals, signals_for(rule_, list, contacts));
    const auto cells = first_cells_of(rule_, touched_.rep_id, period_, judge(rule_, list, signals));
    const FirstCell key{rule_.rule_id, touched_.rep_id, period_, entity(), {}, {}};
    return counts.put_first_of(key, cells.empty() ? std::nullopt : std::optional(cells.front()));
  }

 private:
  [[nodiscard]] std::int64_t entity() const {
    return rule_.unit == Unit::contacts ? touched_.contact_id->value() : touched_.account_id->value();
  }
  [[nodiscard]] Result<std::vector<Activity>> activities_of(ActivityStore& activities) const {
    if (rule_.unit == Unit::contacts) {
      return activities.of_period_with_contact(touched_.rep_id, period_, *touched_.contact_id);
    }
    return activities.of_period_with_account(touched_.rep_id, period_, *touched_.account_id);
  }

  const Rule& rule_;
  const Touched& touched_;
  Period period_;
};

Result<DayCell> day_cell(const Rule& rule, RepId rep_id, Day day, const std::vector<Activity>& of_day,
                         ContactStore& contacts) {
  PACELINE_TRY(const auto signals, signals_for(rule, of_day, contacts));
  return day_cell_of(rule, rep_id, day, judge(rule, of_day, signals));
}

Result<void> recount_day(const Touched& place, const std::vector<RuleUse>& uses, ContactStore& contacts,
                         ActivityStore& activities, CountStore& counts) {
  PACELINE_TRY(const auto of_day, activities.of_period(place.rep_id, Period{place.day, place.day + 1}));
  for (const RuleUse& use : uses) {
    if (is_distinct(use.rule.unit) || is_of_pipeline(use.rule.unit)) continue;
    PACELINE_TRY(const auto cell, day_cell(use.rule, place.rep_id, place.day, of_day, contacts));
    PACELINE_CHECK(counts.put_day(cell));
  }
  return {};
}

Result<void> recount_firsts(const Touched& place, const std::vector<RuleUse>& uses, Weekday week_start,
                            ContactStore& contacts, ActivityStore& activities, CountStore& counts) {
  for (const RuleUse& use : uses) {
    if (!is_distinct(use.rule.unit)) continue;
    for (const Periods& periods : use.periods) {
      const auto period = period_of(periods, place.day, week_start);
      if (!period) continue;
      const OneFirst first(use.rule, place, *period);
      if (first.concerns_anybody()) PACELINE_CHECK(first.put(contacts, activities, counts));
    }
  }
  return {};
}

}  // namespace

std::set<Touched> touched_by(const Activity& a) {
  if (!is_of_a_known_day(a)) return {};
  return {Touched{a.rep_id, a.day, a.contact_id, a.account_id}};
}

Result<std::vector<RuleUse>> rule_uses(QuotaStore& quotas) {
  PACELINE_TRY(const auto rules, quotas.rules());
  PACELINE_TRY(const auto all, quotas.quotas());
  std::vector<RuleUse> uses;
  for (const Rule& rule : rules) {
    RuleUse use{rule, {}};
    for (const Quota& quota : all) {
      const bool used = std::any_of(quota.versions.begin(), quota.versions.end(),
                                    [&](const QuotaVersion& version) { return version.rule_id == rule.rule_id; });
      if (used) use.periods.insert(periods_of(quota));
    }
    uses.push_back(std::move(use));
  }
  return uses;
}

Result<SignalsByContact> signals_for(const Rule& rule, const std::vector<Activity>& activities,
                                     ContactStore& contacts) {
  SignalsByContact signals;
  if (!rule.after_signal) return signals;
  for (const Activity& activity : activities) {
    if (!activity.contact_id || signals.contains(*activity.contact_id)) continue;
    PACELINE_TRY(auto of_contact, contacts.signals_of(*activity.contact_id));
    signals.emplace(*activity.contact_id, std::move(of_contact));
  }
  return signals;
}

Result<void> recount(const std::set<Touched>& touched, PeopleStore& people, ContactStore& contacts,
                     ActivityStore& activities, QuotaStore& quotas, CountStore& counts) {
  PACELINE_TRY(const auto uses, rule_uses(quotas));
  const Touched* before = nullptr;  // they are in the order of rep and day: each day is counted once
  Weekday week_start{};
  for (const Touched& place : touched) {
    const bool same_rep = before != nullptr && before->rep_id == place.rep_id;
    if (!same_rep) {
      PACELINE_TRY(week_start, people.week_start_of(place.rep_id));
    }
    if (!same_rep || before->day != place.day) PACELINE_CHECK(recount_day(place, uses, contacts, activities, counts));
    PACELINE_CHECK(recount_firsts(place, uses, week_start, contacts, activities, counts));
    before = &place;
  }
  return {};
}

}  // namespace paceline
