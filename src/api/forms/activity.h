// SPDX-License-Identifier: Apache-2.0
// Activities, and what each does to the quotas.
#pragma once

#include "activity/activity.h"
#include "api/forms/list.h"
#include "app/log_activity.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(Effect, (), (quota_id, key, name, counts, reason, before, after, amount))

}  // namespace paceline

namespace paceline::api::form {

using Seconds = json::Whole<0, kLongestDurationSeconds>;

/// Where a call, a meeting and so on is known from.
struct Source {
  std::string source;  ///< "log": somebody logged it by hand; else what the other system is called
  Instant occurred_at;
  std::optional<std::int64_t> duration_s;
};
BOOST_DESCRIBE_STRUCT(Source, (), (source, occurred_at, duration_s))

struct Activity {
  ActivityId activity_id;
  std::string rep;  ///< e-mail address
  RepId rep_id;
  std::string rep_name;
  std::optional<ContactId> contact_id;
  std::optional<std::string> contact_name;
  std::optional<std::string> account_name;
  std::string kind;
  std::optional<Direction> direction;
  std::optional<std::string> outcome;
  std::optional<std::int64_t> duration_s;
  std::optional<std::string> topic;
  std::optional<std::string> product_line;
  std::optional<std::string> lead_source;  ///< where the lead came from, when it happened
  std::optional<Temperature> temperature;
  std::optional<Relation> relation;
  Instant occurred_at;
  Instant known_at;
  Day day;
  ActivityState state = ActivityState::active;
  std::vector<Source> sources;  ///< the own one, then call records that tell of it
};
BOOST_DESCRIBE_STRUCT(Activity, (),
                      (activity_id, rep, rep_id, rep_name, contact_id, contact_name, account_name, kind, direction,
                       outcome, duration_s, topic, product_line, lead_source, temperature, relation, occurred_at,
                       known_at, day, state, sources))

struct ActivitiesQuery : MomentPageQuery {
  std::optional<ShortText> rep;  ///< absent: me
  std::optional<Day> from;
  std::optional<Day> to;  ///< the first day after
};
BOOST_DESCRIBE_STRUCT(ActivitiesQuery, (MomentPageQuery), (rep, from, to))

struct NewActivity {
  std::optional<ShortText> rep;  ///< absent: me
  std::optional<ContactId> contact_id;
  std::optional<ShortText> contact;  ///< the contact's key, in place of the id
  ShortText kind;
  std::optional<Direction> direction;
  std::optional<ShortText> outcome;
  std::optional<Seconds> duration_s;
  std::optional<Instant> occurred_at;  ///< absent: now
  std::optional<Instant> known_at;     ///< absent: now
  std::optional<ShortText> topic;
  std::optional<ShortText> product_line;
  std::optional<Relation> relation;  ///< absent: what the contact is now; the next three alike
  std::optional<Temperature> temperature;
  std::optional<ShortText> lead_source;
  std::optional<ShortText> segment;  ///< of the account
  std::optional<ShortText> source;   ///< with external_id: the other system that tells it
  std::optional<ShortText> external_id;
  std::optional<Remark> note;
};
BOOST_DESCRIBE_STRUCT(NewActivity, (),
                      (rep, contact_id, contact, kind, direction, outcome, duration_s, occurred_at, known_at, topic,
                       product_line, relation, temperature, lead_source, segment, source, external_id, note))

struct LoggedActivity {
  Activity activity;
  std::vector<Effect> counts;
};
BOOST_DESCRIBE_STRUCT(LoggedActivity, (), (activity, counts))

struct Preview {
  std::vector<Effect> counts;
  std::vector<std::string> notes;  ///< "repeat_within_window"
};
BOOST_DESCRIBE_STRUCT(Preview, (), (counts, notes))

struct VoidActivity {
  json::Prose<1, 500> reason;
};
BOOST_DESCRIBE_STRUCT(VoidActivity, (), (reason))

/// What a correction sets: left out stays as it was, null is emptied.
struct ActivitySet {
  std::optional<ShortText> kind;
  json::Settable<Direction> direction;
  json::Settable<ShortText> outcome;
  json::Settable<Seconds> duration_s;
  json::Settable<ShortText> topic;
  json::Settable<ShortText> product_line;
};
BOOST_DESCRIBE_STRUCT(ActivitySet, (), (kind, direction, outcome, duration_s, topic, product_line))

struct CorrectActivity {
  ActivitySet set;
  json::Prose<1, 500> reason;
};
BOOST_DESCRIBE_STRUCT(CorrectActivity, (), (set, reason))

}  // namespace paceline::api::form
