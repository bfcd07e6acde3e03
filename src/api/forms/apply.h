// SPDX-License-Identifier: Apache-2.0
// The company's definitions as one document (docs/api/apply.md), and the export of maintained counts.
#pragma once

#include "api/forms/contact.h"
#include "api/forms/fair.h"
#include "api/forms/pipeline.h"
#include "api/forms/problem.h"
#include "api/forms/quota.h"
#include "api/forms/words.h"
#include "base/working_calendar.h"
#include "quota/rule.h"

namespace paceline::api::form {

using Minutes = json::Whole<0, kMinutesPerDay>;

template <class T>
using Each = json::Items<Checked<T>, 5000>;

struct CalendarDay {
  Day day;
  Minutes minutes;
  std::optional<ShortText> name;
};
BOOST_DESCRIBE_STRUCT(CalendarDay, (), (day, minutes, name))

struct WeekMinutes {
  Minutes monday, tuesday, wednesday, thursday, friday, saturday, sunday;
};
BOOST_DESCRIBE_STRUCT(WeekMinutes, (), (monday, tuesday, wednesday, thursday, friday, saturday, sunday))

/// With a country neither week nor week_start: its own are used, and its holidays lie below the days.
struct Calendar {
  Name name;
  std::optional<json::Text<2, 2>> country;  ///< ISO 3166-1 alpha-2, "BG"
  std::optional<WeekMinutes> week;          ///< absent: Monday to Friday, 480 each
  std::optional<Minutes> day_start_minute;  ///< absent: 540, that is 09:00
  std::optional<Weekday> week_start;        ///< absent: Monday
  std::optional<std::vector<CalendarDay>> days;
};
BOOST_DESCRIBE_STRUCT(Calendar, (), (name, country, week, day_start_minute, week_start, days))

struct NewTeam {
  Name name;
  std::optional<Name> parent;  ///< the team that it is a part of; absent: stays as it is
  std::optional<Name> was;     ///< the name that it had; it is renamed once, and applied again nothing changes
};
BOOST_DESCRIBE_STRUCT(NewTeam, (), (name, parent, was))

/// A stretch of every employment, in months since its first day.
struct NewPhase {
  Name name;
  int from_month = 0;
  std::optional<int> to_month;  ///< the first month after it; absent: for ever
};
BOOST_DESCRIBE_STRUCT(NewPhase, (), (name, from_month, to_month))

struct NewRampStep {
  int after_days = 0;
  json::Whole<0, 100> percent;
};
BOOST_DESCRIBE_STRUCT(NewRampStep, (), (after_days, percent))

/// Which share of a full quota is asked of somebody new.
struct NewRamp {
  Name name;
  json::Items<NewRampStep, 60> steps;
};
BOOST_DESCRIBE_STRUCT(NewRamp, (), (name, steps))

/// The own usual week of somebody who works less, or on other days, from a day on.
struct NewWorkWeek {
  json::Text<1, 254> user;
  Day from;
  WeekMinutes week;
};
BOOST_DESCRIBE_STRUCT(NewWorkWeek, (), (user, from, week))

/// Absent, without the reason.
struct NewLeave {
  json::Text<1, 254> user;
  Day from;
  std::optional<Day> to;                                  ///< the first day after it; absent: that one day
  std::optional<json::Whole<1, kMinutesPerDay>> minutes;  ///< of each day; absent: whole days
};
BOOST_DESCRIBE_STRUCT(NewLeave, (), (user, from, to, minutes))

/// Where somebody belongs from a day on.
struct NewMembership {
  std::optional<Name> team;  ///< absent: to no team
  std::optional<Day> from;   ///< absent: always
};
BOOST_DESCRIBE_STRUCT(NewMembership, (), (team, from))

struct NewUser {
  json::Text<1, 254> email;
  Name name;
  std::optional<Role> role;       ///< absent: rep
  std::optional<ShortText> zone;  ///< absent: the organisation's
  std::optional<Name> calendar;   ///< absent: the first
  std::optional<Name> team;
  std::optional<Day> from;          ///< of the team; absent: for a new user always, for a move today
  std::optional<bool> active;       ///< absent: true
  std::optional<Day> joined, left;  ///< the first day of the employment, and the first one after it
  std::optional<Name> ramp;
  std::optional<Day> ramp_from;                              ///< absent: the day of joining
  std::optional<std::vector<NewMembership>> memberships;     ///< all of them, in place of team and from
  std::optional<json::Items<json::Text<1, 40>, 20>> phones;  ///< all of the own numbers, and extensions; absent: stay
};
BOOST_DESCRIBE_STRUCT(NewUser, (),
                      (email, name, role, zone, calendar, team, from, active, joined, left, ramp, ramp_from,
                       memberships, phones))

struct NewOutcome {
  ShortText outcome;
  std::optional<ShortText> label;
};
BOOST_DESCRIBE_STRUCT(NewOutcome, (), (outcome, label))

struct NewKind {
  ShortText kind;
  std::optional<ShortText> label;
  std::optional<bool> client_facing;  ///< absent: true
  std::optional<bool> has_direction;  ///< absent: false
  std::optional<bool> has_duration;   ///< absent: false
  std::optional<std::vector<NewOutcome>> outcomes;
};
BOOST_DESCRIBE_STRUCT(NewKind, (), (kind, label, client_facing, has_direction, has_duration, outcomes))

struct NewAfterSignal {
  std::optional<std::vector<ShortText>> kinds;
  std::optional<std::vector<ShortText>> topics;
  std::optional<int> within_days;  ///< absent: 90
};
BOOST_DESCRIBE_STRUCT(NewAfterSignal, (), (kinds, topics, within_days))

/// What counts. A list that is left out or empty asks for nothing.
struct NewRule {
  std::optional<Unit> unit;  ///< absent: activities
  std::optional<std::vector<ShortText>> kinds;
  std::optional<std::vector<Direction>> directions;
  std::optional<std::vector<ShortText>> outcomes;
  std::optional<std::vector<Temperature>> temperatures;
  std::optional<std::vector<Relation>> relations;
  std::optional<std::vector<ShortText>> sources;
  std::optional<std::vector<ShortText>> product_lines;
  std::optional<std::vector<ShortText>> segments;
  std::optional<std::vector<ShortText>> topics;
  std::optional<std::int64_t> min_duration_s;  ///< absent: 0
  std::optional<int> repeat_window_s;          ///< absent: 300
  std::optional<NewAfterSignal> after_signal;
  std::optional<json::Text<3, 3>> currency;  ///< of what is counted by worth: the reporting one
};
BOOST_DESCRIBE_STRUCT(NewRule, (),
                      (unit, kinds, directions, outcomes, temperatures, relations, sources, product_lines, segments,
                       topics, min_duration_s, repeat_window_s, after_signal, currency))

/// Exactly one of rep, team, phase and role.
struct NewSubject {
  std::optional<ShortText> rep;    ///< e-mail address
  std::optional<ShortText> team;   ///< name: each rep of the team and of its parts
  std::optional<ShortText> phase;  ///< name
  std::optional<ShortText> role;
  std::optional<std::int64_t> amount;  ///< in place of the quota's; so with floor and stretch
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  std::optional<bool> together;  ///< the team as one number, in place of each of its reps
};
BOOST_DESCRIBE_STRUCT(NewSubject, (), (rep, team, phase, role, amount, floor, stretch, together))

/// What lowers the quota of those who have less time. Absent: true.
struct NewExcuses {
  std::optional<bool> holidays;
  std::optional<bool> part_time;
  std::optional<bool> leave;
  std::optional<bool> ramp;
};
BOOST_DESCRIBE_STRUCT(NewExcuses, (), (holidays, part_time, leave, ramp))

struct NewQuota {
  ShortText key;
  Name name;
  PeriodKind period = PeriodKind::week;
  std::int64_t amount = 0;
  std::optional<std::int64_t> floor;    ///< what keeps the job; at most the amount
  std::optional<std::int64_t> stretch;  ///< what earns a badge; at least the amount
  std::optional<NewExcuses> excuses;
  NewRule rule;
  std::optional<std::vector<ShortText>> reps;   ///< e-mail addresses
  std::optional<std::vector<ShortText>> teams;  ///< names; each rep of the team by itself
  std::optional<std::vector<NewSubject>> subjects;
  std::optional<Day> from;                    ///< absent: a new quota from this period, a changed one from the next
  std::optional<json::Prose<1, 500>> reason;  ///< why a period that is over is changed
  std::optional<Span> span;                   ///< of the period `span`
};
BOOST_DESCRIBE_STRUCT(NewQuota, (),
                      (key, name, period, amount, floor, stretch, excuses, rule, reps, teams, subjects, from, reason,
                       span))

/// One item that is refused does not refuse the others.
struct Definitions {
  std::optional<NewSettings> organisation;  ///< monitoring, leaderboard, words of the notice
  std::optional<Each<Calendar>> calendars;
  std::optional<std::vector<CalendarDay>> closing_days;  ///< of the whole company; all of them
  std::optional<Each<NewTeam>> teams;
  std::optional<Each<NewPhase>> phases;
  std::optional<Each<NewRamp>> ramps;
  std::optional<Each<NewUser>> users;
  std::optional<Each<NewWorkWeek>> part_time;
  std::optional<Each<NewLeave>> leave;
  std::optional<Each<NewKind>> kinds;
  std::optional<Each<NewProductLine>> product_lines;
  std::optional<Each<NewTerritory>> territories;
  std::optional<Each<NewPipeline>> pipelines;
  std::optional<Each<NewCurrencyRate>> currency_rates;
  std::optional<Each<NewContact>> contacts;
  std::optional<Each<NewQuota>> quotas;
};
BOOST_DESCRIBE_STRUCT(Definitions, (),
                      (organisation, calendars, closing_days, teams, phases, ramps, users, part_time, leave, kinds,
                       product_lines, territories, pipelines, currency_rates, contacts, quotas))

struct Applied {
  std::int64_t created = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::int64_t refused = 0;
  std::vector<ProblemFault> faults;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (created, changed, unchanged, refused, faults))

}  // namespace paceline::api::form
