// SPDX-License-Identifier: Apache-2.0
// Accounts in full, as they are stored: key, parent, traits and owners with their days, attributes.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/instant.h"
#include "pipeline/account_profile.h"

namespace paceline {

/// What of an account was changed at once: name, key, parent (the other account's name). Never edited.
struct AccountFieldChange {
  std::int64_t seq = 0;  ///< 1 is the first of the account
  std::string field;
  std::optional<std::string> before;
  std::optional<std::string> after;
  UserId actor_id;
  Instant stored_at;
};

struct NamedAccount {
  AccountId account_id;
  std::string name;
};

class AccountStore {
 public:
  virtual ~AccountStore() = default;

  /// Returns conflict "account.key.taken" or "account.name.taken".
  [[nodiscard]] virtual Result<void> add(const AccountProfile& account, UserId actor, Instant at) = 0;
  /// Another key, name or parent; what they were is kept. Returns the same.
  [[nodiscard]] virtual Result<void> change(const AccountProfile& account, UserId actor, Instant at) = 0;
  /// Oldest first.
  [[nodiscard]] virtual Result<std::vector<AccountFieldChange>> changes_of(AccountId account_id) = 0;
  /// Does something name it: a contact, an activity, an appointment, an opportunity, a sale, a part of it?
  [[nodiscard]] virtual Result<bool> is_named(AccountId account_id) = 0;
  /// With traits, owners and attributes. REQUIRES: nothing names it.
  [[nodiscard]] virtual Result<void> remove(AccountId account_id) = 0;
  /// In place of the one that begins on the same day.
  [[nodiscard]] virtual Result<void> put_trait(AccountId account_id, const DatedTrait& trait, UserId actor,
                                               Instant at) = 0;
  /// The same.
  [[nodiscard]] virtual Result<void> put_owner(AccountId account_id, const DatedOwner& owner, UserId actor,
                                               Instant at) = 0;
  /// In place of all that there were.
  [[nodiscard]] virtual Result<void> put_attributes(AccountId account_id,
                                                    const std::map<std::string, std::string>& attributes) = 0;
  /// What activities note of a new one at intake.
  [[nodiscard]] virtual Result<void> set_segment(AccountId account_id, const std::optional<std::string>& segment) = 0;

  [[nodiscard]] virtual Result<std::optional<AccountProfile>> find(AccountId account_id) = 0;
  [[nodiscard]] virtual Result<std::optional<AccountId>> find_by_key(std::string_view key) = 0;
  /// By name.
  [[nodiscard]] virtual Result<std::vector<AccountProfile>> all() = 0;
  [[nodiscard]] virtual Result<std::map<AccountId, std::string>> names_of(const std::vector<AccountId>& accounts) = 0;
  [[nodiscard]] virtual Result<std::map<ContactId, std::string>> contact_names_of(
      const std::vector<ContactId>& contacts) = 0;
  /// So many that were made before this one (none: the newest), the newest first.
  [[nodiscard]] virtual Result<std::vector<NamedAccount>> named_before(std::optional<AccountId> account_id,
                                                                       int limit) = 0;
};

}  // namespace paceline
