// SPDX-License-Identifier: Apache-2.0
#include "api/references.h"

#include "api/subjects.h"

namespace paceline::api {

Result<std::optional<ContactId>> contact_named(const std::optional<ContactId>& contact_id,
                                               const std::optional<form::ShortText>& key, ContactStore& contacts) {
  if (contact_id || !key) return contact_id;
  PACELINE_TRY(const auto contact, contacts.find_contact_by_key(key->value));
  if (!contact) return fail(Fault::invalid, "contact.key.unknown", "/contact");
  return std::optional(contact->contact_id);
}

Result<void> may_with_named_contact(Right right, const std::optional<ContactId>& contact_id, const Call& call,
                                    const Backend& backend) {
  if (!contact_id) return {};
  Stores& stores = call.stores();
  PACELINE_TRY(const auto contact, stores.contacts.find_contact(*contact_id));
  if (!contact) return {};
  return may_with_contact(right, contact->owner_id, call, backend, stores.people);
}

Result<void> may_with_named_account(Right right, const std::optional<AccountId>& account_id, const Call& call,
                                    const Backend& backend) {
  if (!account_id) return {};
  Stores& stores = call.stores();
  PACELINE_TRY(const auto account, stores.accounts.find(*account_id));
  if (!account) return {};
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const LocalTime local, backend.zones.local(backend.clock.now(), organisation.zone));
  return may_with_contact(right, owner_on(*account, local.day), call, backend, stores.people);
}

Result<ProductLineId> product_line_named(std::string_view name, const std::vector<ProductLine>& lines) {
  const auto id = parse_id<ProductLineId>(name);
  for (const ProductLine& line : lines) {
    if (line.key == name || (id && line.product_line_id == *id)) return line.product_line_id;
  }
  return fail(Fault::not_found, "product_line.unknown", "?product_line");
}

Result<TerritoryId> territory_named(std::string_view name, const std::vector<Territory>& territories) {
  const auto id = parse_id<TerritoryId>(name);
  for (const Territory& each : territories) {
    if (each.key == name || (id && each.territory_id == *id)) return each.territory_id;
  }
  return fail(Fault::not_found, "territory.unknown", "?territory");
}

std::optional<EvidenceKey> evidence_key(const std::optional<form::ShortText>& source,
                                        const std::optional<form::ShortText>& external_id) {
  if (!external_id) return std::nullopt;
  return EvidenceKey{source ? source->value : "api", external_id->value};
}

}  // namespace paceline::api
