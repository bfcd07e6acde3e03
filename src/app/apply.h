// SPDX-License-Identifier: Apache-2.0
// Applies the company's definitions: calendars, teams, users, kinds, contacts and quotas, as one document that can be
// applied again and again. What is there already and equal is left alone. docs/api/apply.md shows the document.
#pragma once

#include "app/actor.h"
#include "app/add_contact.h"
#include "app/ports/clock.h"

namespace paceline {

struct CalendarDefinition {
  std::string name;
  WorkingCalendar calendar;
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
};

struct QuotaDefinition {
  std::string key;
  std::string name;
  PeriodKind period_kind = PeriodKind::week;
  std::int64_t amount = 0;
  Rule rule;
  std::vector<std::string> reps;      ///< e-mail addresses
  std::vector<std::string> teams;     ///< names: each rep of the team
  std::optional<Day> from;            ///< none: a new quota from the current period, a changed one from the next
  std::optional<std::string> reason;  ///< why a period that is over is changed; else not needed
};

struct Definitions {
  std::vector<CalendarDefinition> calendars;
  std::vector<std::string> teams;
  std::vector<UserDefinition> users;
  std::vector<Kind> kinds;
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
/// "zone.unknown", "user.calendar.unknown", "user.team.unknown", "user.role.not_allowed", "kind.malformed",
/// "kind.built_in", "quota.key.malformed", "quota.amount.out_of_range", "quota.period.fixed", "quota.reason.missing",
/// "quota.rep.unknown", "quota.team.unknown", "quota.subject.missing", "quota.kind.unknown", and those of canonical().
[[nodiscard]] Result<Applied> apply(const Actor& actor, const Definitions& definitions, Instant now, const Zones& zones,
                                    Ids& ids, Stores& stores);

}  // namespace paceline
