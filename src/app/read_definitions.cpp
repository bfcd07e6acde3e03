// SPDX-License-Identifier: Apache-2.0
#include "app/read_definitions.h"

#include <algorithm>
#include <tuple>

#include "app/check_quota.h"
#include "app/read_pipeline_definitions.h"
#include "base/enum_text.h"

namespace paceline {
namespace {

/// What ids are called in a document.
struct NamesOfIds {
  std::map<CalendarId, std::string> calendars;
  std::map<TeamId, std::string> teams;
  std::map<PhaseId, std::string> phases;
  std::map<RampId, std::string> ramps;
  std::map<UserId, std::string> users;  ///< addresses
};

std::optional<std::string> name_of(const std::optional<TeamId>& team_id, const NamesOfIds& names) {
  return team_id ? std::optional(names.teams.at(*team_id)) : std::nullopt;
}

Result<NamesOfIds> names_of_ids(const Company& company, Stores& stores) {
  NamesOfIds names;
  PACELINE_TRY(const auto calendars, stores.calendars.calendars());
  PACELINE_TRY(const auto ramps, stores.work_times.ramps());
  PACELINE_TRY(const auto users, stores.people.users());
  for (const StoredCalendar& calendar : calendars) names.calendars.emplace(calendar.calendar_id, calendar.name);
  for (const auto& [team_id, team] : company.teams) names.teams.emplace(team_id, team.name);
  for (const auto& [phase_id, phase] : company.phases) names.phases.emplace(phase_id, phase.name);
  for (const StoredRamp& ramp : ramps) names.ramps.emplace(ramp.ramp_id, ramp.name);
  for (const User& user : users) names.users.emplace(user.user_id, user.email);
  return names;
}

/// A profile that is to come is what is defined: apply() compares with it.
Result<SettingsChange> settings_now(Instant now, Stores& stores) {
  PACELINE_TRY(const SettingsNow found, read_settings(now, stores));
  const Settings& settings = found.settings;
  return SettingsChange{found.coming ? found.coming->monitoring : found.monitoring,
                        settings.leaderboard,
                        settings.notice_company,
                        settings.notice_contact,
                        settings.notice_ground,
                        settings.phone_country};
}

Result<void> add_calendars(Definitions& definitions, CalendarStore& store) {
  PACELINE_TRY(auto calendars, store.calendars());
  for (StoredCalendar& calendar : calendars) {
    definitions.calendars.push_back({std::move(calendar.name), std::move(calendar.calendar), {}, true});
  }
  PACELINE_TRY(definitions.closing_days, store.closing_days());
  return {};
}

int depth_of(const Team& team, const Company& company) {
  int depth = 0;
  for (auto above = team.parent_id; above && depth <= static_cast<int>(company.teams.size()); ++depth) {
    above = company.teams.at(*above).parent_id;
  }
  return depth;
}

void add_teams_and_phases(Definitions& definitions, const Company& company, const NamesOfIds& names) {
  std::vector<std::pair<int, Team>> teams;
  for (const auto& [team_id, team] : company.teams) teams.emplace_back(depth_of(team, company), team);
  std::sort(teams.begin(), teams.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.name) < std::tie(b.first, b.second.name);
  });
  for (const auto& [depth, team] : teams) definitions.teams.push_back({team.name, name_of(team.parent_id, names), {}});
  for (const auto& [phase_id, phase] : company.phases) {
    definitions.phases.push_back({phase.name, phase.from_month, phase.to_month});
  }
  std::sort(definitions.phases.begin(), definitions.phases.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
}

Result<void> add_users(Definitions& definitions, const NamesOfIds& names, Stores& stores) {
  PACELINE_TRY(const auto users, stores.people.users());
  PACELINE_TRY(const auto memberships, stores.people.memberships());
  PACELINE_TRY(const auto ramp_starts, stores.work_times.all_ramp_starts());
  std::map<UserId, std::vector<MembershipDefinition>> memberships_of;
  for (const Membership& membership : memberships) {
    const auto from = membership.from == kFirstDay ? std::nullopt : std::optional(membership.from);
    memberships_of[membership.user_id].push_back({name_of(membership.team_id, names), from});
  }
  std::map<UserId, RampStart> ramp_of;
  for (const auto& start : ramp_starts) ramp_of.emplace(start.user_id, start.value);
  PACELINE_TRY(const auto phones, stores.phones.user_phones());
  std::map<UserId, std::vector<std::string>> phones_of;
  for (const UserPhone& phone : phones) phones_of[phone.user_id].push_back(phone.number);
  for (const User& user : users) {
    const auto ramp = ramp_of.find(user.user_id);
    const bool ramps = ramp != ramp_of.end();
    definitions.users.push_back({user.email,
                                 user.name,
                                 user.role,
                                 user.zone,
                                 names.calendars.at(user.calendar_id),
                                 {},
                                 {},
                                 user.active,
                                 user.joined,
                                 user.left,
                                 ramps ? std::optional(names.ramps.at(ramp->second.ramp_id)) : std::nullopt,
                                 ramps ? std::optional(ramp->second.from) : std::nullopt,
                                 std::move(memberships_of[user.user_id]),
                                 {}});
    auto& own = phones_of[user.user_id];
    if (!own.empty()) definitions.users.back().phones = std::move(own);
  }
  return {};
}

Result<void> add_work_times(Definitions& definitions, const NamesOfIds& names, WorkTimeStore& store) {
  PACELINE_TRY(auto ramps, store.ramps());
  for (StoredRamp& ramp : ramps) definitions.ramps.push_back({std::move(ramp.name), std::move(ramp.steps)});
  PACELINE_TRY(const auto weeks, store.all_weeks());
  for (const auto& week : weeks) definitions.part_time.push_back({names.users.at(week.user_id), week.value});
  PACELINE_TRY(const auto leaves, store.all_leaves());
  for (const auto& leave : leaves) definitions.leave.push_back({names.users.at(leave.user_id), leave.value.leave});
  const auto by_address = [](const auto& a, const auto& b) { return a.user < b.user; };
  std::stable_sort(definitions.part_time.begin(), definitions.part_time.end(), by_address);
  std::stable_sort(definitions.leave.begin(), definitions.leave.end(), by_address);
  return {};
}

std::string name_of(const QuotaSubject& subject, const NamesOfIds& names) {
  switch (subject.kind) {
    case SubjectKind::rep: return names.users.at(UserId(subject.id));
    case SubjectKind::phase: return names.phases.at(PhaseId(subject.id));
    case SubjectKind::team:
    case SubjectKind::team_together: return names.teams.at(TeamId(subject.id));
    case SubjectKind::role: return std::string(enum_text(static_cast<Role>(subject.id)));
  }
  PACELINE_ASSERT(false);
}

QuotaDefinition definition_of(const Quota& quota, const QuotaVersion& version, const Rule& rule,
                              const NamesOfIds& names) {
  QuotaDefinition definition{
      quota.key,    quota.name, quota.period_kind, version.amounts,         version.excuses, rule, {},
      version.from, {},         quota.span,        version.subjects.empty()};
  for (const QuotaSubject& subject : version.subjects) {
    definition.subjects.push_back({subject.kind, name_of(subject, names), subject.amounts, {}});
  }
  // Ids differ from company to company, names do not.
  std::sort(definition.subjects.begin(), definition.subjects.end(),
            [](const SubjectDefinition& a, const SubjectDefinition& b) {
              return std::tie(a.kind, a.name) < std::tie(b.kind, b.name);
            });
  return definition;
}

/// The versions of today and of later days.
Result<void> add_quotas(Definitions& definitions, Day today, const NamesOfIds& names, QuotaStore& store) {
  PACELINE_TRY(const auto quotas, store.quotas());
  PACELINE_TRY(const auto rules, store.rules());
  std::map<RuleId, Rule> rule_of;
  for (const Rule& rule : rules) rule_of.emplace(rule.rule_id, rule);
  for (const Quota& quota : quotas) {
    const QuotaVersion* current = version_on(quota, today);
    for (const QuotaVersion& version : quota.versions) {
      if (version.from <= today && &version != current) continue;
      definitions.quotas.push_back(definition_of(quota, version, rule_of.at(version.rule_id), names));
    }
  }
  return {};
}

}  // namespace

Result<Definitions> read_definitions(Instant now, const Zones& zones, Stores& stores) {
  Definitions definitions;
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const auto today, zones.local(now, organisation.zone));
  PACELINE_TRY(const Company company, stores.people.company());
  PACELINE_TRY(const NamesOfIds names, names_of_ids(company, stores));
  PACELINE_TRY(definitions.organisation, settings_now(now, stores));
  PACELINE_CHECK(add_calendars(definitions, stores.calendars));
  add_teams_and_phases(definitions, company, names);
  PACELINE_CHECK(add_users(definitions, names, stores));
  PACELINE_CHECK(add_work_times(definitions, names, stores.work_times));
  PACELINE_TRY(definitions.kinds, stores.activities.kinds());
  std::erase_if(definitions.kinds, [](const Kind& kind) { return find_kind(built_in_kinds(), kind.kind) != nullptr; });
  PACELINE_CHECK(add_pipeline_definitions(definitions, stores.pipelines));
  PACELINE_CHECK(add_quotas(definitions, today.day, names, stores.quotas));
  return definitions;
}

}  // namespace paceline
