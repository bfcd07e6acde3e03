// SPDX-License-Identifier: Apache-2.0
#include "app/join_calls.h"

#include <algorithm>

#include "activity/call_evidence.h"
#include "app/change_moment.h"

namespace paceline {
namespace {

constexpr std::string_view kCall = "call";

bool may_be_joined(const Activity& activity) {
  return activity.kind == kCall && activity.contact_id && !activity.occurred_precision;
}

std::int64_t distance(const Activity& a, const Activity& b) {
  return std::abs(a.occurred_at.microseconds_since(b.occurred_at));
}

/// The one that began nearest to the activity; null: there is none.
template <class IsSame>
const NamedActivity* nearest(const std::vector<NamedActivity>& candidates, const Activity& activity, IsSame is_same) {
  const NamedActivity* found = nullptr;
  for (const NamedActivity& candidate : candidates) {
    if (is_same(candidate) && (found == nullptr || distance(candidate, activity) < distance(*found, activity)))
      found = &candidate;
  }
  return found;
}

}  // namespace

Result<std::optional<EvidenceId>> CallJoins::join_record(const Activity& record, const EvidenceKey& key) {
  if (!may_be_joined(record)) return std::optional<EvidenceId>();
  const std::int64_t until = record.duration_s.value_or(0) + kCallWindowSeconds;
  PACELINE_TRY(const auto candidates,
               stores_.evidence.logged_calls({record.rep_id, *record.contact_id,
                                              record.occurred_at.plus_seconds(-kCallWindowSeconds),
                                              record.occurred_at.plus_seconds(until)}));
  const NamedActivity* logged = nearest(candidates, record, [&](const NamedActivity& candidate) {
    const bool taken = std::any_of(joins_.begin(), joins_.end(),
                                   [&](const Join& join) { return join.logged.activity_id == candidate.activity_id; });
    return !taken && is_same_call(candidate, record);
  });
  if (logged == nullptr) return std::optional<EvidenceId>();
  CallEvidence evidence{ids_.make<EvidenceId>(),
                        logged->activity_id,
                        key.source,
                        key.external_id,
                        record.occurred_at,
                        record.direction,
                        record.duration_s,
                        record.outcome,
                        {},
                        {},
                        actor_id_,
                        now_};
  joins_.push_back({std::move(evidence), *logged, {}});
  return std::optional(joins_.back().evidence.evidence_id);
}

Result<std::optional<Activity>> CallJoins::join_logged(const Activity& logged) {
  if (!may_be_joined(logged)) return std::optional<Activity>();
  const std::int64_t before = kLongestDurationSeconds + kCallWindowSeconds;
  PACELINE_TRY(const auto candidates, stores_.evidence.recorded_calls(
                                          {logged.rep_id, *logged.contact_id, logged.occurred_at.plus_seconds(-before),
                                           logged.occurred_at.plus_seconds(kCallWindowSeconds)}));
  const NamedActivity* record = nearest(candidates, logged, [&](const NamedActivity& candidate) {
    const bool taken = std::any_of(joins_.begin(), joins_.end(),
                                   [&](const Join& join) { return join.evidence.record_id == candidate.activity_id; });
    return !taken && is_same_call(logged, candidate);
  });
  if (record == nullptr) return std::optional<Activity>();
  CallEvidence evidence{ids_.make<EvidenceId>(),
                        logged.activity_id,
                        *record->source,
                        *record->external_id,
                        record->occurred_at,
                        record->direction,
                        record->duration_s,
                        record->outcome,
                        record->activity_id,
                        {},
                        actor_id_,
                        now_};
  joins_.push_back({std::move(evidence), logged, *record});
  return joins_.back().record;
}

Result<void> CallJoins::store(std::set<Touched>& touched) {
  for (Join& join : joins_) {
    if (join.record) PACELINE_CHECK(void_record(*join.record, join.logged.known_at, touched));
    PACELINE_CHECK(correct_duration(join, touched));
    PACELINE_CHECK(stores_.evidence.add(join.evidence, now_));
  }
  joins_.clear();
  return {};
}

Result<Instant> CallJoins::moment_after_changes(const Activity& activity, Instant known_at) {
  PACELINE_TRY(const auto changes, stores_.activities.changes_of(activity.activity_id));
  return moment_of_change(known_at, activity.known_at, changes);
}

Result<void> CallJoins::correct_duration(Join& join, std::set<Touched>& touched) {
  if (join.logged.duration_s || !join.evidence.duration_s) return {};
  PACELINE_TRY(const Instant at, moment_after_changes(join.logged, now_));
  const ActivityChange change{ids_.make<ChangeId>(),
                              join.logged.activity_id,
                              false,
                              {{"duration_s", std::to_string(*join.evidence.duration_s)}},
                              std::string(kEvidenceJoined),
                              actor_id_,
                              at};
  const Activity after = effective(join.logged, {change});
  PACELINE_CHECK(stores_.activities.add_change(change, after, now_));
  join.evidence.change_id = change.change_id;
  touched.merge(touched_by(after));
  return {};
}

/// From when on the logged one is known: before, nobody knew that they are one call.
Result<void> CallJoins::void_record(const Activity& record, Instant known_at, std::set<Touched>& touched) {
  PACELINE_TRY(const Instant at, moment_after_changes(record, known_at));
  const ActivityChange change{ids_.make<ChangeId>(),        record.activity_id, true, {},
                              std::string(kEvidenceJoined), actor_id_,          at};
  const Activity after = effective(record, {change});
  PACELINE_CHECK(stores_.activities.add_change(change, after, now_));
  touched.merge(touched_by(after));
  return {};
}

Activity in_place_of(const std::optional<Activity>& record, Activity activity) {
  if (!record) return activity;
  activity.activity_id = record->activity_id;
  if (!activity.duration_s) activity.duration_s = record->duration_s;
  return activity;
}

Result<void> end_evidence(const CallEvidence& evidence, std::string_view reason, UserId actor_id, Instant now, Ids& ids,
                          Stores& stores, std::set<Touched>& touched) {
  PACELINE_CHECK(stores.evidence.end(
      {evidence.evidence_id, std::string(reason), actor_id, std::max(now, evidence.known_at)}, now));
  if (!evidence.change_id) return {};
  PACELINE_TRY(const auto fact, stores.activities.find_fact(evidence.activity_id));
  PACELINE_TRY(const auto changes, stores.activities.changes_of(evidence.activity_id));
  if (!fact || changes.empty() || changes.back().change_id != *evidence.change_id) return {};
  const Instant at = moment_of_change(now, fact->known_at, changes);
  const ActivityChange back{ids.make<ChangeId>(),
                            evidence.activity_id,
                            false,
                            {{"duration_s", std::nullopt}},
                            std::string(reason),
                            actor_id,
                            at};
  const Activity after = effective(effective(*fact, changes), {back});
  PACELINE_CHECK(stores.activities.add_change(back, after, now));
  touched.merge(touched_by(after));
  return {};
}

}  // namespace paceline
