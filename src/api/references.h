// SPDX-License-Identifier: Apache-2.0
// What bodies and queries refer to: contacts, product lines and territories by id or by the company's key, records by
// the name that another system gives them.
#pragma once

#include "api/backend.h"
#include "api/forms/list.h"
#include "pipeline/product_line.h"
#include "pipeline/territory.h"

namespace paceline::api {

template <class Text>
[[nodiscard]] std::optional<std::string> text_of(const std::optional<Text>& text) {
  return text ? std::optional(text->value) : std::nullopt;
}

[[nodiscard]] inline std::optional<std::string_view> name_of(const std::optional<form::ShortText>& text) {
  return text ? std::optional<std::string_view>(text->value) : std::nullopt;
}

/// The id as it is, or the contact with the key; nothing when neither is given. Returns invalid "contact.key.unknown"
/// at "/contact".
[[nodiscard]] Result<std::optional<ContactId>> contact_named(const std::optional<ContactId>& contact_id,
                                                             const std::optional<form::ShortText>& key,
                                                             ContactStore& contacts);

/// May the caller do this with the contact? One that is not there is left to the use case.
[[nodiscard]] Result<void> may_with_named_contact(Right right, const std::optional<ContactId>& contact_id,
                                                  const Call& call, const Backend& backend);

/// The same of an account, by who owns it today.
[[nodiscard]] Result<void> may_with_named_account(Right right, const std::optional<AccountId>& account_id,
                                                  const Call& call, const Backend& backend);

/// The product line named by id or key. Returns not_found "product_line.unknown" at "?product_line".
[[nodiscard]] Result<ProductLineId> product_line_named(std::string_view name, const std::vector<ProductLine>& lines);

/// The territory, the same way. Returns not_found "territory.unknown" at "?territory".
[[nodiscard]] Result<TerritoryId> territory_named(std::string_view name, const std::vector<Territory>& territories);

/// Without a source the key is that of the API itself. Nothing without an external id.
[[nodiscard]] std::optional<EvidenceKey> evidence_key(const std::optional<form::ShortText>& source,
                                                      const std::optional<form::ShortText>& external_id);

}  // namespace paceline::api
