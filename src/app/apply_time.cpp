// SPDX-License-Identifier: Apache-2.0
#include "app/apply_parts.h"

namespace paceline {
namespace {

constexpr int kMostRampDays = 3660;

bool good_steps(const std::vector<RampStep>& steps) {
  const auto good = [](const RampStep& step) {
    return step.after_days >= 0 && step.after_days <= kMostRampDays && step.share_bp >= 0 && step.share_bp <= kAllBp;
  };
  const auto not_later = [](const RampStep& a, const RampStep& b) { return a.after_days >= b.after_days; };
  return !steps.empty() && std::all_of(steps.begin(), steps.end(), good) &&
         std::adjacent_find(steps.begin(), steps.end(), not_later) == steps.end();
}

Checked<User> user_named(const std::string& email, const ApplyContext& context) {
  const auto parsed = parse_email(email);
  PACELINE_TRY_ITEM(const auto user, context.stores.people.find_user_by_email(parsed ? *parsed : ""));
  if (!user) return refused({Fault::invalid, "user.unknown", "/user", {}});
  return *user;
}

}  // namespace

ItemResult apply_ramp(const RampDefinition& definition, const ApplyContext& context) {
  const auto name = parse_name(definition.name);
  if (!name) return refused({Fault::invalid, name.error().code, "/name", {}});
  if (!good_steps(definition.steps)) {
    return refused({Fault::invalid, "ramp.steps.out_of_range", "/steps", "later and later, 0 to 100 %"});
  }
  PACELINE_TRY_ITEM(const auto ramps, context.stores.work_times.ramps());
  const StoredRamp* known = find_named(ramps, *name);
  if (known != nullptr && known->steps == definition.steps) return ItemOutcome::unchanged;
  const RampId id = known != nullptr ? known->ramp_id : context.ids.make<RampId>();
  PACELINE_CHECK_ITEM(context.stores.work_times.put_ramp({id, *name, definition.steps}));
  return known != nullptr ? ItemOutcome::changed : ItemOutcome::created;
}

ItemResult apply_part_time(const WorkWeekDefinition& definition, const ApplyContext& context) {
  auto user = user_named(definition.user, context);
  if (!user) return tl::unexpected(std::move(user).error());
  PACELINE_TRY_ITEM(const auto time, context.stores.work_times.work_time_of(user->user_id, {}));
  const auto known = std::find_if(time.weeks.begin(), time.weeks.end(),
                                  [&](const WorkWeek& week) { return week.from == definition.week.from; });
  if (known != time.weeks.end() && *known == definition.week) return ItemOutcome::unchanged;
  PACELINE_CHECK_ITEM(context.stores.work_times.put_week(user->user_id, definition.week));
  return known != time.weeks.end() ? ItemOutcome::changed : ItemOutcome::created;
}

ItemResult apply_leave(const LeaveDefinition& definition, const ApplyContext& context) {
  auto user = user_named(definition.user, context);
  if (!user) return tl::unexpected(std::move(user).error());
  if (definition.leave.span.days() <= 0) return refused({Fault::invalid, "leave.span.empty", "/to", {}});
  PACELINE_TRY_ITEM(const auto leaves, context.stores.work_times.leaves_of(user->user_id));
  const bool known = std::any_of(leaves.begin(), leaves.end(),
                                 [&](const StoredLeave& each) { return each.leave == definition.leave; });
  if (known) return ItemOutcome::unchanged;
  PACELINE_CHECK_ITEM(
      context.stores.work_times.add_leave(user->user_id, {context.ids.make<LeaveId>(), definition.leave}));
  return ItemOutcome::created;
}

}  // namespace paceline
