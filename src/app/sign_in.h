// SPDX-License-Identifier: Apache-2.0
// Who somebody is: by password, by the session of a browser, by the token of a program, or by the operator's word.
//
// A credential is "ORG.SECRET": the organisation in clear, so that it is found by its first key, and 256 random bits of
// which only a fingerprint is stored.
#pragma once

#include "app/actor.h"
#include "app/ports/clock.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

inline constexpr std::int64_t kSessionSeconds = 14 * kSecondsPerDay;

/// What signing in and finding out who acts need.
struct Identity {
  UnitOfWork& unit;
  const Secrets& secrets;
  const Zones& zones;
  const Clock& clock;
  Ids& ids;
};

struct SignedIn {
  std::string credential;  ///< for the cookie
  std::string csrf_token;
  Actor actor;
};

/// Returns unauthenticated "session.refused" for an unknown address, a wrong password and a user who is inactive or
/// gone (from the first day after the employment on), alike and in like time.
[[nodiscard]] Result<SignedIn> sign_in(const std::string& email, const std::string& password, const Identity& identity);
[[nodiscard]] Result<void> sign_out(const std::string& credential, const Identity& identity);

struct Recognised {
  Actor actor;
  std::string csrf_token;  ///< of a session
  /// Of a webhook: what the other program is called, and the signature, by which a delivery that comes twice is known.
  std::optional<std::string> source{};
  std::string signature{};
};

/// Returns unauthenticated "session.required" when the session is unknown, ended or over its time.
[[nodiscard]] Result<Recognised> actor_of_session(const std::string& credential, const Identity& identity);
/// Nobody when the user is inactive, gone or unknown, whatever was shown.
[[nodiscard]] Result<std::optional<Actor>> actor_who_is_let_in(OrgId org_id, UserId user_id, const Identity& identity,
                                                               Stores& stores);
/// Returns unauthenticated "token.refused".
[[nodiscard]] Result<Recognised> actor_of_token(const std::string& credential, const Identity& identity);
/// The organisation named by its id, or the only one there is.
[[nodiscard]] Result<OrgId> operators_organisation(const std::string& org_id, const Identity& identity);
/// The system, or the user with the address. Returns not_found "user.not_found", "organisation.not_found", invalid
/// "organisation.ambiguous" when there are several and none is named.
[[nodiscard]] Result<Recognised> actor_of_operator(const std::string& org_id, const std::optional<std::string>& email,
                                                   const Identity& identity);

/// The user as an actor of this moment, without a token.
[[nodiscard]] Result<Actor> actor_of_user(OrgId org_id, const User& user, Instant now, const Zones& zones,
                                          Stores& stores);

/// A new token of the user, shown once; the audit names the actor. Returns not_found "user.not_found".
struct MadeToken {
  TokenId token_id;
  std::string credential;
};
[[nodiscard]] Result<MadeToken> make_token(const Actor& actor, UserId user_id, Scope scope, const Identity& identity);

/// A new password for the user, shown once. Made by the operator alone.
[[nodiscard]] Result<std::string> make_password(OrgId org_id, UserId user_id, const Identity& identity);

}  // namespace paceline
