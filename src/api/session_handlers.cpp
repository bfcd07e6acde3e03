// SPDX-License-Identifier: Apache-2.0
#include "api/cookie.h"
#include "api/forms/session.h"
#include "api/handlers.h"
#include "api/subjects.h"

namespace paceline::api {
namespace {

Result<form::Session> session_of(const Actor& actor, const std::string& csrf_token, const Backend& backend) {
  return read_as<form::Session>(backend.unit, actor.org_id, [&](Stores& stores) -> Result<form::Session> {
    PACELINE_TRY(const auto organisation, stores.people.organisation());
    form::Session session;
    PACELINE_TRY(const Settings settings, stores.settings.settings());
    session.organisation = {organisation.org_id, organisation.name,          organisation.zone, organisation.currency,
                            Weekday::monday,     organisation.demonstration, actor.monitoring,  settings.leaderboard};
    session.csrf_token = csrf_token;
    session.schema = backend.schema;
    session.user.role = actor.role;
    session.user.zone = organisation.zone;
    if (actor.role == Role::system) return session;
    PACELINE_TRY(const auto user, stores.people.find_user(actor.user_id));
    PACELINE_TRY(session.organisation.week_start, stores.people.week_start_of(actor.user_id));
    PACELINE_TRY(const auto team, team_today(*user, backend, stores.people));
    session.user = {user->user_id, user->name, user->email, user->role, user->zone, team};
    return session;
  });
}

Result<Response> sign_in_and_answer(const Call& call, const form::SignIn& form, const Backend& backend) {
  PACELINE_TRY(const auto signed_in, sign_in(form.email.value, form.password.value, backend.identity()));
  PACELINE_TRY(const auto session, session_of(signed_in.actor, signed_in.csrf_token, backend));
  Response response = answer_with(call, session);
  response.headers.emplace_back("Set-Cookie", session_cookie(signed_in.credential, kSessionSeconds));
  return response;
}

Result<UserId> token_owner(const Call& call, const std::optional<form::ShortText>& user, const Backend& backend) {
  return reading<UserId>(call, backend, [&](Stores& stores) -> Result<UserId> {
    const auto name = user ? std::optional<std::string_view>(user->value) : std::nullopt;
    if (!name && call.actor().role == Role::system) return fail(Fault::not_found, "user.not_found", "/user");
    const auto owner = rep_for(Right::signed_in, name, call, backend, stores.people);
    if (!owner && owner.error().code == "rep.not_found") return fail(Fault::not_found, "user.not_found", "/user");
    if (!owner) return tl::unexpected(owner.error());
    if (owner->user_id != call.actor().user_id)
      PACELINE_CHECK(authorise(call.actor(), Right::administer, Whose::other_team));
    return owner->user_id;
  });
}

/// A token must not be able to make one that may do more than itself, nor one that lives on when it is revoked.
Result<void> may_make_tokens(const Actor& actor) {
  if (actor.scope && *actor.scope != Scope::admin) return fail(Fault::forbidden, "access.scope_too_small");
  return {};
}

}  // namespace

void add_session_handlers(Router& router, const Backend& backend) {
  router.on("sign_in", [&backend](const Call& call, const form::SignIn& form) -> Result<Response> {
    return sign_in_and_answer(call, form, backend);
  });

  router.on("get_session", [&backend](const Call& call) -> Result<form::Session> {
    return session_of(call.actor(), call.caller->csrf_token, backend);
  });

  router.on("sign_out", [&backend](const Call& call) -> Result<Response> {
    if (const auto credential = session_credential(call.request)) {
      PACELINE_CHECK(sign_out(*credential, backend.identity()));
    }
    Response response = answer_without_content();
    response.headers.emplace_back("Set-Cookie", session_cookie("", 0));
    return response;
  });

  router.on("add_token", [&backend](const Call& call, const form::NewToken& form) -> Result<form::MadeToken> {
    PACELINE_CHECK(may_make_tokens(call.actor()));
    PACELINE_TRY(const UserId owner, token_owner(call, form.user, backend));
    PACELINE_TRY(auto made, make_token(call.actor(), owner, form.scope, backend.identity()));
    return form::MadeToken{made.token_id, std::move(made.credential)};
  });
}

}  // namespace paceline::api
