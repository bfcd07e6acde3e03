// SPDX-License-Identifier: Apache-2.0
#include "api/forms/webhook.h"
#include "api/handlers.h"
#include "api/pages.h"
#include "api/subjects.h"
#include "app/webhooks.h"

namespace paceline::api {
namespace {

form::MadeWebhook made_form(MadeWebhook made) {
  return {made.webhook_id, std::move(made.address), std::move(made.secret)};
}

Result<form::List<form::Webhook>> webhook_list(AccessStore& access) {
  form::List<form::Webhook> list;
  PACELINE_TRY(const auto all, access.webhooks());
  list.items.reserve(all.size());
  for (const auto& each : all) list.items.push_back({each.webhook_id, each.source, each.user_id, each.created_at});
  return list;
}

}  // namespace

void add_webhook_handlers(Router& router, const Backend& backend) {
  router.on("list_webhooks", [&backend](const Call& call) -> Result<form::List<form::Webhook>> {
    return reading<form::List<form::Webhook>>(call, backend,
                                              [](Stores& stores) { return webhook_list(stores.access); });
  });
  router.on("add_webhook", [&backend](const Call& call, const form::NewWebhook& form) -> Result<form::MadeWebhook> {
    PACELINE_TRY(auto made, make_webhook(call.actor(), form.source.value, backend.identity()));
    return made_form(std::move(made));
  });
  router.on("renew_webhook", [&backend](const Call& call) -> Result<form::MadeWebhook> {
    PACELINE_TRY(const auto webhook_id, call.path_id<WebhookId>("webhook"));
    PACELINE_TRY(auto made, renew_webhook(call.actor(), webhook_id, backend.identity()));
    return made_form(std::move(made));
  });
  router.on("revoke_webhook", [&backend](const Call& call) -> Result<void> {
    PACELINE_TRY(const auto webhook_id, call.path_id<WebhookId>("webhook"));
    return revoke_webhook(call.actor(), webhook_id, backend.identity());
  });
}

}  // namespace paceline::api
