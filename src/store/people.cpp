// SPDX-License-Identifier: Apache-2.0
#include "store/people.h"

#include <map>

#include "store/columns.h"
#include "store/sql/in_list.h"

namespace paceline::store {
namespace {

constexpr Statement kOrganisation{
    "organisation.get", "SELECT org_id, name, zone, currency, demonstration FROM organisation WHERE org_id = $1"};
constexpr Statement kAddOrganisation{
    "organisation.add",
    "INSERT INTO organisation (org_id, name, zone, currency, demonstration, created_at) VALUES ($1, $2, $3, $4, $5, $6)"};

constexpr Statement kTakeDefinitions{"definition_version.take",
                                     "INSERT INTO definition_version (org_id, version) VALUES ($1, 1)"
                                     " ON CONFLICT (org_id) DO UPDATE SET version = definition_version.version + 1"};

constexpr Statement kLoginExists{"login.exists", "SELECT user_id FROM login WHERE email = $1"};
constexpr Statement kAddLogin{"login.add", "INSERT INTO login (email, org_id, user_id) VALUES ($1, $2, $3)"};
constexpr Statement kAddMember{
    "member.add",
    "INSERT INTO member (org_id, user_id, email, name, name_key, role, zone, calendar_id, active, joined_day, left_day,"
    " password_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '')"};
constexpr Statement kChangeMember{
    "member.change",
    "UPDATE member SET name = $3, name_key = $4, role = $5, zone = $6, calendar_id = $7, active = $8,"
    " joined_day = $9, left_day = $10 WHERE org_id = $1 AND user_id = $2"};
constexpr Statement kMember{
    "member.get",
    "SELECT user_id, email, name, role, zone, calendar_id, active, joined_day, left_day FROM member WHERE org_id = $1 AND user_id = $2"};
constexpr Statement kMemberByEmail{
    "member.by_email",
    "SELECT user_id, email, name, role, zone, calendar_id, active, joined_day, left_day FROM member WHERE org_id = $1 AND email = $2"};
constexpr Statement kMembers{
    "member.all",
    "SELECT user_id, email, name, role, zone, calendar_id, active, joined_day, left_day FROM member WHERE org_id = $1"
    " ORDER BY name_key, user_id"};
constexpr Statement kSetPassword{"member.set_password",
                                 "UPDATE member SET password_hash = $3 WHERE org_id = $1 AND user_id = $2"};
constexpr Statement kPassword{"member.password", "SELECT password_hash FROM member WHERE org_id = $1 AND user_id = $2"};

constexpr Statement kAddTeam{"team.add", "INSERT INTO team (org_id, team_id, name, parent_id) VALUES ($1, $2, $3, $4)"};
constexpr Statement kChangeTeam{"team.change",
                                "UPDATE team SET name = $3, parent_id = $4 WHERE org_id = $1 AND team_id = $2"};
constexpr Statement kTeams{"team.all",
                           "SELECT team_id, name, parent_id FROM team WHERE org_id = $1 ORDER BY name, team_id"};
constexpr Statement kPutPhase{
    "phase.put",
    "INSERT INTO phase (org_id, phase_id, name, from_month, to_month) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (org_id, phase_id) DO UPDATE SET name = excluded.name, from_month = excluded.from_month,"
    " to_month = excluded.to_month"};
constexpr Statement kPhases{
    "phase.all", "SELECT phase_id, name, from_month, to_month FROM phase WHERE org_id = $1 ORDER BY name, phase_id"};
constexpr Statement kAddMembership{"membership.put",
                                   "INSERT INTO membership (org_id, user_id, from_day, team_id) VALUES ($1, $2, $3, $4)"
                                   " ON CONFLICT (org_id, user_id, from_day) DO UPDATE SET team_id = excluded.team_id"};
constexpr Statement kClearMemberships{"membership.clear", "DELETE FROM membership WHERE org_id = $1 AND user_id = $2"};
constexpr Statement kAllMemberships{
    "membership.all", "SELECT user_id, from_day, team_id FROM membership WHERE org_id = $1 ORDER BY user_id, from_day"};
constexpr Statement kMemberships{
    "membership.of_user",
    "SELECT user_id, from_day, team_id FROM membership WHERE org_id = $1 AND user_id = $2 ORDER BY from_day"};
constexpr Statement kMembershipsOfAll{
    "membership.of_users",
    "SELECT user_id, from_day, team_id FROM membership WHERE org_id = $1 AND user_id IN ($2) ORDER BY user_id, from_day"};
constexpr Statement kEverMembers{
    "membership.ever_members",
    "SELECT u.user_id, u.email, u.name, u.role, u.zone, u.calendar_id, u.active, u.joined_day, u.left_day FROM member u"
    " WHERE u.org_id = $1 AND u.user_id IN"
    " (SELECT m.user_id FROM membership m WHERE m.org_id = $1 AND m.team_id IN ($2)) ORDER BY u.name_key, u.user_id"};
constexpr Statement kTeamOn{
    "membership.team_on",
    "SELECT t.team_id, t.name, t.parent_id FROM membership m JOIN team t ON t.org_id = $1 AND t.team_id = m.team_id"
    " WHERE m.org_id = $1 AND m.user_id = $2 AND m.from_day ="
    " (SELECT max(x.from_day) FROM membership x WHERE x.org_id = $1 AND x.user_id = $2 AND x.from_day <= $3)"};
constexpr Statement kMembersOn{
    "membership.members_on",
    "SELECT u.user_id, u.email, u.name, u.role, u.zone, u.calendar_id, u.active, u.joined_day, u.left_day FROM membership m"
    " JOIN member u ON u.org_id = $1 AND u.user_id = m.user_id WHERE m.org_id = $1 AND m.team_id = $2 AND m.from_day ="
    " (SELECT max(x.from_day) FROM membership x WHERE x.org_id = $1 AND x.user_id = m.user_id AND x.from_day <= $3)"
    " ORDER BY u.name_key, u.user_id"};

constexpr Statement kWeekStartOf{
    "calendar.week_start",
    "SELECT c.week_start FROM member u JOIN calendar c ON c.org_id = $1 AND c.calendar_id = u.calendar_id"
    " WHERE u.org_id = $1 AND u.user_id = $2"};

Result<void> ignoring_count(const Result<std::int64_t>& executed) {
  PACELINE_CHECK(executed);
  return {};
}

}  // namespace

Result<Organisation> SqlPeopleStore::organisation() {
  PACELINE_TRY(auto found, query_one<Organisation>(scope_.connection, kOrganisation, params(scope_.org_id)));
  if (!found) return fail(Fault::not_found, "organisation.not_found");
  return *std::move(found);
}

Result<void> SqlPeopleStore::add_organisation(const Organisation& o, Instant at) {
  return ignoring_count(
      scope_.connection.execute(kAddOrganisation, params(o.org_id, o.name, o.zone, o.currency, o.demonstration, at)));
}

Result<void> SqlPeopleStore::take_turn_of_definitions() {
  return ignoring_count(scope_.connection.execute(kTakeDefinitions, params(scope_.org_id)));
}

Result<void> SqlPeopleStore::add_user(const User& user) {
  PACELINE_TRY(const bool taken, exists(scope_.connection, kLoginExists, params(user.email)));
  if (taken) return fail(Fault::conflict, "user.email.taken", "/email");
  const auto login = scope_.connection.execute(kAddLogin, params(user.email, scope_.org_id, user.user_id));
  if (!login && login.error().code == "store.unique") return fail(Fault::conflict, "user.email.taken", "/email");
  PACELINE_CHECK(login);
  const std::string key = scope_.names.sort_key(user.name);
  return ignoring_count(
      scope_.connection.execute(kAddMember, params(scope_.org_id, user.user_id, user.email, user.name, key, user.role,
                                                   user.zone, user.calendar_id, user.active, user.joined, user.left)));
}

Result<void> SqlPeopleStore::change_user(const User& user) {
  const std::string key = scope_.names.sort_key(user.name);
  return ignoring_count(
      scope_.connection.execute(kChangeMember, params(scope_.org_id, user.user_id, user.name, key, user.role, user.zone,
                                                      user.calendar_id, user.active, user.joined, user.left)));
}

Result<std::optional<User>> SqlPeopleStore::find_user(UserId user_id) {
  return query_one<User>(scope_.connection, kMember, params(scope_.org_id, user_id));
}

Result<std::optional<User>> SqlPeopleStore::find_user_by_email(std::string_view email) {
  return query_one<User>(scope_.connection, kMemberByEmail, params(scope_.org_id, email));
}

Result<std::vector<User>> SqlPeopleStore::users() {
  return query_all<User>(scope_.connection, kMembers, params(scope_.org_id));
}

Result<void> SqlPeopleStore::set_password_hash(UserId user_id, std::string_view hash) {
  return ignoring_count(scope_.connection.execute(kSetPassword, params(scope_.org_id, user_id, hash)));
}

Result<std::string> SqlPeopleStore::password_hash(UserId user_id) {
  PACELINE_TRY(auto hash, query_one<std::string>(scope_.connection, kPassword, params(scope_.org_id, user_id)));
  return hash.value_or("");
}

Result<void> SqlPeopleStore::add_team(const Team& team) {
  return ignoring_count(
      scope_.connection.execute(kAddTeam, params(scope_.org_id, team.team_id, team.name, team.parent_id)));
}

Result<void> SqlPeopleStore::change_team(const Team& team) {
  return ignoring_count(
      scope_.connection.execute(kChangeTeam, params(scope_.org_id, team.team_id, team.name, team.parent_id)));
}

Result<std::vector<Team>> SqlPeopleStore::teams() {
  return query_all<Team>(scope_.connection, kTeams, params(scope_.org_id));
}

Result<void> SqlPeopleStore::add_membership(const Membership& m) {
  return ignoring_count(scope_.connection.execute(kAddMembership, params(scope_.org_id, m.user_id, m.from, m.team_id)));
}

Result<void> SqlPeopleStore::put_memberships(UserId user_id, const std::vector<Membership>& memberships) {
  PACELINE_CHECK(scope_.connection.execute(kClearMemberships, params(scope_.org_id, user_id)));
  for (const Membership& membership : memberships) PACELINE_CHECK(add_membership(membership));
  return {};
}

Result<std::vector<Membership>> SqlPeopleStore::memberships() {
  return query_all<Membership>(scope_.connection, kAllMemberships, params(scope_.org_id));
}

Result<std::optional<Placement>> SqlPeopleStore::placement_of(UserId user_id) {
  PACELINE_TRY(auto user, find_user(user_id));
  if (!user) return std::nullopt;
  PACELINE_TRY(auto memberships,
               query_all<Membership>(scope_.connection, kMemberships, params(scope_.org_id, user_id)));
  return Placement{*std::move(user), std::move(memberships)};
}

Result<std::vector<Placement>> SqlPeopleStore::placements_of(const std::vector<TeamId>& teams) {
  PACELINE_TRY(auto users, query_list<User>(scope_.connection, kEverMembers, params(scope_.org_id),
                                            std::span<const TeamId>(teams)));
  return placements_of(std::move(users));
}

Result<std::vector<Placement>> SqlPeopleStore::placements_of(std::vector<User> users) {
  std::vector<UserId> ids;
  ids.reserve(users.size());
  for (const User& user : users) ids.push_back(user.user_id);
  PACELINE_TRY(const auto memberships, query_list<Membership>(scope_.connection, kMembershipsOfAll,
                                                              params(scope_.org_id), std::span<const UserId>(ids)));
  std::map<UserId, std::vector<Membership>> of_user;
  for (const Membership& membership : memberships) of_user[membership.user_id].push_back(membership);
  std::vector<Placement> placements;
  placements.reserve(users.size());
  for (User& user : users) {
    auto own = std::move(of_user[user.user_id]);
    placements.push_back({std::move(user), std::move(own)});
  }
  return placements;
}

Result<void> SqlPeopleStore::put_phase(const Phase& phase) {
  return ignoring_count(scope_.connection.execute(
      kPutPhase, params(scope_.org_id, phase.phase_id, phase.name, phase.from_month, phase.to_month)));
}

Result<Company> SqlPeopleStore::company() {
  PACELINE_TRY(auto teams, this->teams());
  PACELINE_TRY(auto phases, query_all<Phase>(scope_.connection, kPhases, params(scope_.org_id)));
  Company company;
  for (Team& team : teams) company.teams.emplace(team.team_id, std::move(team));
  for (Phase& phase : phases) company.phases.emplace(phase.phase_id, std::move(phase));
  return company;
}

Result<std::optional<Team>> SqlPeopleStore::team_on(UserId user_id, Day day) {
  return query_one<Team>(scope_.connection, kTeamOn, params(scope_.org_id, user_id, day));
}

Result<std::vector<User>> SqlPeopleStore::members_on(TeamId team_id, Day day) {
  return query_all<User>(scope_.connection, kMembersOn, params(scope_.org_id, team_id, day));
}

Result<Weekday> SqlPeopleStore::week_start_of(UserId user_id) {
  PACELINE_TRY(const auto start, query_one<int>(scope_.connection, kWeekStartOf, params(scope_.org_id, user_id)));
  if (!start) return fail(Fault::not_found, "user.not_found");
  return static_cast<Weekday>(*start);
}

}  // namespace paceline::store
