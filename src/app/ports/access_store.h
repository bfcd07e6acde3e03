// SPDX-License-Identifier: Apache-2.0
// Sessions of browsers and tokens of programs. Only fingerprints are stored.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/instant.h"

namespace paceline {

/// What a token may do at most: read; log activities and signals; manage teams and quotas; administer.
BOOST_DEFINE_ENUM_CLASS(Scope, read, log, manage, admin)

struct Session {
  std::string fingerprint;
  UserId user_id;
  std::string csrf_token;
  Instant expires_at;
};

struct Token {
  TokenId token_id;
  std::string fingerprint;
  UserId user_id;
  Scope scope = Scope::read;
};

/// How far somebody has come with signing in.
struct SignInState {
  UserId user_id;
  bool has_password = false;
  std::optional<Instant> last_sign_in;
};

/// The one link by which a user may set a password.
struct Invitation {
  UserId user_id;
  std::string fingerprint;
  Instant expires_at;
};

struct OpenSession {
  std::string fingerprint;
  Instant created_at;
  Instant expires_at;
};

struct OpenToken {
  TokenId token_id;
  UserId user_id;
  Scope scope = Scope::read;
  Instant created_at;
};

using WebhookId = Id<struct WebhookTag>;

/// Where another program sends what it knows, signed with a secret that both have. It may do what its user may.
struct Webhook {
  WebhookId webhook_id;
  std::string source;  ///< what the other program is called
  UserId user_id;
  Instant created_at;
};

class AccessStore {
 public:
  virtual ~AccessStore() = default;
  /// Of everybody, in order of user.
  [[nodiscard]] virtual Result<std::vector<SignInState>> sign_in_states() = 0;

  /// The same again is the same.
  [[nodiscard]] virtual Result<void> add_session(const Session& session, Instant at) = 0;
  [[nodiscard]] virtual Result<std::optional<Session>> find_session(std::string_view fingerprint) = 0;
  [[nodiscard]] virtual Result<void> end_session(std::string_view fingerprint) = 0;
  /// All of the user but one; empty: all.
  [[nodiscard]] virtual Result<void> end_sessions_of(UserId user_id, std::string_view but) = 0;
  /// The newest first, those whose time is over too.
  [[nodiscard]] virtual Result<std::vector<OpenSession>> sessions_of(UserId user_id) = 0;
  [[nodiscard]] virtual Result<void> note_sign_in(UserId user_id, Instant at) = 0;
  /// Those whose time is over, at most that many; returns how many.
  [[nodiscard]] virtual Result<std::int64_t> end_sessions_before(Instant at, int most) = 0;
  /// The same again is the same.
  [[nodiscard]] virtual Result<void> add_token(const Token& token, Instant at) = 0;
  /// In place of the user's earlier one.
  [[nodiscard]] virtual Result<void> put_invitation(const Invitation& invitation, Instant at) = 0;
  [[nodiscard]] virtual Result<std::optional<Invitation>> invitation_of(UserId user_id) = 0;
  /// False when there is no such one (any more).
  [[nodiscard]] virtual Result<bool> take_invitation(const Invitation& invitation) = 0;
  [[nodiscard]] virtual Result<void> end_invitation_of(UserId user_id) = 0;

  /// The newest first, without those that were revoked.
  [[nodiscard]] virtual Result<std::vector<OpenToken>> tokens_of(UserId user_id) = 0;
  [[nodiscard]] virtual Result<std::optional<OpenToken>> find_open_token(TokenId token_id) = 0;
  [[nodiscard]] virtual Result<void> revoke_token(TokenId token_id, Instant at) = 0;
  [[nodiscard]] virtual Result<void> revoke_tokens_of(UserId user_id, Instant at) = 0;

  [[nodiscard]] virtual Result<void> add_webhook(const Webhook& webhook, std::string_view secret) = 0;
  /// In place of the earlier one. False when there is no such webhook (any more).
  [[nodiscard]] virtual Result<bool> renew_webhook(WebhookId webhook_id, std::string_view secret) = 0;
  [[nodiscard]] virtual Result<bool> revoke_webhook(WebhookId webhook_id, Instant at) = 0;
  /// The newest first, without those that were revoked.
  [[nodiscard]] virtual Result<std::vector<Webhook>> webhooks() = 0;
  [[nodiscard]] virtual Result<std::optional<Webhook>> find_webhook(WebhookId webhook_id) = 0;
  /// For checking a signature, and nothing else. REQUIRES: it is there.
  [[nodiscard]] virtual Result<std::string> webhook_secret(WebhookId webhook_id) = 0;

  /// Not one that was revoked.
  [[nodiscard]] virtual Result<std::optional<Token>> find_token(std::string_view fingerprint) = 0;
};

}  // namespace paceline
