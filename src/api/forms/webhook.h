// SPDX-License-Identifier: Apache-2.0
// Signed webhooks: docs/call_records.md.
#pragma once

#include "api/forms/list.h"
#include "app/ports/access_store.h"

namespace paceline::api::form {

struct NewWebhook {
  json::Text<1, 100> source;  ///< what the other program is called
};
BOOST_DESCRIBE_STRUCT(NewWebhook, (), (source))

struct MadeWebhook {
  WebhookId webhook_id;
  std::string webhook;  ///< what it sends as X-Paceline-Webhook
  std::string secret;   ///< shown once
};
BOOST_DESCRIBE_STRUCT(MadeWebhook, (), (webhook_id, webhook, secret))

struct Webhook {
  WebhookId webhook_id;
  std::string source;
  UserId user_id;  ///< for whom it acts
  Instant created_at;
};
BOOST_DESCRIBE_STRUCT(Webhook, (), (webhook_id, source, user_id, created_at))

}  // namespace paceline::api::form
