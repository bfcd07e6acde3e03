// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/log_activity.h"
#include "app/quotas_of.h"
#include "app/recount.h"
#include "app/rep_counts.h"
#include "quota/proration.h"

namespace paceline {
namespace {

struct Judged {
  std::int64_t counted = 0;
  std::optional<Reason> reason;  // of the activity asked about
};

Result<Judged> judged(const QuotaInForce& quota, const std::vector<Activity>& list, ActivityId asked,
                      ContactStore& contacts) {
  PACELINE_TRY(const auto signals, signals_for(quota, list, contacts));
  Judged result;
  for (const Evidence& verdict : judge_days(quota.period.span.from, rules_by_day(quota), list, signals)) {
    if (verdict.counts()) ++result.counted;
    if (verdict.activity.activity_id == asked) result.reason = verdict.reason;
  }
  return result;
}

/// The other activities that can decide about this one: of the same day, or with the same contact or account. Most
/// quotas ask for the same ones, which are read once.
class Neighbours {
 public:
  Neighbours(const Activity& activity, ActivityStore& activities) : activity_(activity), activities_(activities) {}

  /// Good until the next question.
  Result<const std::vector<Activity>*> of(Unit unit, Period period) {
    if (!is_distinct(unit)) period = Period{activity_.day, activity_.day + 1};
    const auto found = std::find_if(read_.begin(), read_.end(),
                                    [&](const Read& read) { return read.unit == unit && read.period == period; });
    if (found != read_.end()) return &found->list;
    PACELINE_TRY(auto list, ask(unit, period));
    read_.push_back({unit, period, std::move(list)});
    return &read_.back().list;
  }

 private:
  struct Read {
    Unit unit;
    Period period;
    std::vector<Activity> list;
  };

  Result<std::vector<Activity>> ask(Unit unit, Period period) {
    if (!is_distinct(unit)) return activities_.of_period(activity_.rep_id, period);
    if (unit == Unit::contacts && activity_.contact_id)
      return activities_.of_period_with_contact(activity_.rep_id, period, *activity_.contact_id);
    if (unit == Unit::accounts && activity_.account_id)
      return activities_.of_period_with_account(activity_.rep_id, period, *activity_.account_id);
    return std::vector<Activity>{};
  }

  const Activity& activity_;
  ActivityStore& activities_;
  std::vector<Read> read_;
};

std::vector<Activity> with(std::vector<Activity> list, const Activity& activity) {
  std::erase_if(list, [&](const Activity& other) { return other.activity_id == activity.activity_id; });
  list.push_back(activity);
  return list;
}

Result<Effect> effect_on(const QuotaInForce& quota, const Activity& activity, Neighbours& neighbours, Stores& stores) {
  PACELINE_TRY(const auto* const list, neighbours.of(rule_on(quota, activity.day).unit, quota.period.span));
  PACELINE_TRY(const Judged without, judged(quota, *list, activity.activity_id, stores.contacts));
  PACELINE_TRY(const Judged included, judged(quota, with(*list, activity), activity.activity_id, stores.contacts));
  PACELINE_TRY(const std::int64_t before, counted(quota, activity.rep_id, stores));
  Effect effect;
  effect.quota_id = quota.quota.quota_id;
  effect.key = quota.quota.key;
  effect.name = quota.quota.name;
  effect.reason = *included.reason;
  effect.counts = effect.reason == Reason::counted || effect.reason == Reason::first_in_period;
  effect.before = before;
  effect.after = before + included.counted - without.counted;
  effect.amount = prorate(quota.days, quota.time.calendar).amount;
  return effect;
}

}  // namespace

Result<std::vector<Effect>> effects_of(const Activity& activity, Stores& stores) {
  PACELINE_TRY(const auto in_force, quotas_of(activity.rep_id, activity.day, stores));
  Neighbours neighbours(activity, stores.activities);
  std::vector<Effect> effects;
  for (const QuotaInForce& quota : in_force) {
    if (is_of_pipeline(rule_on(quota, activity.day).unit)) continue;
    PACELINE_TRY(auto effect, effect_on(quota, activity, neighbours, stores));
    effects.push_back(std::move(effect));
  }
  return effects;
}

}  // namespace paceline
