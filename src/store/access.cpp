// SPDX-License-Identifier: Apache-2.0
#include "store/access.h"

#include "store/columns.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(SignInState, (), (user_id, has_password))
BOOST_DESCRIBE_STRUCT(Session, (), (fingerprint, user_id, csrf_token, expires_at))
BOOST_DESCRIBE_STRUCT(Token, (), (token_id, fingerprint, user_id, scope))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kSignInStates{
    "member.sign_in_states",
    "SELECT user_id, CASE WHEN password_hash = '' THEN 0 ELSE 1 END FROM member WHERE org_id = $1 ORDER BY user_id"};

// The same again after a COMMIT of which nobody knows how it ended is the same: a fingerprint is of a random secret. It
// is written again, so that this time the COMMIT says that it is safe.
constexpr Statement kAddSession{
    "session.add",
    "INSERT INTO session (org_id, fingerprint, user_id, csrf_token, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (org_id, fingerprint) DO UPDATE SET created_at = excluded.created_at"};
constexpr Statement kSession{
    "session.get",
    "SELECT fingerprint, user_id, csrf_token, expires_at FROM session WHERE org_id = $1 AND fingerprint = $2"};
constexpr Statement kEndSession{"session.end", "DELETE FROM session WHERE org_id = $1 AND fingerprint = $2"};
constexpr Statement kEndSessions{
    "session.end_before",
    "DELETE FROM session WHERE org_id = $1 AND fingerprint IN"
    " (SELECT s.fingerprint FROM session s WHERE s.org_id = $1 AND s.expires_at <= $2 LIMIT $3)"};
constexpr Statement kAddToken{
    "token.add",
    "INSERT INTO token (org_id, fingerprint, token_id, user_id, scope, created_at) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (org_id, fingerprint) DO UPDATE SET created_at = excluded.created_at"};
constexpr Statement kToken{
    "token.get",
    "SELECT token_id, fingerprint, user_id, scope FROM token WHERE org_id = $1 AND fingerprint = $2 AND revoked_at IS NULL"};

}  // namespace

Result<std::vector<SignInState>> SqlAccessStore::sign_in_states() {
  return query_all<SignInState>(scope_.connection, kSignInStates, params(scope_.org_id));
}

Result<void> SqlAccessStore::add_session(const Session& s, Instant at) {
  PACELINE_CHECK(scope_.connection.execute(
      kAddSession, params(scope_.org_id, s.fingerprint, s.user_id, s.csrf_token, at, s.expires_at)));
  return {};
}

Result<std::optional<Session>> SqlAccessStore::find_session(std::string_view fingerprint) {
  return query_one<Session>(scope_.connection, kSession, params(scope_.org_id, fingerprint));
}

Result<void> SqlAccessStore::end_session(std::string_view fingerprint) {
  PACELINE_CHECK(scope_.connection.execute(kEndSession, params(scope_.org_id, fingerprint)));
  return {};
}

Result<std::int64_t> SqlAccessStore::end_sessions_before(Instant at, int most) {
  return scope_.connection.execute(kEndSessions, params(scope_.org_id, at, most));
}

Result<void> SqlAccessStore::add_token(const Token& t, Instant at) {
  PACELINE_CHECK(
      scope_.connection.execute(kAddToken, params(scope_.org_id, t.fingerprint, t.token_id, t.user_id, t.scope, at)));
  return {};
}

Result<std::optional<Token>> SqlAccessStore::find_token(std::string_view fingerprint) {
  return query_one<Token>(scope_.connection, kToken, params(scope_.org_id, fingerprint));
}

}  // namespace paceline::store
