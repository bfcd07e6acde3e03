// SPDX-License-Identifier: Apache-2.0
#include "api/subjects.h"

#include <algorithm>

namespace paceline::api {
namespace {

Result<std::optional<User>> user_named(std::string_view name, const Call& call, PeopleStore& people) {
  if (name == "me") return people.find_user(call.actor().user_id);
  if (const auto id = parse_id<UserId>(name)) return people.find_user(*id);
  const auto email = parse_email(name);
  return people.find_user_by_email(email ? *email : "");
}

}  // namespace

Result<std::optional<Team>> team_today(const User& user, const Backend& backend, PeopleStore& people) {
  PACELINE_TRY(const auto today, backend.zones.local(backend.clock.now(), user.zone));
  return people.team_on(user.user_id, today.day);
}

Result<User> user_for(std::string_view name, const Call& call, PeopleStore& people) {
  PACELINE_TRY(const auto user, user_named(name, call, people));
  if (!user) return fail(Fault::not_found, "rep.not_found");
  return *user;
}

Result<User> rep_for(Right right, std::optional<std::string_view> name, const Call& call, const Backend& backend,
                     PeopleStore& people) {
  PACELINE_TRY(const auto user, user_named(name.value_or("me"), call, people));
  if (!user) return fail(Fault::not_found, "rep.not_found");
  PACELINE_TRY(const auto team, team_today(*user, backend, people));
  const Whose whose = relation_to(call.actor(), user->user_id, team ? std::optional(team->team_id) : std::nullopt);
  PACELINE_CHECK(authorise(call.actor(), right, whose));
  return *user;
}

Result<void> note_look(const Call& call, const User& rep, Looked what, const Backend& backend) {
  const Instant now = backend.clock.now();
  PACELINE_TRY(const LocalTime local, backend.zones.local(now, rep.zone));
  backend.looks.note(call.actor().org_id, rep.user_id, call.actor().user_id, what, local.day, now);
  return {};
}

Result<void> note_looks(const Call& call, const std::set<RepId>& reps, Looked what, const Backend& backend,
                        PeopleStore& people) {
  for (const RepId rep_id : reps) {
    PACELINE_TRY(const auto rep, people.find_user(rep_id));
    if (rep) PACELINE_CHECK(note_look(call, *rep, what, backend));
  }
  return {};
}

Result<Team> team_for(Right right, std::string_view name, const Call& call, PeopleStore& people) {
  PACELINE_TRY(const auto teams, people.teams());
  const auto id = parse_id<TeamId>(name);
  const auto found = std::find_if(teams.begin(), teams.end(),
                                  [&](const Team& team) { return team.name == name || (id && team.team_id == *id); });
  if (found == teams.end()) return fail(Fault::not_found, "team.not_found");
  const bool own = is_own_team(call.actor(), found->team_id);
  PACELINE_CHECK(authorise(call.actor(), right, own ? Whose::own_team : Whose::other_team));
  return *found;
}

Result<Quota> quota_named(std::string_view name, QuotaStore& quotas) {
  PACELINE_TRY(const auto all, quotas.quotas());
  const auto id = parse_id<QuotaId>(name);
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Quota& quota) { return quota.key == name || (id && quota.quota_id == *id); });
  if (found == all.end()) return fail(Fault::not_found, "quota.not_found");
  return *found;
}

Result<void> may_with_contact(Right right, std::optional<UserId> owner, const Call& call, const Backend& backend,
                              PeopleStore& people) {
  if (!owner) return authorise(call.actor(), right, Whose::nobody);
  PACELINE_TRY(const auto user, people.find_user(*owner));
  std::optional<TeamId> team_id;
  if (user) {
    PACELINE_TRY(const auto team, team_today(*user, backend, people));
    if (team) team_id = team->team_id;
  }
  return authorise(call.actor(), right, relation_to(call.actor(), *owner, team_id));
}

Result<std::vector<TeamedUser>> teams_today(std::vector<User> users, const Backend& backend, PeopleStore& people) {
  PACELINE_TRY(const Company company, people.company());
  PACELINE_TRY(auto placements, people.placements_of(std::move(users)));
  std::vector<TeamedUser> teamed;
  teamed.reserve(placements.size());
  for (Placement& each : placements) {
    PACELINE_TRY(const auto today, backend.zones.local(backend.clock.now(), each.user.zone));
    const auto team_id = team_on(each, today.day);
    teamed.push_back({std::move(each.user), team_id ? std::optional(company.teams.at(*team_id)) : std::nullopt});
  }
  return teamed;
}

Result<std::vector<TeamedUser>> visible_reps(const Call& call, const Backend& backend, PeopleStore& people) {
  PACELINE_TRY(auto users, people.users());
  std::erase_if(users, [&](const User& user) {
    const bool sells = user.role == Role::rep || user.role == Role::manager;
    return !user.active || (!sells && user.user_id != call.actor().user_id);
  });
  PACELINE_TRY(auto all, teams_today(std::move(users), backend, people));
  std::vector<TeamedUser> visible;
  for (TeamedUser& each : all) {
    const auto team_id = each.team ? std::optional(each.team->team_id) : std::nullopt;
    if (authorise(call.actor(), Right::read_figures, relation_to(call.actor(), each.user.user_id, team_id)))
      visible.push_back(std::move(each));
  }
  return visible;
}

}  // namespace paceline::api
