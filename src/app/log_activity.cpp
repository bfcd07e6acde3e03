// SPDX-License-Identifier: Apache-2.0
#include "app/log_activity.h"

#include <algorithm>

#include "app/activity_check.h"
#include "app/join_appointments.h"
#include "app/join_calls.h"
#include "app/recount.h"
#include "app/told_before.h"
#include "app/turns.h"

namespace paceline {
namespace {

std::set<ContactId> contacts_of(const Activity& activity) {
  return activity.contact_id ? std::set{*activity.contact_id} : std::set<ContactId>();
}

/// As ActivityCheck::take_room() counts them: all of the day are read anyway, to count it again.
Result<void> check_room_of_day(const Activity& activity, Neighbours& neighbours) {
  if (!is_of_a_known_day(activity)) return {};
  PACELINE_TRY(const auto of_day, neighbours.of(touched_place(activity), Unit::activities, {}));
  return check_room(std::ranges::count_if(
      of_day, [](const Activity& other) { return other.state != ActivityState::voided && is_of_a_known_day(other); }));
}

Result<LoggedActivity> store(const Actor& actor, const ActivityDraft& draft, Activity activity, Instant now, Ids& ids,
                             Stores& stores) {
  PACELINE_CHECK(take_turns(contacts_of(activity), {activity.rep_id}, stores));
  PACELINE_TRY(const auto known, find_told_before(draft, stores.activities));
  if (known) return LoggedActivity{*known, false, {}};
  Neighbours neighbours(stores.activities);
  PACELINE_CHECK(check_room_of_day(activity, neighbours));
  activity.activity_id = ids.make<ActivityId>();
  CallJoins joins(actor.user_id, now, ids, stores);
  AppointmentJoins appointments(actor.user_id, now, ids, stores);
  std::optional<Activity> record;
  if (!draft.key) {
    PACELINE_TRY(record, joins.join_logged(activity));
    if (!record) {
      PACELINE_TRY(record, appointments.join_logged(activity));
    }
  }
  PACELINE_TRY(const QuotaBook book, read_book_of(activity.rep_id, stores));
  PACELINE_TRY(auto effects, effects_of(in_place_of(record, activity), book, neighbours, stores));
  PACELINE_CHECK(
      stores.activities.add({{activity, Intake{draft.key, draft.note, actor.user_id, now, draft.attributes}}}));
  std::set<Touched> touched = touched_by(activity);
  PACELINE_CHECK(joins.store(touched));
  PACELINE_CHECK(appointments.store(touched));
  neighbours.take_in(activity);
  if (record) neighbours.forget();  // it is voided now
  PACELINE_TRY(const auto uses, rule_uses(book.rules, stores.quotas));
  PACELINE_CHECK(recount(touched, uses, neighbours, stores));
  PACELINE_CHECK(stores.ledger.tell("activity", activity.rep_id, now));
  return LoggedActivity{activity.activity_id, true, std::move(effects)};
}

}  // namespace

Checked<LoggedActivity> log_activity(const Actor& actor, const ActivityDraft& draft, Instant now, const Zones& zones,
                                     Ids& ids, Stores& stores) {
  ActivityCheck check(now, zones, stores);
  auto activity = check.check(draft);
  if (!activity) return tl::unexpected(std::move(activity).error());
  auto logged = store(actor, draft, *std::move(activity), now, ids, stores);
  if (!logged) return tl::unexpected(Errors{std::move(logged).error()});
  return *std::move(logged);
}

}  // namespace paceline
