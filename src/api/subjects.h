// SPDX-License-Identifier: Apache-2.0
// Whom a request is about: names in paths and queries turned into people, teams and quotas, and the question whether
// the caller may. Every route that speaks of somebody's data asks here.
#pragma once

#include <set>

#include "api/backend.h"
#include "api/forms/list.h"
#include "quota/quota.h"

namespace paceline::api {

/// Who is named by id, address or "me", whatever the caller may. Returns not_found "rep.not_found".
[[nodiscard]] Result<User> user_for(std::string_view name, const Call& call, PeopleStore& people);

/// The rep named by id, address or "me" (absent: me). Returns not_found "rep.not_found", or forbidden as authorise()
/// says.
[[nodiscard]] Result<User> rep_for(Right right, std::optional<std::string_view> name, const Call& call,
                                   const Backend& backend, PeopleStore& people);

/// Notes that the caller is about to see this of the rep; nobody is noted for the own.
[[nodiscard]] Result<void> note_look(const Call& call, const User& rep, Looked what, const Backend& backend);

/// The same of each of them who is there: whose rows stand in a list.
[[nodiscard]] Result<void> note_looks(const Call& call, const std::set<RepId>& reps, Looked what,
                                      const Backend& backend, PeopleStore& people);

/// The team named by id or name. Returns not_found "team.not_found", or forbidden.
[[nodiscard]] Result<Team> team_for(Right right, std::string_view name, const Call& call, PeopleStore& people);

/// The quota named by id or key. Returns not_found "quota.not_found".
[[nodiscard]] Result<Quota> quota_named(std::string_view name, QuotaStore& quotas);

/// May the caller do this with a contact of this owner (none: of nobody)?
[[nodiscard]] Result<void> may_with_contact(Right right, std::optional<UserId> owner, const Call& call,
                                            const Backend& backend, PeopleStore& people);

/// The team of today.
[[nodiscard]] Result<std::optional<Team>> team_today(const User& user, const Backend& backend, PeopleStore& people);

/// A user with the team of today.
struct TeamedUser {
  User user;
  std::optional<Team> team;
};

/// Each of them, in their order.
[[nodiscard]] Result<std::vector<TeamedUser>> teams_today(std::vector<User> users, const Backend& backend,
                                                          PeopleStore& people);

/// Everybody active whose figures the caller may see, by name.
[[nodiscard]] Result<std::vector<TeamedUser>> visible_reps(const Call& call, const Backend& backend,
                                                           PeopleStore& people);

}  // namespace paceline::api
