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

/// The other activities that can decide about this one: of the same day, or with the same contact or account.
Result<std::vector<Activity>> neighbours(const Rule& rule, const Activity& activity, Period period,
                                         ActivityStore& activities) {
  if (rule.unit == Unit::activities)
    return activities.of_period(activity.rep_id, Period{activity.day, activity.day + 1});
  if (rule.unit == Unit::contacts && activity.contact_id) {
    return activities.of_period_with_contact(activity.rep_id, period, *activity.contact_id);
  }
  if (rule.unit == Unit::accounts && activity.account_id) {
    return activities.of_period_with_account(activity.rep_id, period, *activity.account_id);
  }
  return std::vector<Activity>{};
}

std::vector<Activity> with(std::vector<Activity> list, const Activity& activity) {
  std::erase_if(list, [&](const Activity& other) { return other.activity_id == activity.activity_id; });
  list.push_back(activity);
  return list;
}

Result<Effect> effect_on(const QuotaInForce& quota, const Activity& activity, Stores& stores) {
  PACELINE_TRY(const auto list,
               neighbours(rule_on(quota, activity.day), activity, quota.period.span, stores.activities));
  PACELINE_TRY(const Judged without, judged(quota, list, activity.activity_id, stores.contacts));
  PACELINE_TRY(const Judged included, judged(quota, with(list, activity), activity.activity_id, stores.contacts));
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
  std::vector<Effect> effects;
  for (const QuotaInForce& quota : in_force) {
    PACELINE_TRY(auto effect, effect_on(quota, activity, stores));
    effects.push_back(std::move(effect));
  }
  return effects;
}

}  // namespace paceline
