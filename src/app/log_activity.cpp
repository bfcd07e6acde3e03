// SPDX-License-Identifier: Apache-2.0
#include "app/log_activity.h"

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

Result<LoggedActivity> store(const Actor& actor, const ActivityDraft& draft, Activity activity, ActivityCheck& check,
                             Instant now, Ids& ids, Stores& stores) {
  PACELINE_CHECK(take_turns(contacts_of(activity), {activity.rep_id}, stores));
  PACELINE_TRY(const auto known, find_told_before(draft, stores.activities));
  if (known) return LoggedActivity{*known, false, {}};
  PACELINE_CHECK(check.take_room(activity));
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
  PACELINE_TRY(const QuotaBook book, read_book(stores));
  Neighbours neighbours(stores.activities);
  PACELINE_TRY(auto effects, effects_of(in_place_of(record, activity), book, neighbours, stores));
  PACELINE_CHECK(
      stores.activities.add({{activity, Intake{draft.key, draft.note, actor.user_id, now, draft.attributes}}}));
  std::set<Touched> touched = touched_by(activity);
  PACELINE_CHECK(joins.store(touched));
  PACELINE_CHECK(appointments.store(touched));
  neighbours.take_in(activity);
  if (record) neighbours.forget();  // it is voided now
  PACELINE_CHECK(recount(touched, rule_uses(book.rules, book.quotas), neighbours, stores));
  PACELINE_CHECK(stores.ledger.tell("activity", activity.rep_id, now));
  return LoggedActivity{activity.activity_id, true, std::move(effects)};
}

}  // namespace

Checked<LoggedActivity> log_activity(const Actor& actor, const ActivityDraft& draft, Instant now, const Zones& zones,
                                     Ids& ids, Stores& stores) {
  ActivityCheck check(now, zones, stores);
  auto activity = check.check(draft);
  if (!activity) return tl::unexpected(std::move(activity).error());
  auto logged = store(actor, draft, *std::move(activity), check, now, ids, stores);
  if (!logged) return tl::unexpected(Errors{std::move(logged).error()});
  return *std::move(logged);
}

}  // namespace paceline
