// SPDX-License-Identifier: Apache-2.0
#include "demo/company.h"

#include "demo/people.h"

namespace paceline::demo {
namespace {

constexpr const char* kZone = "Europe/Sofia";

struct FixedHoliday {
  int month;
  int day;
  const char* name;
};

constexpr FixedHoliday kHolidays[] = {
    {1, 1, "New Year's Day"},  {3, 3, "Liberation Day"},        {5, 1, "Labour Day"},        {5, 6, "St George's Day"},
    {5, 24, "Education Day"},  {9, 6, "Unification Day"},       {9, 22, "Independence Day"}, {12, 24, "Christmas Eve"},
    {12, 25, "Christmas Day"}, {12, 26, "Second Christmas Day"}};

WorkingCalendar calendar_of(Period history) {
  WorkingCalendar calendar;
  for (int year = date_of(history.from).year; year <= date_of(history.to).year + 1; ++year) {
    for (const FixedHoliday& holiday : kHolidays) {
      calendar.exceptions[day_of(Date{year, holiday.month, holiday.day})] = {0, holiday.name};
    }
  }
  return calendar;
}

UserDefinition user(const PersonName& person, Role role) {
  UserDefinition definition;
  definition.email = person.address + "@demo.paceline.example";
  definition.name = person.name;
  definition.role = role;
  definition.zone = kZone;
  definition.calendar = "Sofia office";
  definition.team = std::string(kTeam);
  return definition;
}

QuotaDefinition quota(const char* key, const char* name, PeriodKind period, std::int64_t amount, Rule rule, Day from) {
  QuotaDefinition definition;
  definition.key = key;
  definition.name = name;
  definition.period_kind = period;
  definition.amounts.quota = amount;
  definition.rule = std::move(rule);
  definition.subjects = {{SubjectKind::team, std::string(kTeam), {}, "/teams/0"}};
  definition.from = from;
  return definition;
}

Rule calls() {
  Rule rule;
  rule.kinds = {"call"};
  rule.directions = {Direction::outbound};
  return rule;
}

Rule conversations() {
  Rule rule;
  rule.kinds = {"call"};
  rule.min_duration_s = 60;
  return rule;
}

Rule contacts_after_comment() {
  Rule rule;
  rule.unit = Unit::contacts;
  rule.kinds = {"call", "meeting"};
  rule.outcomes = {"answered", "listened", "agreed", "refused", "call_back", "held"};
  rule.after_signal = AfterSignal{{"comment"}, {std::string(kTopic)}, 90};
  return rule;
}

Rule kind_with(std::vector<std::string> kinds, std::vector<std::string> outcomes) {
  Rule rule;
  rule.kinds = std::move(kinds);
  rule.outcomes = std::move(outcomes);
  return rule;
}

}  // namespace

Definitions company(int reps, Period history) {
  Definitions definitions;
  definitions.calendars.push_back({"Sofia office", calendar_of(history), {}, true});
  definitions.teams.push_back({std::string(kTeam), {}});
  definitions.users.push_back(user({"Maya Cole", "maya.cole"}, Role::manager));
  for (int n = 0; n < reps; ++n) definitions.users.push_back(user(rep_name(n), Role::rep));
  return definitions;
}

Definitions quotas(Period history) {
  const Day from = history.from;
  Definitions definitions;
  definitions.quotas.push_back(quota("calls", "Outbound calls", PeriodKind::week, 160, calls(), from));
  definitions.quotas.back().amounts = {160, 120, 200};
  definitions.quotas.push_back(
      quota("conversations", "Conversations over a minute", PeriodKind::week, 60, conversations(), from));
  definitions.quotas.push_back(
      quota("retirement", "Contacts on retirement planning", PeriodKind::month, 20, contacts_after_comment(), from));
  definitions.quotas.push_back(
      quota("meetings", "Meetings held", PeriodKind::week, 5,
            kind_with({"meeting", "visit", "demo"}, {"held", "agreed", "refused", "call_back"}), from));
  definitions.quotas.push_back(
      quota("estimates", "Estimates handed in", PeriodKind::month, 12, kind_with({"estimate"}, {"handed_in"}), from));
  Rule mails = kind_with({"email"}, {"sent", "replied"});
  mails.directions = {Direction::outbound};
  definitions.quotas.push_back(quota("emails", "E-mails to prospects", PeriodKind::week, 40, std::move(mails), from));
  return definitions;
}

}  // namespace paceline::demo
