// SPDX-License-Identifier: Apache-2.0
// Telephone numbers by which a call record finds people: those of contacts, and the own ones of users.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "contact/contact.h"
#include "team/user.h"

namespace paceline {

/// `number`: E.164; as it was typed from typed_phones(); of a user an extension, too.
struct ContactPhone {
  ContactId contact_id;
  std::string number;
  friend auto operator<=>(const ContactPhone&, const ContactPhone&) = default;
};

struct UserPhone {
  UserId user_id;
  std::string number;
};

class PhoneStore {
 public:
  virtual ~PhoneStore() = default;

  /// In place of all that the contact had.
  [[nodiscard]] virtual Result<void> put_contact_phones(ContactId contact_id,
                                                        const std::vector<ContactPhone>& phones) = 0;
  /// What is there already stays.
  [[nodiscard]] virtual Result<void> add_contact_phones(const std::vector<ContactPhone>& phones) = 0;
  [[nodiscard]] virtual Result<void> remove_contact_phones() = 0;
  /// Whether those of contacts from before there was this table are in it.
  [[nodiscard]] virtual Result<bool> is_whole() = 0;
  [[nodiscard]] virtual Result<void> set_whole() = 0;
  /// In order.
  [[nodiscard]] virtual Result<std::vector<ContactPhone>> contact_phones() = 0;
  /// Who has the number, the oldest first.
  [[nodiscard]] virtual Result<std::vector<ContactId>> contacts_with(std::string_view e164) = 0;
  /// The numbers of all contacts as they were typed; in no order.
  [[nodiscard]] virtual Result<std::vector<ContactPhone>> typed_phones() = 0;

  [[nodiscard]] virtual Result<std::optional<UserId>> user_with(std::string_view number) = 0;
  /// In order.
  [[nodiscard]] virtual Result<std::vector<std::string>> phones_of(UserId user_id) = 0;
  /// By user, then by number.
  [[nodiscard]] virtual Result<std::vector<UserPhone>> user_phones() = 0;
  /// All of the user's. Returns conflict "user.phone.taken".
  [[nodiscard]] virtual Result<void> put_user_phones(UserId user_id, const std::vector<std::string>& numbers) = 0;
};

}  // namespace paceline
