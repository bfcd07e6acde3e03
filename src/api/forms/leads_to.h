// SPDX-License-Identifier: Apache-2.0
// What activities led to: docs/formulas/leads_to.md.
#pragma once

#include "api/forms/activity.h"
#include "api/forms/quota.h"
#include "api/forms/team.h"

namespace paceline::api::form {

struct LeadsToQuery : Query {
  std::optional<Day> from;                        ///< absent: 28 days before `to`
  std::optional<Day> to;                          ///< the first day after; absent: tomorrow
  std::optional<json::Whole<1, 90>> within_days;  ///< absent: 14
};
BOOST_DESCRIBE_STRUCT(LeadsToQuery, (Query), (from, to, within_days))

BOOST_DEFINE_ENUM_CLASS(Followed, all, reached, agreed, refused, open)

struct LeadsToRowsQuery : PageQuery {
  std::optional<Day> from;
  std::optional<Day> to;
  std::optional<json::Whole<1, 90>> within_days;
  std::optional<ShortText> kind;     ///< absent: every kind
  std::optional<ShortText> outcome;  ///< absent: every outcome; "none": those without one
  std::optional<Followed> followed;  ///< absent: all
};
BOOST_DESCRIBE_STRUCT(LeadsToRowsQuery, (PageQuery), (from, to, within_days, kind, outcome, followed))

struct Range {
  double low = 0;
  double high = 1;
};
BOOST_DESCRIBE_STRUCT(Range, (), (low, high))

/// n of `of`; absent over nothing. too_few: fewer than 8, no verdict.
struct Chance {
  std::int64_t n = 0;
  std::int64_t of = 0;
  std::optional<double> share;
  std::optional<Range> interval;
  bool too_few = true;
};
BOOST_DESCRIBE_STRUCT(Chance, (), (n, of, share, interval, too_few))

struct LedTo {
  Chance reached;
  Chance agreed;
  Chance refused;
};
BOOST_DESCRIBE_STRUCT(LedTo, (), (reached, agreed, refused))

struct LeadsToRow {
  std::string kind;
  std::optional<std::string> outcome;
  std::int64_t activities = 0;
  double share = 0;
  std::int64_t minutes = 0;
  std::int64_t timed = 0;
  std::int64_t without_contact = 0;
  std::int64_t open = 0;
  LedTo per_activity;
  LedTo per_contact;
};
BOOST_DESCRIBE_STRUCT(LeadsToRow, (),
                      (kind, outcome, activities, share, minutes, timed, without_contact, open, per_activity,
                       per_contact))

struct Channel {
  std::string kind;
  std::int64_t activities = 0;
  double share = 0;
  std::int64_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(Channel, (), (kind, activities, share, minutes))

struct ChannelWeek {
  Period week;
  std::int64_t activities = 0;
  std::vector<Channel> channels;
};
BOOST_DESCRIBE_STRUCT(ChannelWeek, (), (week, activities, channels))

struct CalledContacts {
  std::int64_t contacts = 0;
  std::int64_t open = 0;
  LedTo led_to;
};
BOOST_DESCRIBE_STRUCT(CalledContacts, (), (contacts, open, led_to))

struct RateDifference {
  double value = 0;  ///< signal-led less cold
  Range interval;
  double chance_higher = 0;  ///< that the signal-led rate is the higher one
};
BOOST_DESCRIBE_STRUCT(RateDifference, (), (value, interval, chance_higher))

struct ColdAndSignal {
  CalledContacts cold;
  CalledContacts signal_led;
  std::optional<RateDifference> reached;
  std::optional<RateDifference> agreed;
  bool too_few = true;
};
BOOST_DESCRIBE_STRUCT(ColdAndSignal, (), (cold, signal_led, reached, agreed, too_few))

struct LeadsTo {
  Day from;
  Day to;
  int within_days = 14;
  std::int64_t activities = 0;
  std::int64_t contacts = 0;
  std::vector<LeadsToRow> rows;
  std::vector<ChannelWeek> weeks;
  std::optional<ColdAndSignal> cold_and_signal;
  std::optional<WhyAbsent>
      why_absent;  ///< of a team, where the monitoring profile hides single reps: then all is empty
};
BOOST_DESCRIBE_STRUCT(LeadsTo, (),
                      (from, to, within_days, activities, contacts, rows, weeks, cold_and_signal, why_absent))

/// What followed first of a class.
struct FollowedBy {
  ActivityId activity_id;
  std::string kind;
  std::string outcome;
  Instant occurred_at;
};
BOOST_DESCRIBE_STRUCT(FollowedBy, (), (activity_id, kind, outcome, occurred_at))

struct LeadsToActivity {
  ActivityId activity_id;
  RepId rep_id;
  std::string kind;
  std::optional<std::string> outcome;
  Instant occurred_at;
  Day day;
  std::optional<ContactId> contact_id;
  std::optional<std::string> contact_name;
  std::optional<std::string> account_name;
  bool open = false;
  std::optional<FollowedBy> reached;
  std::optional<FollowedBy> agreed;
  std::optional<FollowedBy> refused;
};
BOOST_DESCRIBE_STRUCT(LeadsToActivity, (),
                      (activity_id, rep_id, kind, outcome, occurred_at, day, contact_id, contact_name, account_name,
                       open, reached, agreed, refused))

}  // namespace paceline::api::form
