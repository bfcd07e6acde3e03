// SPDX-License-Identifier: Apache-2.0
#include "app/add_contact.h"

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
    const bool fits = !text || (!text->empty() && text->size() <= 200 && is_plain_text(*text));
    if (!fits) refuse("contact.text.not_allowed", pointer);
  }
  void refuse(std::string code, const char* pointer) {
    faults.push_back({Fault::invalid, std::move(code), pointer, {}});
  }

  Errors faults;
};

Checked<Contact> checked(const ContactDraft& draft) {
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

Result<AccountId> account_named(const std::string& name, const ContactDraft& draft, Ids& ids, ContactStore& contacts) {
  PACELINE_TRY(const auto known, contacts.find_account_by_name(name));
  if (known) return known->account_id;
  return contacts.add_account({ids.make<AccountId>(), name, draft.segment});
}

Result<AddedContact> told_before(const ContactDraft& draft, const Contact& known, ContactStore& contacts) {
  std::optional<Account> account;
  if (known.account_id) {
    PACELINE_TRY(account, contacts.find_account(*known.account_id));
  }
  if (!is_same(draft, known, account)) return fail(Fault::conflict, "contact.key.taken", "/key");
  return AddedContact{known.contact_id, false};
}

Result<AddedContact> store(const Actor& actor, const ContactDraft& draft, Contact contact, Instant now, Ids& ids,
                           Stores& stores) {
  if (contact.key) {
    PACELINE_TRY(const auto known, stores.contacts.find_contact_by_key(*contact.key));
    if (known) return told_before(draft, *known, stores.contacts);
  }
  contact.contact_id = ids.make<ContactId>();
  contact.owner_id = draft.owner_id;
  if (!contact.owner_id && actor.role == Role::rep) contact.owner_id = actor.user_id;
  if (draft.account_name) {
    PACELINE_TRY(contact.account_id, account_named(*parse_name(*draft.account_name), draft, ids, stores.contacts));
  }
  PACELINE_CHECK(stores.contacts.add_contact(contact, now));
  PACELINE_CHECK(stores.ledger.tell("contact", contact.owner_id, now));
  return AddedContact{contact.contact_id, true};
}

}  // namespace

Checked<AddedContact> add_contact(const Actor& actor, const ContactDraft& draft, Instant now, Ids& ids,
                                  Stores& stores) {
  auto contact = checked(draft);
  if (!contact) return tl::unexpected(std::move(contact).error());
  auto added = store(actor, draft, *std::move(contact), now, ids, stores);
  if (!added) return tl::unexpected(Errors{std::move(added).error()});
  return *added;
}

}  // namespace paceline
