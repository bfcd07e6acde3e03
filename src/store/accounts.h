// SPDX-License-Identifier: Apache-2.0
// AccountStore on SQL.
#pragma once

#include "app/ports/account_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlAccountStore : public AccountStore {
 public:
  explicit SqlAccountStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> add(const AccountProfile& account, UserId actor, Instant at) override;
  Result<void> change(const AccountProfile& account, UserId actor, Instant at) override;
  Result<std::vector<AccountFieldChange>> changes_of(AccountId account_id) override;
  Result<bool> is_named(AccountId account_id) override;
  Result<void> remove(AccountId account_id) override;
  Result<void> put_trait(AccountId account_id, const DatedTrait& trait, UserId actor, Instant at) override;
  Result<void> put_owner(AccountId account_id, const DatedOwner& owner, UserId actor, Instant at) override;
  Result<void> put_attributes(AccountId account_id, const std::map<std::string, std::string>& attributes) override;
  Result<void> set_segment(AccountId account_id, const std::optional<std::string>& segment) override;
  Result<std::optional<AccountProfile>> find(AccountId account_id) override;
  Result<std::optional<AccountId>> find_by_key(std::string_view key) override;
  Result<std::vector<AccountProfile>> all() override;
  Result<std::map<AccountId, std::string>> names_of(const std::vector<AccountId>& accounts) override;
  Result<std::map<ContactId, std::string>> contact_names_of(const std::vector<ContactId>& contacts) override;
  Result<std::vector<NamedAccount>> named_before(std::optional<AccountId> account_id, int limit) override;

 private:
  /// Of all names that a change of the account makes other ones.
  [[nodiscard]] Result<void> note_changes(const AccountProfile& before, const AccountProfile& after, UserId actor,
                                          Instant at);
  const OrgScope& scope_;
};

}  // namespace paceline::store
