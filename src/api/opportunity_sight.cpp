// SPDX-License-Identifier: Apache-2.0
#include "api/opportunity_sight.h"

#include "app/opportunity_now.h"

namespace paceline::api {

Result<SomeReps> readable_reps(const Call& call, const Backend& backend, PeopleStore& people) {
  if (authorise(call.actor(), Right::read_opportunities, Whose::other_team)) return std::nullopt;
  PACELINE_TRY(auto users, people.users());
  PACELINE_TRY(const auto all, teams_today(std::move(users), backend, people));
  std::vector<RepId> reps;
  for (const TeamedUser& each : all) {
    const auto team_id = each.team ? std::optional(each.team->team_id) : std::nullopt;
    if (authorise(call.actor(), Right::read_opportunities, relation_to(call.actor(), each.user.user_id, team_id)))
      reps.push_back(each.user.user_id);
  }
  return std::optional(std::move(reps));
}

Result<SomeReps> reps_seen(const Call& call, const Backend& backend, PeopleStore& people) {
  if (call.actor().monitoring == Monitoring::full) return std::nullopt;
  return readable_reps(call, backend, people);
}

Result<SomeReps> asked_reps(std::optional<std::string_view> rep, std::optional<std::string_view> team, const Call& call,
                            const Backend& backend, PeopleStore& people) {
  if (rep) {
    PACELINE_TRY(const User user, rep_for(Right::read_opportunities, rep, call, backend, people));
    return std::optional(std::vector<RepId>{user.user_id});
  }
  PACELINE_TRY(auto readable, readable_reps(call, backend, people));
  if (!team) return readable;
  PACELINE_TRY(const Team wanted, team_for(Right::read_opportunities, *team, call, people));
  PACELINE_TRY(const Company company, people.company());
  PACELINE_TRY(auto users, people.users());
  PACELINE_TRY(const auto all, teams_today(std::move(users), backend, people));
  std::vector<RepId> reps;
  for (const TeamedUser& each : all) {
    const bool within = each.team && steps_up(company, each.team->team_id, wanted.team_id).has_value();
    if (within && is_one_of(readable, each.user.user_id)) reps.push_back(each.user.user_id);
  }
  return std::optional(std::move(reps));
}

Result<void> may_with_rep(Right right, RepId rep_id, const Call& call, const Backend& backend, PeopleStore& people) {
  PACELINE_CHECK(rep_for(right, to_text(rep_id), call, backend, people));
  return {};
}

Result<void> may_with_opportunity(Right right, OpportunityId id, const Call& call, const Backend& backend,
                                  Stores& stores) {
  PACELINE_TRY(const auto now, opportunity_now(id, stores.opportunities));
  return may_with_rep(right, now.rep_id, call, backend, stores.people);
}

}  // namespace paceline::api
