// SPDX-License-Identifier: Apache-2.0
// How somebody gets in, and what they have open: invitations, sessions, tokens.
#pragma once

#include "api/forms/list.h"
#include "app/ports/access_store.h"

namespace paceline::api::form {

struct Invitation {
  std::string token;  ///< shown once; the page's link is /join#TOKEN
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (token, expires_at))

struct Join {
  ShortText token;
  json::Prose<1, 1000> password;
};
BOOST_DESCRIBE_STRUCT(Join, (), (token, password))

struct OpenSession {
  Instant created_at;
  Instant expires_at;
  bool current = false;  ///< the one that asks
};
BOOST_DESCRIBE_STRUCT(OpenSession, (), (created_at, expires_at, current))

struct OpenToken {
  TokenId token_id;
  Scope scope = Scope::read;
  Instant created_at;
};
BOOST_DESCRIBE_STRUCT(OpenToken, (), (token_id, scope, created_at))

struct TokensQuery : PageQuery {
  std::optional<ShortText> user;  ///< id or e-mail address; absent: the acting user
};
BOOST_DESCRIBE_STRUCT(TokensQuery, (PageQuery), (user))

}  // namespace paceline::api::form
