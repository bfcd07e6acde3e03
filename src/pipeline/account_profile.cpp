// SPDX-License-Identifier: Apache-2.0
#include "pipeline/account_profile.h"

namespace paceline {

std::optional<std::string> trait_on(const AccountProfile& account, AccountTrait trait, Day day) {
  if (trait == AccountTrait::account) return account.key ? account.key : std::optional(account.name);
  std::optional<std::string> value;
  for (const DatedTrait& each : account.traits) {
    if (each.trait == trait && each.from <= day) value = each.value;
  }
  return value;
}

std::optional<UserId> owner_on(const AccountProfile& account, Day day) {
  std::optional<UserId> owner;
  for (const DatedOwner& each : account.owners) {
    if (each.from <= day) owner = each.owner_id;
  }
  return owner;
}

}  // namespace paceline
