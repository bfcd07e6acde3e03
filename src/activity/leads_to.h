// SPDX-License-Identifier: Apache-2.0
// What each kind of activity and outcome led to: what followed with the same contact within some days.
//
// For an activity with a contact at time t, what followed are the activities of anybody with that contact after t and
// not later than t + N days: one of the class `reached` (which agreed and refused are too), one of `agreed`, one of
// `refused`. A share is k / n with its Wilson interval at 95 %; fewer than 8 are too few to tell. n are activities
// whose N days are over at `as_of`; the others are open: they count neither for nor against. Per contact, the first
// activity of the row with each contact stands for all of them.
// Cold beside signal-led: contacts with an outbound call in the period. Signal-led: a signal of the contact at most 90
// days before the first of these calls; cold: none, and the contact was cold at that call. Here the call's own outcome
// counts as well. The difference is signal-led less cold (stats/difference.h), and how likely signal-led is the higher
// rate is P(A > B) of both tallies (stats/compare_rates.h): 12 of 35 against 5 of 30 are 0.9478.
// Units: whole activities and contacts; shares 0 to 1; minutes of the activities whose duration is known, seconds added
// up and rounded half up once. What follows is not what was caused: docs/formulas/leads_to.md says what not to
// conclude. Worked example (tests/activity/leads_to_test.cpp): three unanswered calls to Ada, Ben and Cyd; Ada listens
// on day 3, Ben agrees on day 20, Cyd never. With N = 14: per activity 1 of 3 reached, 0 of 3 agreed.
#pragma once

#include <map>
#include <span>

#include "activity/activity.h"
#include "base/period.h"
#include "stats/difference.h"

namespace paceline {

/// agreed: agreed, held. refused: refused. reached: answered, listened, call_back, replied, reacted, attended.
/// unreached: everything else, an outcome of the company's own among it.
BOOST_DEFINE_ENUM_CLASS(OutcomeClass, unreached, reached, agreed, refused)

[[nodiscard]] OutcomeClass class_of(const std::optional<std::string>& outcome);

inline constexpr std::int64_t kFewestToTell = 8;
inline constexpr std::int64_t kSignalDays = 90;

struct LeadsToFacts {
  Period period;
  int within_days = 14;
  Instant as_of;
  Weekday week_start = Weekday::monday;
  std::vector<Activity> activities;                          ///< of the period, none of them voided
  std::map<ContactId, std::vector<Activity>> with_contacts;  ///< by anybody, none voided, in order of time and id
  std::map<ContactId, std::vector<Instant>> signals;         ///< of these contacts, in any order
};

/// k of n.
struct Chance {
  std::int64_t of = 0;
  std::int64_t n = 0;
  std::optional<double> share;              ///< none over nothing
  std::optional<stats::Interval> interval;  ///< the same
  bool too_few = true;
};

struct LedTo {
  Chance reached;
  Chance agreed;
  Chance refused;
};

struct LeadsToRow {
  std::string kind;
  std::optional<std::string> outcome;
  std::int64_t activities = 0;
  double share = 0;  ///< of all activities
  std::int64_t minutes = 0;
  std::int64_t timed = 0;            ///< those whose duration is known
  std::int64_t without_contact = 0;  ///< nothing can follow
  std::int64_t open = 0;
  LedTo per_activity;
  LedTo per_contact;
};

struct Channel {
  std::string kind;
  std::int64_t activities = 0;
  double share = 0;
  std::int64_t minutes = 0;
};

struct ChannelWeek {
  Period week;
  std::int64_t activities = 0;
  std::vector<Channel> channels;  ///< by kind
};

struct CalledContacts {
  std::int64_t contacts = 0;
  std::int64_t open = 0;
  LedTo led_to;
};

/// Of signal-led beside cold.
struct RatesBeside {
  stats::RateDifference difference;
  double chance_higher = 0;  ///< 0 to 1
};

struct ColdAndSignal {
  CalledContacts cold;
  CalledContacts signal_led;
  std::optional<RatesBeside> reached;  ///< none where either side has nothing
  std::optional<RatesBeside> agreed;
  bool too_few = true;  ///< on either side
};

struct LeadsTo {
  std::int64_t activities = 0;
  std::int64_t contacts = 0;
  std::vector<LeadsToRow> rows;  ///< most first, then by kind and outcome
  std::vector<ChannelWeek> weeks;
  ColdAndSignal cold_and_signal;
};

/// One activity, with what followed first of each class.
struct Followed {
  const Activity* activity = nullptr;
  bool is_open = false;
  const Activity* reached = nullptr;
  const Activity* agreed = nullptr;
  const Activity* refused = nullptr;
};

/// Without the activities of a kind and outcome, and those of a kind in one week, behind which stand fewer than `least`
/// reps: what is left names nobody. Worked example: of 6 reps who called and one who went to events, the events go.
[[nodiscard]] LeadsToFacts of_many_reps(LeadsToFacts facts, std::size_t least);

/// Oldest first. REQUIRES: the facts outlive it.
[[nodiscard]] std::vector<Followed> followed(const LeadsToFacts& facts);

[[nodiscard]] LeadsTo leads_to(const LeadsToFacts& facts);

}  // namespace paceline
