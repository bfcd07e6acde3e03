// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

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

Judged judged(const QuotaInForce& quota, std::span<const Activity> list, ActivityId asked,
              const SignalsByContact& signals) {
  const auto verdicts = findings_by_day(quota.period.span.from, rules_by_day(quota), list, signals);
  Judged result;
  for (std::size_t at = 0; at < list.size(); ++at) {
    if (verdicts[at].counts()) ++result.counted;
    if (list[at].activity_id == asked) result.reason = verdicts[at].reason;
  }
  return result;
}

std::vector<Activity> with(std::span<const Activity> list, const Activity& activity) {
  std::vector<Activity> all;
  all.reserve(list.size() + 1);
  std::copy_if(list.begin(), list.end(), std::back_inserter(all),
               [&](const Activity& other) { return other.activity_id != activity.activity_id; });
  all.push_back(activity);
  return all;
}

Result<Effect> effect_on(const QuotaInForce& quota, const Activity& activity, Neighbours& neighbours, Stores& stores) {
  const Unit unit = rule_on(quota, activity.day).unit;
  PACELINE_TRY(const auto list, neighbours.of(touched_place(activity), unit, quota.period.span));
  const auto all = with(list, activity);
  PACELINE_TRY(const auto signals_now, signals_for(quota, list, stores.contacts));
  PACELINE_TRY(const auto signals_then, signals_for(quota, all, stores.contacts));
  const Judged without = judged(quota, list, activity.activity_id, signals_now);
  const Judged included = judged(quota, all, activity.activity_id, signals_then);
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
  PACELINE_TRY(const QuotaBook book, read_book_of(activity.rep_id, stores));
  Neighbours neighbours(stores.activities);
  return effects_of(activity, book, neighbours, stores);
}

Result<std::vector<Effect>> effects_of(const Activity& activity, const QuotaBook& book, Neighbours& neighbours,
                                       Stores& stores) {
  PACELINE_TRY(const RepTerms rep, terms_of(activity.rep_id, stores));
  std::vector<Effect> effects;
  for (const QuotaInForce& quota : quotas_in_force(book, rep, activity.day)) {
    if (is_of_pipeline(rule_on(quota, activity.day).unit)) continue;
    PACELINE_TRY(auto effect, effect_on(quota, activity, neighbours, stores));
    effects.push_back(std::move(effect));
  }
  return effects;
}

}  // namespace paceline
