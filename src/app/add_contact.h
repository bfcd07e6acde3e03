// SPDX-License-Identifier: Apache-2.0
// Adds a contact, and its account when the account is new.
#pragma once

#include "app/actor.h"
#include "app/ports/clock.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

struct ContactDraft {
  std::string name;
  std::optional<std::string> key;
  std::optional<std::string> account_name;
  std::optional<std::string> segment;  ///< of a new account
  std::optional<std::string> phone;
  std::optional<std::string> email;
  std::optional<Relation> relation;
  std::optional<Temperature> temperature;
  std::optional<std::string> source;
  std::optional<UserId> owner_id;  ///< none: the acting rep, or nobody when no rep acts
};

struct AddedContact {
  ContactId contact_id;
  bool added = false;                    ///< false: the key was there with the same content
  std::optional<AccountId> new_account;  ///< that was added with it
};

/// The draft as a contact without an id, owner and account; the faults of add_contact but those of the key.
[[nodiscard]] Checked<Contact> check_contact(const ContactDraft& draft);

/// What is stored under the draft's key, when it is the same told again. Returns conflict "contact.key.taken".
[[nodiscard]] Result<std::optional<ContactId>> contact_told_before(const ContactDraft& draft, ContactStore& contacts);

/// The account of the draft's name, which is added when it is new. REQUIRES: a checked draft with an account name.
struct AccountOfDraft {
  AccountId account_id;
  bool added = false;
};
[[nodiscard]] Result<AccountOfDraft> account_for(const std::string& name, const std::optional<std::string>& segment,
                                                 Ids& ids, ContactStore& contacts);

/// All faults at once: the codes of parse_name, parse_phone and parse_email with their pointers,
/// "contact.text.not_allowed". Conflict "contact.key.taken": the key is there with other content (told_before.h).
/// Forbidden at "/account_name": the account is there, and may not be read (account_sight.h).
[[nodiscard]] Checked<AddedContact> add_contact(const Actor& actor, const ContactDraft& draft, Instant now,
                                                const Zones& zones, Ids& ids, Stores& stores);

}  // namespace paceline
