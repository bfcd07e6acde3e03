// SPDX-License-Identifier: Apache-2.0
#include "api/forms/session.h"
#include "api/forms/team.h"
#include "api/handlers.h"
#include "api/pages.h"
#include "api/subjects.h"

namespace paceline::api {
namespace {

/// What the list of users says, read at once for all of them.
struct UserBook {
  std::map<TeamId, Team> teams;
  std::map<CalendarId, std::string> calendars;
  std::map<RampId, std::string> ramps;
  std::map<UserId, std::vector<Membership>> memberships;  ///< of each the oldest first
  std::map<UserId, RampStart> ramp_starts;
  std::map<UserId, SignInState> sign_ins;
  std::map<UserId, std::vector<std::string>> phones;
};

Result<UserBook> read_user_book(Stores& stores) {
  UserBook book;
  PACELINE_TRY(Company company, stores.people.company());
  book.teams = std::move(company.teams);
  PACELINE_TRY(const auto calendars, stores.calendars.calendars());
  for (const StoredCalendar& calendar : calendars) book.calendars.emplace(calendar.calendar_id, calendar.name);
  PACELINE_TRY(const auto ramps, stores.work_times.ramps());
  for (const StoredRamp& ramp : ramps) book.ramps.emplace(ramp.ramp_id, ramp.name);
  PACELINE_TRY(const auto memberships, stores.people.memberships());
  for (const Membership& each : memberships) book.memberships[each.user_id].push_back(each);
  PACELINE_TRY(const auto starts, stores.work_times.all_ramp_starts());
  for (const auto& start : starts) book.ramp_starts.emplace(start.user_id, start.value);
  PACELINE_TRY(const auto states, stores.access.sign_in_states());
  for (const SignInState& state : states) book.sign_ins.emplace(state.user_id, state);
  PACELINE_TRY(const auto phones, stores.phones.user_phones());
  for (const UserPhone& phone : phones) book.phones[phone.user_id].push_back(phone.number);
  return book;
}

form::User user_form(const User& user, Day today, const UserBook& book) {
  form::User form{user.user_id, user.name, user.email,  user.role,   user.zone, book.calendars.at(user.calendar_id),
                  {},           {},        user.active, user.joined, user.left, {},
                  {},           false,     {},          {}};
  const auto memberships = book.memberships.find(user.user_id);
  if (memberships != book.memberships.end()) {
    for (const Membership& each : memberships->second) {
      if (each.from > today) break;
      form.team = each.team_id ? std::optional(book.teams.at(*each.team_id)) : std::nullopt;
      form.team_since = each.team_id && each.from != kFirstDay ? std::optional(each.from) : std::nullopt;
    }
  }
  const auto ramp = book.ramp_starts.find(user.user_id);
  if (ramp != book.ramp_starts.end()) {
    form.ramp = book.ramps.at(ramp->second.ramp_id);
    form.ramp_from = ramp->second.from;
  }
  form.invited = !book.sign_ins.at(user.user_id).has_password;
  const auto phones = book.phones.find(user.user_id);
  if (phones != book.phones.end()) form.phones = phones->second;
  form.last_sign_in = book.sign_ins.at(user.user_id).last_sign_in;
  return form;
}

Result<std::vector<form::User>> all_users(const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto users, stores.people.users());
  PACELINE_TRY(const UserBook book, read_user_book(stores));
  std::vector<form::User> forms;
  for (const User& user : users) {
    PACELINE_TRY(const auto today, backend.zones.local(backend.clock.now(), user.zone));
    forms.push_back(user_form(user, today.day, book));
  }
  return forms;
}

Result<std::vector<form::Rep>> all_reps(const Call& call, const Backend& backend, PeopleStore& people) {
  PACELINE_TRY(const auto all, visible_reps(call, backend, people));
  std::vector<form::Rep> forms;
  forms.reserve(all.size());
  for (const auto& [user, team] : all) {
    forms.push_back({user.user_id, user.name, user.email, team});
  }
  return forms;
}

/// Those that the caller may see as a whole.
Result<std::vector<form::TeamNode>> teams_in_sight(const Call& call, PeopleStore& people) {
  PACELINE_TRY(const auto teams, people.teams());
  std::vector<form::TeamNode> forms;
  for (const Team& team : teams) {
    const Whose whose = is_own_team(call.actor(), team.team_id) ? Whose::own_team : Whose::other_team;
    if (authorise(call.actor(), Right::read_sums, whose)) forms.push_back({team.team_id, team.name, team.parent_id});
  }
  return forms;
}

}  // namespace

void add_people_handlers(Router& router, const Backend& backend) {
  router.on("list_users", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::User>>(call, backend, [&](Stores& stores) -> Result<form::List<form::User>> {
      PACELINE_CHECK(authorise(call.actor(), Right::administer, Whose::nobody));
      PACELINE_TRY(auto users, all_users(backend, stores));
      return page_of(std::move(users), query);
    });
  });

  router.on("list_reps", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::Rep>>(call, backend, [&](Stores& stores) -> Result<form::List<form::Rep>> {
      PACELINE_TRY(auto reps, all_reps(call, backend, stores.people));
      return page_of(std::move(reps), query);
    });
  });

  router.on("list_teams", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::TeamNode>>(call, backend,
                                               [&](Stores& stores) -> Result<form::List<form::TeamNode>> {
                                                 PACELINE_TRY(auto teams, teams_in_sight(call, stores.people));
                                                 return page_of(std::move(teams), query);
                                               });
  });
}

}  // namespace paceline::api
