// SPDX-License-Identifier: Apache-2.0
// Applies the company's definitions: calendars, teams, users, kinds, contacts and quotas, as one document that can be
// applied again and again. What is there already and equal is left alone. docs/api/apply.md shows the document.
#pragma once

#include "app/actor.h"
#include "app/add_contact.h"
#include "app/change_settings.h"
#include "app/ports/clock.h"
#include "app/ports/country_calendars.h"
#include "pipeline/stage.h"
#include "pipeline/territory.h"

namespace paceline {

struct CalendarDefinition {
  std::string name;
  WorkingCalendar calendar;
  std::optional<std::string> country;  ///< its week and holidays lie below the days of the calendar
  bool own_week = false;               ///< the calendar has one: not together with a country
};

struct TeamDefinition {
  std::string name;
  std::optional<std::string> parent;  ///< by name; none: stays as it is
  std::optional<std::string> was;     ///< the name that it had: the team is renamed, once
};

struct PhaseDefinition {
  std::string name;
  int from_month = 0;
  std::optional<int> to_month;
};

struct RampDefinition {
  std::string name;
  std::vector<RampStep> steps;
};

struct LeaveDefinition {
  std::string user;  ///< e-mail address
  Leave leave;
};

struct WorkWeekDefinition {
  std::string user;  ///< e-mail address
  WorkWeek week;
};

/// Where somebody belongs from a day on.
struct MembershipDefinition {
  std::optional<std::string> team;  ///< by name; none: to no team
  std::optional<Day> from;          ///< none: always
};

struct UserDefinition {
  std::string email;
  std::string name;
  Role role = Role::rep;
  std::optional<std::string> zone;      ///< none: the organisation's
  std::optional<std::string> calendar;  ///< by name; none: the first
  std::optional<std::string> team;      ///< by name
  std::optional<Day> from;              ///< the team's first day; none: for a new user always, for a move today
  bool active = true;
  std::optional<Day> joined;
  std::optional<Day> left;
  std::optional<std::string> ramp;                               ///< by name
  std::optional<Day> ramp_from;                                  ///< none: the day of joining
  std::optional<std::vector<MembershipDefinition>> memberships;  ///< all of them, in place of `team` and `from`
  std::optional<std::vector<std::string>> phones;                ///< all of the own numbers; none: stay as they are
};

/// Somebody whom a quota asks, by address or name.
struct SubjectDefinition {
  SubjectKind kind = SubjectKind::rep;
  std::string name;
  std::optional<Amounts> amounts;  ///< in place of those of the quota
  std::string pointer;             ///< where it stands, "/reps/0"
};

struct QuotaDefinition {
  std::string key;
  std::string name;
  PeriodKind period_kind = PeriodKind::week;
  Amounts amounts;
  Excuses excuses;
  Rule rule;
  std::vector<SubjectDefinition> subjects;
  std::optional<Day> from;            ///< none: a new quota from the current period, a changed one from the next
  std::optional<std::string> reason;  ///< why a period that is over is changed; else not needed
  std::optional<Period> span;         ///< of the period kind span
  bool ends = false;                  ///< asks nobody, on purpose: then without subjects
};

struct ProductLineDefinition {
  std::string key;
  std::string name;
  std::optional<std::string> parent;  ///< by key; none: at the top
  std::optional<std::int64_t> list_price_minor;
  std::optional<Currency> list_price_currency;  ///< none: that of the organisation
  bool active = true;
};

struct TerritoryDefinition {
  std::string key;
  std::string name;
  std::optional<std::string> parent;  ///< by key; none: at the top
  bool active = true;
  std::vector<TerritoryRule> rules;  ///< all of them; without the territory's id
};

struct PipelineDefinition {
  std::string key;
  std::string name;
  bool active = true;
  std::vector<Stage> stages;  ///< in their order, without ids; one that is left out is given up
};

struct CurrencyRateDefinition {
  std::string currency;
  Day from;
  std::string rate;  ///< decimal text: what one unit costs in the reporting currency
};

/// What apply() asks of the outside.
struct Surroundings {
  const Zones& zones;
  const CountryCalendars& countries;
  Ids& ids;
};

struct Definitions {
  std::optional<SettingsChange> organisation;
  std::vector<CalendarDefinition> calendars;
  std::optional<ClosingDays> closing_days;  ///< none: stay as they are
  std::vector<TeamDefinition> teams;
  std::vector<PhaseDefinition> phases;
  std::vector<RampDefinition> ramps;
  std::vector<UserDefinition> users;
  std::vector<WorkWeekDefinition> part_time;
  std::vector<LeaveDefinition> leave;
  std::vector<Kind> kinds;
  std::vector<ProductLineDefinition> product_lines;
  std::vector<TerritoryDefinition> territories;
  std::vector<PipelineDefinition> pipelines;
  std::vector<CurrencyRateDefinition> currency_rates;
  std::vector<ContactDraft> contacts;
  std::vector<QuotaDefinition> quotas;
};

struct Applied {
  std::int64_t created = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::int64_t refused = 0;
  Errors faults;  ///< with pointers into the document, "/quotas/0/amount"
};

/// An item that is refused does not refuse the others. Codes: those of the parsers, "calendar.minutes.out_of_range",
/// "calendar.country.unknown", "calendar.country.own_week", "zone.unknown", "team.parent.unknown",
/// "team.parent.circle", "phase.months.out_of_range", "ramp.steps.out_of_range", "user.calendar.unknown",
/// "user.team.unknown", "user.memberships.and_team", "user.memberships.day_twice", "user.role.not_allowed",
/// "user.ramp.unknown", "user.phone.malformed", "user.phone.taken", "user.left.before_joined", "user.last_admin",
/// "user.unknown", "leave.span.empty", "kind.malformed", "kind.built_in", "quota.key.malformed",
/// "quota.amount.out_of_range", "quota.grades.order", "quota.span.missing", "quota.span.not_allowed",
/// "quota.span.out_of_range", "quota.from.outside_span", "quota.period.fixed", "quota.reason.missing",
/// "quota.rep.unknown", "quota.team.unknown", "quota.phase.unknown", "quota.role.unknown", "quota.subject.missing",
/// "quota.kind.unknown", and those of canonical().
[[nodiscard]] Result<Applied> apply(const Actor& actor, const Definitions& definitions, Instant now,
                                    const Surroundings& outside, Stores& stores);

}  // namespace paceline
