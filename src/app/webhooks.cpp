// SPDX-License-Identifier: Apache-2.0
#include "app/webhooks.h"

#include <charconv>
#include <cstdlib>

namespace paceline {
namespace {

constexpr std::size_t kMostWebhooks = 100;  // of an organisation

struct WebhookAddress {
  OrgId org_id;
  WebhookId webhook_id;
};

std::string address_of(OrgId org_id, WebhookId webhook_id) {
  return to_text(org_id) + "." + to_text(webhook_id);
}

std::optional<WebhookAddress> parse_address(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto org_id = parse_id<OrgId>(text.substr(0, dot));
  const auto webhook_id = parse_id<WebhookId>(text.substr(dot + 1));
  if (!org_id || !webhook_id) return std::nullopt;
  return WebhookAddress{*org_id, *webhook_id};
}

/// Absent unless it is digits, and few enough for a moment.
std::optional<Instant> moment_of(std::string_view timestamp) {
  constexpr std::size_t longest = 11;
  std::int64_t seconds = 0;
  const char* const end = timestamp.data() + timestamp.size();
  const auto read = std::from_chars(timestamp.data(), end, seconds);
  const bool is_number = read.ec == std::errc() && read.ptr == end && seconds >= 0;
  if (!is_number || timestamp.size() > longest) return std::nullopt;
  return Instant(seconds * kMicrosecondsPerSecond);
}

Result<void> require_now(const std::string& timestamp, Instant now) {
  const auto sent_at = moment_of(timestamp);
  if (!sent_at) return fail(Fault::unauthenticated, "webhook.refused");
  const std::int64_t off_us = now.microseconds_since(*sent_at);
  if (std::abs(off_us) > kDeliverySeconds * kMicrosecondsPerSecond)
    return fail(Fault::unauthenticated, "webhook.too_old", {}, "more than five minutes from the server's clock");
  return {};
}

std::string_view digits_of(std::string_view signature) {
  constexpr std::string_view scheme = "sha256=";
  return signature.starts_with(scheme) ? signature.substr(scheme.size()) : signature;
}

Result<Recognised> recognise(const WebhookAddress& address, const Delivery& delivery, const Identity& identity,
                             Stores& stores) {
  PACELINE_TRY(const auto webhook, stores.access.find_webhook(address.webhook_id));
  if (!webhook) return fail(Fault::unauthenticated, "webhook.refused");
  PACELINE_TRY(const std::string secret, stores.access.webhook_secret(address.webhook_id));
  const std::string wanted = identity.secrets.signature(secret, delivery.timestamp + "." + delivery.body);
  if (!identity.secrets.is_same(wanted, digits_of(delivery.signature)))
    return fail(Fault::unauthenticated, "webhook.refused");
  PACELINE_TRY(auto actor, actor_who_is_let_in(address.org_id, webhook->user_id, identity, stores));
  if (!actor) return fail(Fault::unauthenticated, "webhook.refused");
  actor->scope = Scope::log;
  return Recognised{*std::move(actor), {}, webhook->source, wanted};
}

}  // namespace

Result<MadeWebhook> make_webhook(const Actor& actor, const std::string& source, const Identity& identity) {
  if (!actor.user_id) return fail(Fault::invalid, "webhook.needs_user", {}, "name who it acts for with --as");
  const Instant now = identity.clock.now();
  const Webhook webhook{identity.ids.make<WebhookId>(), source, actor.user_id, now};
  const std::string secret = identity.secrets.new_token();
  PACELINE_CHECK(identity.unit.write(actor.org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto there, stores.access.webhooks());
    if (there.size() >= kMostWebhooks) return fail(Fault::conflict, "webhook.too_many", {}, "revoke one first");
    PACELINE_CHECK(stores.access.add_webhook(webhook, secret));
    return stores.ledger.note({actor.user_id, "webhook.make", to_text(webhook.webhook_id), source, now});
  }));
  return MadeWebhook{webhook.webhook_id, address_of(actor.org_id, webhook.webhook_id), secret};
}

Result<MadeWebhook> renew_webhook(const Actor& actor, WebhookId webhook_id, const Identity& identity) {
  const std::string secret = identity.secrets.new_token();
  const Instant now = identity.clock.now();
  PACELINE_CHECK(identity.unit.write(actor.org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const bool there, stores.access.renew_webhook(webhook_id, secret));
    if (!there) return fail(Fault::not_found, "webhook.not_found");
    return stores.ledger.note({actor.user_id, "webhook.renew", to_text(webhook_id), {}, now});
  }));
  return MadeWebhook{webhook_id, address_of(actor.org_id, webhook_id), secret};
}

Result<void> revoke_webhook(const Actor& actor, WebhookId webhook_id, const Identity& identity) {
  const Instant now = identity.clock.now();
  return identity.unit.write(actor.org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const bool there, stores.access.revoke_webhook(webhook_id, now));
    if (!there) return fail(Fault::not_found, "webhook.not_found");
    return stores.ledger.note({actor.user_id, "webhook.revoke", to_text(webhook_id), {}, now});
  });
}

Result<Recognised> actor_of_webhook(const Delivery& delivery, const Identity& identity) {
  const auto address = parse_address(delivery.address);
  if (!address) return fail(Fault::unauthenticated, "webhook.refused");
  PACELINE_CHECK(require_now(delivery.timestamp, identity.clock.now()));
  return read_as<Recognised>(identity.unit, address->org_id,
                             [&](Stores& stores) { return recognise(*address, delivery, identity, stores); });
}

}  // namespace paceline
