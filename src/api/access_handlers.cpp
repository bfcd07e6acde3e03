// SPDX-License-Identifier: Apache-2.0
#include "api/cookie.h"
#include "api/forms/access.h"
#include "api/handlers.h"
#include "api/pages.h"
#include "api/references.h"
#include "api/session_form.h"
#include "api/subjects.h"
#include "app/invite.h"

namespace paceline::api {
namespace {

/// The fingerprint of the session that asks; empty: a token asks.
std::string own_fingerprint(const Call& call, const Backend& backend) {
  const auto credential = call.caller->csrf_token.empty() ? std::nullopt : session_credential(call.request);
  if (!credential) return {};
  return backend.secrets.fingerprint(credential->substr(credential->find('.') + 1));
}

Result<form::List<form::OpenSession>> open_sessions(const Call& call, const form::PageQuery& query,
                                                    const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto sessions, stores.access.sessions_of(call.actor().user_id));
  const std::string own = own_fingerprint(call, backend);
  std::vector<form::OpenSession> forms;
  for (const OpenSession& session : sessions) {
    if (session.expires_at <= backend.clock.now()) continue;
    forms.push_back({session.created_at, session.expires_at, session.fingerprint == own});
  }
  return page_of(std::move(forms), query);
}

/// Own tokens are everybody's; those of others are for admins.
Result<void> may_with_tokens_of(UserId owner, const Call& call) {
  if (owner == call.actor().user_id) return {};
  return authorise(call.actor(), Right::administer, Whose::other_team);
}

Result<form::List<form::OpenToken>> open_tokens(const Call& call, const form::TokensQuery& query,
                                                const Backend& backend, Stores& stores) {
  const auto owner = rep_for(Right::signed_in, name_of(query.user), call, backend, stores.people);
  if (!owner && owner.error().code == "rep.not_found") return fail(Fault::not_found, "user.not_found", "?user");
  if (!owner) return tl::unexpected(owner.error());
  PACELINE_CHECK(may_with_tokens_of(owner->user_id, call));
  PACELINE_TRY(const auto tokens, stores.access.tokens_of(owner->user_id));
  std::vector<form::OpenToken> forms;
  forms.reserve(tokens.size());
  for (const OpenToken& token : tokens) forms.push_back({token.token_id, token.scope, token.created_at});
  return page_of(std::move(forms), query);
}

Result<void> revoke(const Call& call, TokenId token_id, Instant now, Stores& stores) {
  PACELINE_TRY(const auto token, stores.access.find_open_token(token_id));
  if (!token) return fail(Fault::not_found, "token.not_found");
  PACELINE_CHECK(may_with_tokens_of(token->user_id, call));
  PACELINE_CHECK(stores.access.revoke_token(token_id, now));
  return stores.ledger.note({call.actor().user_id, "token.revoke", to_text(token_id), to_text(token->user_id), now});
}

/// Sessions and tokens are ended by a session, or by a token of the widest scope.
Result<void> check_may_revoke(const Actor& actor) {
  if (actor.scope && *actor.scope != Scope::admin) return fail(Fault::forbidden, "access.scope_too_small");
  return {};
}

}  // namespace

void add_access_handlers(Router& router, const Backend& backend) {
  router.on("make_invitation", [&backend](const Call& call) -> Result<form::Invitation> {
    PACELINE_TRY(const User user, reading<User>(call, backend, [&](Stores& stores) -> Result<User> {
                   auto found = rep_for(Right::administer, call.path_text("user"), call, backend, stores.people);
                   if (!found && found.error().code == "rep.not_found") {
                     return fail(Fault::not_found, "user.not_found");
                   }
                   return found;
                 }));
    PACELINE_TRY(auto made, make_invitation(call.actor(), user.user_id, backend.identity()));
    return form::Invitation{std::move(made.token), made.expires_at};
  });

  router.on("join", [&backend](const Call& call, const form::Join& form) -> Result<Response> {
    PACELINE_TRY(const auto signed_in, join(form.token.value, form.password.value, backend.identity()));
    return signed_in_answer(call, signed_in, backend);
  });

  router.on("list_sessions", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::OpenSession>>(
        call, backend, [&](Stores& stores) { return open_sessions(call, query, backend, stores); });
  });

  router.on("end_other_sessions", [&backend](const Call& call) -> Result<void> {
    PACELINE_CHECK(check_may_revoke(call.actor()));
    const std::string own = own_fingerprint(call, backend);
    const UserId user_id = call.actor().user_id;
    return backend.unit.write(call.actor().org_id, [&](Stores& stores) -> Result<void> {
      PACELINE_CHECK(stores.access.end_sessions_of(user_id, own));
      return stores.ledger.note({user_id, "session.end_others", to_text(user_id), {}, backend.clock.now()});
    });
  });

  router.on("list_tokens", [&backend](const Call& call, const form::TokensQuery& query) {
    return reading<form::List<form::OpenToken>>(
        call, backend, [&](Stores& stores) { return open_tokens(call, query, backend, stores); });
  });

  router.on("revoke_token", [&backend](const Call& call) -> Result<void> {
    PACELINE_TRY(const auto token_id, call.path_id<TokenId>("token"));
    PACELINE_CHECK(check_may_revoke(call.actor()));
    return backend.unit.write(call.actor().org_id,
                              [&](Stores& stores) { return revoke(call, token_id, backend.clock.now(), stores); });
  });
}

}  // namespace paceline::api
