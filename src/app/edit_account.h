// SPDX-License-Identifier: Apache-2.0
// Makes accounts and changes them: key, name, parent, attributes at once; traits and owner from a day on.
#pragma once

#include "app/actor.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

/// A member that is given but empty takes off what there is.
struct AccountEdit {
  std::optional<std::string> name;
  std::optional<std::optional<std::string>> key;
  std::optional<std::optional<AccountId>> parent_id;
  std::map<AccountTrait, std::optional<std::string>> traits;  ///< without `account`
  std::optional<std::optional<UserId>> owner_id;
  std::optional<std::map<std::string, std::string>> attributes;
};

/// What a new account says holds always; a change from the day. All faults at once: those of parse_name,
/// "account.text.not_allowed", "account.parent.loop"; conflict "account.key.taken", "account.name.taken"; not_found
/// "account.not_found".
[[nodiscard]] Checked<AccountProfile> add_account_in_full(const Actor& actor, const AccountEdit& edit, Instant now,
                                                          Ids& ids, Stores& stores);
[[nodiscard]] Checked<AccountProfile> edit_account(const Actor& actor, AccountId account_id, const AccountEdit& edit,
                                                   Day from, Instant now, Stores& stores);

}  // namespace paceline
