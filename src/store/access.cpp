// SPDX-License-Identifier: Apache-2.0
#include "store/access.h"

#include "store/columns.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(SignInState, (), (user_id, has_password, last_sign_in))
BOOST_DESCRIBE_STRUCT(Invitation, (), (user_id, fingerprint, expires_at))
BOOST_DESCRIBE_STRUCT(OpenSession, (), (fingerprint, created_at, expires_at))
BOOST_DESCRIBE_STRUCT(OpenToken, (), (token_id, user_id, scope, created_at))
BOOST_DESCRIBE_STRUCT(Session, (), (fingerprint, user_id, csrf_token, expires_at))
BOOST_DESCRIBE_STRUCT(Webhook, (), (webhook_id, source, user_id, created_at))
BOOST_DESCRIBE_STRUCT(Token, (), (token_id, fingerprint, user_id, scope))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kSignInStates{
    "member.sign_in_states",
    "SELECT user_id, CASE WHEN password_hash = '' THEN 0 ELSE 1 END, last_sign_in_at FROM member WHERE org_id = $1"
    " ORDER BY user_id"};
constexpr Statement kNoteSignIn{"member.note_sign_in",
                                "UPDATE member SET last_sign_in_at = $3 WHERE org_id = $1 AND user_id = $2"};

constexpr Statement kPutInvitation{
    "invitation.put",
    "INSERT INTO invitation (org_id, user_id, fingerprint, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (org_id, user_id) DO UPDATE SET fingerprint = excluded.fingerprint,"
    " created_at = excluded.created_at, expires_at = excluded.expires_at"};
constexpr Statement kInvitation{
    "invitation.get", "SELECT user_id, fingerprint, expires_at FROM invitation WHERE org_id = $1 AND user_id = $2"};
constexpr Statement kTakeInvitation{"invitation.take",
                                    "DELETE FROM invitation WHERE org_id = $1 AND user_id = $2 AND fingerprint = $3"};
constexpr Statement kEndInvitation{"invitation.end", "DELETE FROM invitation WHERE org_id = $1 AND user_id = $2"};

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
constexpr Statement kEndSessionsOf{"session.end_of_user",
                                   "DELETE FROM session WHERE org_id = $1 AND user_id = $2 AND fingerprint <> $3"};
constexpr Statement kSessionsOf{
    "session.of_user",
    "SELECT fingerprint, created_at, expires_at FROM session WHERE org_id = $1 AND user_id = $2"
    " ORDER BY created_at DESC, fingerprint"};
constexpr Statement kTokensOf{"token.of_user",
                              "SELECT token_id, user_id, scope, created_at FROM token WHERE org_id = $1"
                              " AND user_id = $2 AND revoked_at IS NULL ORDER BY created_at DESC, token_id"};
constexpr Statement kOpenToken{
    "token.by_id",
    "SELECT token_id, user_id, scope, created_at FROM token WHERE org_id = $1 AND token_id = $2"
    " AND revoked_at IS NULL"};
constexpr Statement kRevokeToken{
    "token.revoke", "UPDATE token SET revoked_at = $3 WHERE org_id = $1 AND token_id = $2 AND revoked_at IS NULL"};
constexpr Statement kRevokeTokensOf{
    "token.revoke_of_user",
    "UPDATE token SET revoked_at = $3 WHERE org_id = $1 AND user_id = $2 AND revoked_at IS NULL"};
constexpr Statement kAddToken{
    "token.add",
    "INSERT INTO token (org_id, fingerprint, token_id, user_id, scope, created_at) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (org_id, fingerprint) DO UPDATE SET created_at = excluded.created_at"};
constexpr Statement kToken{
    "token.get",
    "SELECT token_id, fingerprint, user_id, scope FROM token WHERE org_id = $1 AND fingerprint = $2 AND revoked_at IS NULL"};

constexpr Statement kAddWebhook{
    "webhook.add",
    "INSERT INTO webhook (org_id, webhook_id, source, user_id, secret, created_at) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (org_id, webhook_id) DO UPDATE SET secret = excluded.secret"};
constexpr Statement kRenewWebhook{
    "webhook.renew", "UPDATE webhook SET secret = $3 WHERE org_id = $1 AND webhook_id = $2 AND revoked_at IS NULL"};
constexpr Statement kRevokeWebhook{
    "webhook.revoke",
    "UPDATE webhook SET revoked_at = $3, secret = '' WHERE org_id = $1 AND webhook_id = $2"
    " AND revoked_at IS NULL"};
constexpr Statement kWebhooks{"webhook.all",
                              "SELECT webhook_id, source, user_id, created_at FROM webhook WHERE org_id = $1"
                              " AND revoked_at IS NULL ORDER BY created_at DESC, webhook_id"};
