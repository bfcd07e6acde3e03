// SPDX-License-Identifier: Apache-2.0
// What bodies refer to: contacts by id or by the company's key, records by the name that another system gives them.
#pragma once

#include "api/backend.h"
#include "api/forms/list.h"

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

/// Without a source the key is that of the API itself. Nothing without an external id.
[[nodiscard]] std::optional<EvidenceKey> evidence_key(const std::optional<form::ShortText>& source,
                                                      const std::optional<form::ShortText>& external_id);

}  // namespace paceline::api
