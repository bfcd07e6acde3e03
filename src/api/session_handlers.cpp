// SPDX-License-Identifier: Apache-2.0
#include "api/cookie.h"
#include "api/forms/session.h"
#include "api/handlers.h"
#include "api/session_form.h"
#include "api/subjects.h"

namespace paceline::api {
namespace {

Result<Response> sign_in_and_answer(const Call& call, const form::SignIn& form, const Backend& backend) {
  PACELINE_TRY(const auto signed_in, sign_in(form.email.value, form.password.value, backend.identity()));
  return signed_in_answer(call, signed_in, backend);
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
