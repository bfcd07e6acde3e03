// SPDX-License-Identifier: Apache-2.0
// AccessStore on SQL.
#pragma once

#include "app/ports/access_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlAccessStore : public AccessStore {
 public:
  explicit SqlAccessStore(const OrgScope& scope) : scope_(scope) {}

  Result<std::vector<SignInState>> sign_in_states() override;
  Result<void> add_session(const Session& session, Instant at) override;
  Result<std::optional<Session>> find_session(std::string_view fingerprint) override;
  Result<void> end_session(std::string_view fingerprint) override;
  Result<void> end_sessions_of(UserId user_id, std::string_view but) override;
  Result<std::vector<OpenSession>> sessions_of(UserId user_id) override;
  Result<void> note_sign_in(UserId user_id, Instant at) override;
  Result<void> put_invitation(const Invitation& invitation, Instant at) override;
  Result<std::optional<Invitation>> invitation_of(UserId user_id) override;
  Result<bool> take_invitation(const Invitation& invitation) override;
  Result<void> end_invitation_of(UserId user_id) override;
  Result<std::vector<OpenToken>> tokens_of(UserId user_id) override;
  Result<std::optional<OpenToken>> find_open_token(TokenId token_id) override;
  Result<void> revoke_token(TokenId token_id, Instant at) override;
  Result<void> revoke_tokens_of(UserId user_id, Instant at) override;
  Result<std::int64_t> end_sessions_before(Instant at, int most) override;
  Result<void> add_token(const Token& token, Instant at) override;
  Result<void> add_webhook(const Webhook& webhook, std::string_view secret) override;
  Result<bool> renew_webhook(WebhookId webhook_id, std::string_view secret) override;
  Result<bool> revoke_webhook(WebhookId webhook_id, Instant at) override;
  Result<std::vector<Webhook>> webhooks() override;
  Result<std::optional<Webhook>> find_webhook(WebhookId webhook_id) override;
  Result<std::string> webhook_secret(WebhookId webhook_id) override;
  Result<std::optional<Token>> find_token(std::string_view fingerprint) override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
