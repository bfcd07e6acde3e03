// SPDX-License-Identifier: Apache-2.0
#include "api/forms/leave.h"
#include "api/handlers.h"
#include "api/pages.h"
#include "api/subjects.h"
#include "app/edit_leave.h"

namespace paceline::api {
namespace {

form::Leave leave_form(const StoredLeave& stored) {
  return {stored.leave_id, stored.leave.span.from, stored.leave.span.to, stored.leave.minutes};
}

Leave leave_of(const form::AddLeave& form) {
  const auto minutes = form.minutes ? std::optional(static_cast<int>(form.minutes->value)) : std::nullopt;
  return {{form.from, form.to.value_or(form.from + 1)}, minutes};
}

Result<User> whose_leave(Right right, const Call& call, const Backend& backend, Stores& stores) {
  return rep_for(right, call.path_text("rep"), call, backend, stores.people);
}

constexpr int kLongestSpan = 366;

/// Who is in the team, or in a part of it, on their own day of today.
Result<std::vector<UserId>> members_of(TeamId team, const Backend& backend, PeopleStore& people) {
  PACELINE_TRY(const Company company, people.company());
  std::set<TeamId> teams = parts_of(company, team);
  teams.insert(team);
  PACELINE_TRY(const auto placements, people.placements_of(std::vector<TeamId>(teams.begin(), teams.end())));
  std::vector<UserId> members;
  for (const Placement& each : placements) {
    PACELINE_TRY(const LocalTime local, backend.zones.local(backend.clock.now(), each.user.zone));
    const auto today = team_on(each, local.day);
    if (today && teams.contains(*today)) members.push_back(each.user.user_id);
  }
  return members;
}

Result<form::List<form::LeaveOfRep>> list_team_leave(const form::TeamLeaveQuery& query, const Call& call,
                                                     const Backend& backend, Stores& stores) {
  PACELINE_TRY(const Team team, team_for(Right::read_leave, query.team.value, call, stores.people));
  if (query.to <= query.from || query.to - query.from > kLongestSpan)
    return fail(Fault::invalid, "leave.span.out_of_range", "?to", "1 to 366 days");
  PACELINE_TRY(const auto members, members_of(team.team_id, backend, stores.people));
  PACELINE_TRY(const auto leaves, stores.work_times.leaves_within(members, {query.from, query.to}));
  std::vector<form::LeaveOfRep> forms;
  forms.reserve(leaves.size());
  for (const auto& each : leaves) {
    form::LeaveOfRep& form = forms.emplace_back();
    static_cast<form::Leave&>(form) = leave_form(each.value);
    form.rep_id = each.user_id;
  }
  return page_of(std::move(forms), query);
}

}  // namespace

void add_leave_handlers(Router& router, const Backend& backend) {
  router.on("list_leave", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::Leave>>(call, backend, [&](Stores& stores) -> Result<form::List<form::Leave>> {
      PACELINE_TRY(const User rep, whose_leave(Right::read_leave, call, backend, stores));
      PACELINE_TRY(const auto leaves, stores.work_times.leaves_of(rep.user_id));
      std::vector<form::Leave> forms;
      forms.reserve(leaves.size());
      for (const StoredLeave& stored : leaves) forms.push_back(leave_form(stored));
      return page_of(std::move(forms), query);
    });
  });

  router.on("list_team_leave", [&backend](const Call& call, const form::TeamLeaveQuery& query) {
    return reading<form::List<form::LeaveOfRep>>(
        call, backend, [&](Stores& stores) { return list_team_leave(query, call, backend, stores); });
  });

  router.on("add_leave", [&backend](const Call& call, const form::AddLeave& form) -> Result<form::Leave> {
    PACELINE_TRY(const User rep, whose_leave(Right::manage_leave, call, backend, call.stores()));
    PACELINE_TRY(const auto stored,
                 add_leave(call.actor(), rep.user_id, leave_of(form), backend.clock.now(), backend.ids, call.stores()));
    return leave_form(stored);
  });

  router.on("remove_leave", [&backend](const Call& call) -> Result<form::Leave> {
    PACELINE_TRY(const auto leave_id, call.path_id<LeaveId>("leave"));
    PACELINE_TRY(const User rep, whose_leave(Right::manage_leave, call, backend, call.stores()));
    PACELINE_TRY(const auto stored,
                 remove_leave(call.actor(), rep.user_id, leave_id, backend.clock.now(), call.stores()));
    return leave_form(stored);
  });
}

}  // namespace paceline::api
