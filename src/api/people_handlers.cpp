// SPDX-License-Identifier: Apache-2.0
#include "api/forms/session.h"
#include "api/forms/team.h"
#include "api/handlers.h"
#include "api/pages.h"
#include "api/subjects.h"

namespace paceline::api {
namespace {

Result<std::vector<form::User>> all_users(const Backend& backend, PeopleStore& people) {
  PACELINE_TRY(const auto users, people.users());
  std::vector<form::User> forms;
  for (const User& user : users) {
    PACELINE_TRY(const auto team, team_today(user, backend, people));
    forms.push_back({user.user_id, user.name, user.email, user.role, user.zone, team, user.active});
  }
  return forms;
}

Result<std::vector<form::Rep>> all_reps(const Call& call, const Backend& backend, PeopleStore& people) {
  PACELINE_TRY(const auto users, visible_reps(call, backend, people));
  std::vector<form::Rep> forms;
  for (const User& user : users) {
    PACELINE_TRY(const auto team, team_today(user, backend, people));
    forms.push_back({user.user_id, user.name, user.email, team});
  }
  return forms;
}

}  // namespace

void add_people_handlers(Router& router, const Backend& backend) {
  router.on("list_users", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::User>>(call, backend, [&](Stores& stores) -> Result<form::List<form::User>> {
      PACELINE_CHECK(authorise(call.actor(), Right::administer, Whose::nobody));
      PACELINE_TRY(auto users, all_users(backend, stores.people));
      return page_of(std::move(users), query);
    });
  });

  router.on("list_reps", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::Rep>>(call, backend, [&](Stores& stores) -> Result<form::List<form::Rep>> {
      PACELINE_TRY(auto reps, all_reps(call, backend, stores.people));
      return page_of(std::move(reps), query);
    });
  });
}

}  // namespace paceline::api
