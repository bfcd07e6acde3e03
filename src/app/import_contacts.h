// SPDX-License-Identifier: Apache-2.0
// Rows that become contacts.
//
// A row that is not known adds its contact, and its account when the account is new. A known one whose row says
// something else now changes it: name, key, account, phone, e-mail, relation, temperature, source. What is compared is
// what the files said before: what somebody changed here stays, as long as the file says what it said. Who looks after
// a contact is said once, when it is added; later that is handed over here. Whoever imports must be allowed to add and
// change contacts of the owner by hand.
//
// Undo removes what was added and sets back what was changed. What others depend on stays: a contact with activities or
// signals ("import.kept.in_use"), one that was changed or handed over since ("import.kept.corrected"). An account that
// came with a contact is looked at when all contacts were: it goes when nothing is of it, stands on it or was said of
// it, and is kept with one of these codes otherwise.
#pragma once

#include <map>
#include <set>
#include <string>

#include "app/add_contact.h"
#include "app/import_records.h"

namespace paceline {

class ImportContacts final : public ImportRecords {
 public:
  ImportContacts(const ImportContext& context, Stores& stores) : context_(context), stores_(stores) {}

  /// Faults at the members of a contact: those of add_contact, "contact.owner.not_found",
  /// "contact.relation.unknown", "contact.temperature.unknown", "access.forbidden" at "/owner" and
  /// "/account_name".
  Result<std::vector<Checked<PutRow>>> put(const std::vector<const NamedRow*>& rows, const RowReader& reader) override;
  Result<std::vector<TakenBack>> take_back(const std::vector<ImportedRow>& rows, bool again) override;

 private:
  [[nodiscard]] Checked<ContactDraft> draft_of(const ContactCells& cells, const RowReader& reader);
  [[nodiscard]] Result<std::optional<UserId>> owner_of(const std::optional<std::string>& email);
  [[nodiscard]] Result<std::optional<UserId>> find_owner(const std::optional<std::string>& email);
  [[nodiscard]] Result<std::optional<Contact>> known_under(const EvidenceKey& key);
  [[nodiscard]] Result<void> may_read(const Contact& contact);
  [[nodiscard]] Result<void> may_name_account_of(const ContactDraft& draft);
  [[nodiscard]] Checked<PutRow> put_one(const ContactDraft& draft, const EvidenceKey& key);
  [[nodiscard]] Checked<PutRow> add(const ContactDraft& draft, const EvidenceKey& key);
  [[nodiscard]] Checked<PutRow> would_add(const ContactDraft& draft);
  [[nodiscard]] Checked<PutRow> change(const ContactDraft& draft, Contact now);
  [[nodiscard]] Result<void> set(Contact& contact, const std::string& field, const std::optional<std::string>& value,
                                 const ContactDraft* draft, std::optional<RecordId>* new_account);
  [[nodiscard]] Result<void> take_turns_of_known(const std::vector<const NamedRow*>& rows);
  [[nodiscard]] Result<TakenBack> take_one_back(const ImportedRow& row);
  [[nodiscard]] Result<TakenBack> remove_added(const Contact& contact);
  [[nodiscard]] Result<TakenBack> remove_account(AccountId account_id);
  [[nodiscard]] Result<bool> was_noted(std::string_view action, std::string_view subject);
  [[nodiscard]] Result<TakenBack> set_back(Contact now, const ContactChange& last);

  const ImportContext& context_;
  Stores& stores_;
  std::map<std::string, std::set<std::string>> noted_;           ///< since the import: subjects in the audit, by action
  std::map<std::string, Result<std::optional<UserId>>> owners_;  ///< by address; empty: of rows that name none
};

}  // namespace paceline
