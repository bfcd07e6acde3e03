// SPDX-License-Identifier: Apache-2.0
// Signed webhooks: how a program that cannot send a token shows who it is.
//
// Both have a secret. The sender signs the moment and the body, HMAC-SHA256(secret, TIMESTAMP + "." + BODY) in
// hexadecimal digits; TIMESTAMP is seconds since 1970. A delivery is taken for five minutes around its moment, so that
// a copy of it is of no use later; within these minutes the signature is its idempotency key, so that a copy does
// nothing. What it may do is what the user may who made the webhook, as far as a token of the scope log may.
//
// Worked example (tests/product/webhook_test.cpp): the secret "key" and the body "{}" at 1767225600 are signed
// df344de429b8ee67... as `printf '1767225600.{}' | openssl dgst -sha256 -hmac key` says too.
#pragma once

#include "app/sign_in.h"

namespace paceline {

inline constexpr std::int64_t kDeliverySeconds = 300;

struct MadeWebhook {
  WebhookId webhook_id;
  std::string address;  ///< "ORG.WEBHOOK", what the sender calls it
  std::string secret;   ///< shown once
};

/// Returns invalid "webhook.needs_user" for the system, which is nobody.
[[nodiscard]] Result<MadeWebhook> make_webhook(const Actor& actor, const std::string& source, const Identity& identity);
/// Another secret in place of the one before, from now on. Returns not_found "webhook.not_found".
[[nodiscard]] Result<MadeWebhook> renew_webhook(const Actor& actor, WebhookId webhook_id, const Identity& identity);
/// Returns not_found "webhook.not_found".
[[nodiscard]] Result<void> revoke_webhook(const Actor& actor, WebhookId webhook_id, const Identity& identity);

/// What a sender shows.
struct Delivery {
  std::string address;
  std::string timestamp;
  std::string signature;  ///< with or without "sha256=" before it
  std::string body;
};

/// Returns unauthenticated "webhook.refused" (no such webhook, another signature, a user who may not sign in any more),
/// or "webhook.too_old" (more than five minutes from now).
[[nodiscard]] Result<Recognised> actor_of_webhook(const Delivery& delivery, const Identity& identity);

}  // namespace paceline
