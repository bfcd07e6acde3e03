// SPDX-License-Identifier: Apache-2.0
// PhoneStore on SQL.
#pragma once

#include "app/ports/phone_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlPhoneStore : public PhoneStore {
 public:
  explicit SqlPhoneStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> put_contact_phones(ContactId contact_id, const std::vector<ContactPhone>& phones) override;
  Result<void> add_contact_phones(const std::vector<ContactPhone>& phones) override;
  Result<void> remove_contact_phones() override;
  Result<bool> is_whole() override;
  Result<void> set_whole() override;
  Result<std::vector<ContactPhone>> contact_phones() override;
  Result<std::vector<ContactId>> contacts_with(std::string_view e164) override;
  Result<std::vector<ContactPhone>> typed_phones() override;
  Result<std::optional<UserId>> user_with(std::string_view number) override;
  Result<std::vector<std::string>> phones_of(UserId user_id) override;
  Result<std::vector<UserPhone>> user_phones() override;
  Result<void> put_user_phones(UserId user_id, const std::vector<std::string>& numbers) override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