constexpr Statement kWebhook{"webhook.get",
                             "SELECT webhook_id, source, user_id, created_at FROM webhook WHERE org_id = $1"
                             " AND webhook_id = $2 AND revoked_at IS NULL"};
constexpr Statement kWebhookSecret{
    "webhook.secret", "SELECT secret FROM webhook WHERE org_id = $1 AND webhook_id = $2 AND revoked_at IS NULL"};

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

Result<void> SqlAccessStore::end_sessions_of(UserId user_id, std::string_view but) {
  PACELINE_CHECK(scope_.connection.execute(kEndSessionsOf, params(scope_.org_id, user_id, but)));
  return {};
}

Result<std::vector<OpenSession>> SqlAccessStore::sessions_of(UserId user_id) {
  return query_all<OpenSession>(scope_.connection, kSessionsOf, params(scope_.org_id, user_id));
}

Result<void> SqlAccessStore::note_sign_in(UserId user_id, Instant at) {
  PACELINE_CHECK(scope_.connection.execute(kNoteSignIn, params(scope_.org_id, user_id, at)));
  return {};
}

Result<void> SqlAccessStore::put_invitation(const Invitation& i, Instant at) {
  PACELINE_CHECK(
      scope_.connection.execute(kPutInvitation, params(scope_.org_id, i.user_id, i.fingerprint, at, i.expires_at)));
  return {};
}

Result<std::optional<Invitation>> SqlAccessStore::invitation_of(UserId user_id) {
  return query_one<Invitation>(scope_.connection, kInvitation, params(scope_.org_id, user_id));
}

Result<bool> SqlAccessStore::take_invitation(const Invitation& i) {
  PACELINE_TRY(const auto taken,
               scope_.connection.execute(kTakeInvitation, params(scope_.org_id, i.user_id, i.fingerprint)));
  return taken > 0;
}

Result<void> SqlAccessStore::end_invitation_of(UserId user_id) {
  PACELINE_CHECK(scope_.connection.execute(kEndInvitation, params(scope_.org_id, user_id)));
  return {};
}

Result<std::vector<OpenToken>> SqlAccessStore::tokens_of(UserId user_id) {
  return query_all<OpenToken>(scope_.connection, kTokensOf, params(scope_.org_id, user_id));
}

Result<std::optional<OpenToken>> SqlAccessStore::find_open_token(TokenId token_id) {
  return query_one<OpenToken>(scope_.connection, kOpenToken, params(scope_.org_id, token_id));
}

Result<void> SqlAccessStore::revoke_token(TokenId token_id, Instant at) {
  PACELINE_CHECK(scope_.connection.execute(kRevokeToken, params(scope_.org_id, token_id, at)));
  return {};
}

Result<void> SqlAccessStore::revoke_tokens_of(UserId user_id, Instant at) {
  PACELINE_CHECK(scope_.connection.execute(kRevokeTokensOf, params(scope_.org_id, user_id, at)));
  return {};
}

Result<void> SqlAccessStore::add_webhook(const Webhook& w, std::string_view secret) {
  PACELINE_CHECK(scope_.connection.execute(
      kAddWebhook, params(scope_.org_id, w.webhook_id, w.source, w.user_id, secret, w.created_at)));
  return {};
}

Result<bool> SqlAccessStore::renew_webhook(WebhookId webhook_id, std::string_view secret) {
  PACELINE_TRY(const auto renewed, scope_.connection.execute(kRenewWebhook, params(scope_.org_id, webhook_id, secret)));
  return renewed > 0;
}

Result<bool> SqlAccessStore::revoke_webhook(WebhookId webhook_id, Instant at) {
  PACELINE_TRY(const auto revoked, scope_.connection.execute(kRevokeWebhook, params(scope_.org_id, webhook_id, at)));
  return revoked > 0;
}

Result<std::vector<Webhook>> SqlAccessStore::webhooks() {
  return query_all<Webhook>(scope_.connection, kWebhooks, params(scope_.org_id));
}

Result<std::optional<Webhook>> SqlAccessStore::find_webhook(WebhookId webhook_id) {
  return query_one<Webhook>(scope_.connection, kWebhook, params(scope_.org_id, webhook_id));
}

Result<std::string> SqlAccessStore::webhook_secret(WebhookId webhook_id) {
  PACELINE_TRY(auto secret,
               query_one<std::string>(scope_.connection, kWebhookSecret, params(scope_.org_id, webhook_id)));
  PACELINE_ASSERT(secret.has_value());
  return *std::move(secret);
}

}  // namespace paceline::store
