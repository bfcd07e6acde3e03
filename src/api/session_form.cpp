// SPDX-License-Identifier: Apache-2.0
#include "api/session_form.h"

#include "api/cookie.h"
#include "api/subjects.h"
#include "api/typed_handler.h"

namespace paceline::api {

Result<form::Session> session_of(const Actor& actor, const std::string& csrf_token, const Backend& backend) {
  return read_as<form::Session>(backend.unit, actor.org_id, [&](Stores& stores) -> Result<form::Session> {
    PACELINE_TRY(const auto organisation, stores.people.organisation());
    form::Session session;
    PACELINE_TRY(const Settings settings, stores.settings.settings());
    session.organisation = {organisation.org_id, organisation.name,          organisation.zone, organisation.currency,
                            Weekday::monday,     organisation.demonstration, actor.monitoring,  settings.leaderboard};
    session.csrf_token = csrf_token;
    session.schema = backend.schema;
    PACELINE_TRY(const std::int64_t newest, stores.ledger.newest_change());
    session.newest_change = std::to_string(newest);
    session.user.role = actor.role;
    session.user.zone = organisation.zone;
    if (actor.role == Role::system) return session;
    PACELINE_TRY(const auto user, stores.people.find_user(actor.user_id));
    PACELINE_TRY(session.organisation.week_start, stores.people.week_start_of(actor.user_id));
    PACELINE_TRY(const auto team, team_today(*user, backend, stores.people));
    PACELINE_TRY(auto phones, stores.phones.phones_of(user->user_id));
    session.user = {user->user_id, user->name, user->email, user->role, user->zone, team, std::move(phones)};
    return session;
  });
}

Result<Response> signed_in_answer(const Call& call, const SignedIn& signed_in, const Backend& backend) {
  PACELINE_TRY(const auto session, session_of(signed_in.actor, signed_in.csrf_token, backend));
  Response response = answer_with(call, session);
  response.headers.emplace_back("Set-Cookie", session_cookie(signed_in.credential, kSessionSeconds));
  return response;
}

}  // namespace paceline::api
