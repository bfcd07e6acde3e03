// SPDX-License-Identifier: Apache-2.0
#include "app/add_contact.h"

#include "app/account_sight.h"
#include "app/phones.h"
#include "app/told_before.h"
#include "base/utf8.h"

namespace paceline {
namespace {

class ContactCheck {
 public:
  /// The parsed text, or nothing and a fault at the pointer.
  template <class Parse>
  std::optional<std::string> parsed(const std::optional<std::string>& text, const char* pointer, Parse parse) {
    if (!text) return std::nullopt;
    auto result = parse(*text);
    if (result) return *std::move(result);
    refuse(result.error().code, pointer);
    return std::nullopt;
  }
  void check_word(const std::optional<std::string>& text, const char* pointer) {
    const bool fits = !text || (!text->empty() && is_plain_text(*text, 200));
    if (!fits) refuse("contact.text.not_allowed", pointer);
  }
  void refuse(std::string code, const char* pointer) {
    faults.push_back({Fault::invalid, std::move(code), pointer, {}});
  }

  Errors faults;
};

}  // namespace

Checked<Contact> check_contact(const ContactDraft& draft) {
  ContactCheck check;
  Contact contact;
  contact.name = check.parsed(std::optional(draft.name), "/name", parse_name).value_or("");
  contact.phone = check.parsed(draft.phone, "/phone", parse_phone);
  contact.email = check.parsed(draft.email, "/email", parse_email);
  check.parsed(draft.account_name, "/account_name", parse_name);
  check.check_word(draft.key, "/key");
  check.check_word(draft.source, "/source");
  check.check_word(draft.segment, "/segment");
  if (!check.faults.empty()) return tl::unexpected(std::move(check.faults));
  contact.key = draft.key;
  contact.relation = draft.relation.value_or(Relation::new_);
  contact.temperature = draft.temperature.value_or(Temperature::cold);
  contact.source = draft.source;
  return contact;
}

Result<AccountOfDraft> account_for(const std::string& name, const std::optional<std::string>& segment, Ids& ids,
                                   ContactStore& contacts) {
  PACELINE_TRY(const auto known, contacts.find_account_by_name(name));
  if (known) return AccountOfDraft{known->account_id, false};
  const auto account_id = ids.make<AccountId>();
  PACELINE_TRY(const AccountId stored, contacts.add_account({account_id, name, segment}));
  return AccountOfDraft{stored, stored == account_id};
}

Result<std::optional<ContactId>> contact_told_before(const ContactDraft& draft, ContactStore& contacts) {
  if (!draft.key) return std::optional<ContactId>();
  PACELINE_TRY(const auto known, contacts.find_contact_by_key(*draft.key));
  if (!known) return std::optional<ContactId>();
  std::optional<Account> account;
  if (known->account_id) {
    PACELINE_TRY(account, contacts.find_account(*known->account_id));
  }
  if (!is_same(draft, *known, account)) return fail(Fault::conflict, "contact.key.taken", "/key");
  return std::optional(known->contact_id);
}

namespace {

Result<AddedContact> store(const Actor& actor, const ContactDraft& draft, Contact contact, Instant now,
                           const Zones& zones, Ids& ids, Stores& stores) {
  PACELINE_TRY(const auto known, contact_told_before(draft, stores.contacts));
  if (known) return AddedContact{*known, false, {}};
  contact.owner_id = draft.owner_id;
  if (!contact.owner_id && actor.role == Role::rep) contact.owner_id = actor.user_id;
  AddedContact added{{}, true, {}};
  if (draft.account_name) {
    const std::string name = *parse_name(*draft.account_name);
    PACELINE_CHECK(may_name_account(actor, name, now, zones, stores));
    PACELINE_TRY(const AccountOfDraft account, account_for(name, draft.segment, ids, stores.contacts));
    contact.account_id = account.account_id;
    if (account.added) added.new_account = account.account_id;
  }
  contact.contact_id = ids.make<ContactId>();
  added.contact_id = contact.contact_id;
  PACELINE_CHECK(stores.contacts.add_contact(contact, now));
  PACELINE_CHECK(note_phone_of(contact, stores));
  PACELINE_CHECK(stores.ledger.tell("contact", contact.owner_id, now));
  return added;
}

}  // namespace

Checked<AddedContact> add_contact(const Actor& actor, const ContactDraft& draft, Instant now, const Zones& zones,
                                  Ids& ids, Stores& stores) {
  auto contact = check_contact(draft);
  if (!contact) return tl::unexpected(std::move(contact).error());
  auto added = store(actor, draft, *std::move(contact), now, zones, ids, stores);
  if (!added) return tl::unexpected(Errors{std::move(added).error()});
  return *added;
}

}  // namespace paceline
