// SPDX-License-Identifier: Apache-2.0
#include "app/join_appointments.h"

#include <algorithm>

#include "app/change_moment.h"
#include "base/enum_text.h"

namespace paceline {
namespace {

constexpr std::int64_t kBeforeAppointmentSeconds = kLongestAppointmentMinutes * 60 + kAppointmentWindowSeconds;

bool may_be_of_appointment(const Activity& activity) {
  const bool kind = parse_enum<AppointmentKind>(activity.kind).has_value();
  const bool active = activity.state != ActivityState::voided;
  return kind && active && activity.contact_id && !activity.occurred_precision;
}

std::int64_t distance_from(const Activity& activity, Instant moment) {
  return std::abs(activity.occurred_at.microseconds_since(moment));
}

}  // namespace

bool is_of_appointment(const Activity& activity, const Appointment& appointment, const AppointmentNow& now) {
  const bool same_people = activity.rep_id == now.rep_id && activity.contact_id == appointment.contact_id;
  const bool same_kind = activity.kind == enum_text(appointment.kind);
  const bool in_time = now.starts_at.plus_seconds(-kAppointmentWindowSeconds) <= activity.occurred_at &&
                       activity.occurred_at <= now.ends_at.plus_seconds(kAppointmentWindowSeconds);
  return may_be_of_appointment(activity) && same_people && same_kind && in_time;
}

Result<std::optional<Activity>> logged_meeting(const KnownAppointment& known, Stores& stores) {
  if (!known.appointment.contact_id) return std::optional<Activity>();
  const Instant from = known.now.starts_at.plus_seconds(-kAppointmentWindowSeconds);
  const Instant to = known.now.ends_at.plus_seconds(kAppointmentWindowSeconds + 1);
  PACELINE_TRY(auto candidates, stores.activities.with_contact(*known.appointment.contact_id, from, to));
  std::erase_if(candidates,
                [&](const Activity& each) { return !is_of_appointment(each, known.appointment, known.now); });
  std::stable_sort(candidates.begin(), candidates.end(), [&](const Activity& a, const Activity& b) {
    return distance_from(a, known.now.starts_at) < distance_from(b, known.now.starts_at);
  });
  for (Activity& candidate : candidates) {
    PACELINE_TRY(const auto taken, stores.appointments.of_activity(candidate.activity_id));
    if (!taken) return std::optional(std::move(candidate));
  }
  return std::optional<Activity>();
}

Result<std::optional<Activity>> AppointmentJoins::join_logged(const Activity& logged) {
  if (!may_be_of_appointment(logged)) return std::optional<Activity>();
  PACELINE_TRY(
      const auto candidates,
      stores_.activities.with_contact(*logged.contact_id, logged.occurred_at.plus_seconds(-kBeforeAppointmentSeconds),
                                      logged.occurred_at.plus_seconds(kAppointmentWindowSeconds + 1)));
  for (const Activity& candidate : candidates) {
    const bool taken = std::any_of(joins_.begin(), joins_.end(),
                                   [&](const Join& join) { return join.own.activity_id == candidate.activity_id; });
    if (taken || candidate.rep_id != logged.rep_id || !may_be_of_appointment(candidate)) continue;
    PACELINE_TRY(const auto appointment_id, stores_.appointments.of_activity(candidate.activity_id));
    if (!appointment_id) continue;
    PACELINE_TRY(const auto appointment, stores_.appointments.find(*appointment_id));
    PACELINE_TRY(const auto facts, stores_.appointments.facts_of(*appointment_id));
    const auto now = appointment_as_of(*appointment, facts, facts.back().known_at);
    if (now->joined || !is_of_appointment(logged, *appointment, *now)) continue;
    joins_.push_back({*appointment_id, candidate, logged});
    Activity own = candidate;
    own.duration_s.reset();  // how long it took is what the logged one says, if it does
    return std::optional(std::move(own));
  }
  return std::optional<Activity>();
}

Result<void> AppointmentJoins::store_one(const Join& join, std::set<Touched>& touched) {
  PACELINE_TRY(const auto changes, stores_.activities.changes_of(join.own.activity_id));
  const ActivityChange change{ids_.make<ChangeId>(),
                              join.own.activity_id,
                              true,
                              {},
                              std::string(kAppointmentJoined),
                              actor_id_,
                              moment_of_change(join.logged.known_at, join.own.known_at, changes)};
  const Activity after = effective(join.own, {change});
  PACELINE_CHECK(stores_.activities.add_change(change, after, now_));
  touched.merge(touched_by(after));
  PACELINE_TRY(const bool there, stores_.appointments.take_turn_of(join.appointment_id));
  PACELINE_ASSERT(there);
  PACELINE_TRY(const auto appointment, stores_.appointments.find(join.appointment_id));
  PACELINE_TRY(auto facts, stores_.appointments.facts_of(join.appointment_id));
  AppointmentFact fact;
  fact.appointment_id = join.appointment_id;
  fact.seq = facts.back().seq + 1;
  fact.kind = AppointmentFactKind::joined;
  fact.activity_id = join.logged.activity_id;
  fact.known_at = std::max(join.logged.known_at, facts.back().known_at);
  fact.stored_at = now_;
  fact.actor_id = actor_id_;
  facts.push_back(fact);
  return stores_.appointments.add_facts({fact}, *appointment_as_of(*appointment, facts, fact.known_at));
}

Result<void> AppointmentJoins::store(std::set<Touched>& touched) {
  for (const Join& join : joins_) PACELINE_CHECK(store_one(join, touched));
  joins_.clear();
  return {};
}

}  // namespace paceline
