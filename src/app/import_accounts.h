// SPDX-License-Identifier: Apache-2.0
// Rows that become accounts: known by their key, else by their name; traits that the file says otherwise hold from
// today on. Undo removes those that nothing names since and nobody changed; the others stay and are listed.
#pragma once

#include <map>
#include <set>
#include <string>

#include "app/edit_account.h"
#include "app/import_records.h"

namespace paceline {

class ImportAccounts final : public ImportRecords {
 public:
  ImportAccounts(const ImportContext& context, Stores& stores) : context_(context), stores_(stores) {}

  /// Faults at the members of a row: those of edit_account(), "account.key.unknown" at "/parent",
  /// "contact.owner.not_found" and forbidden at "/owner".
  Result<std::vector<Checked<PutRow>>> put(const std::vector<const NamedRow*>& rows, const RowReader& reader) override;
  Result<std::vector<TakenBack>> take_back(const std::vector<ImportedRow>& rows, bool again) override;

 private:
  [[nodiscard]] Result<std::optional<AccountId>> find(const std::optional<std::string>& key, const std::string& name);
  [[nodiscard]] Result<void> may_edit(const std::optional<UserId>& owner);
  [[nodiscard]] Result<void> may_name_parent(AccountId parent_id);
  [[nodiscard]] Checked<PutRow> put_one(const AccountCells& cells);
  [[nodiscard]] Checked<PutRow> put_told(const AccountCells& cells);
  [[nodiscard]] bool would_be_there(const std::string& parent) const;
  [[nodiscard]] Checked<PutRow> add(const AccountCells& cells, const std::optional<AccountId>& parent_id,
                                    const std::optional<UserId>& owner_id);
  [[nodiscard]] Checked<PutRow> change(const AccountCells& cells, const AccountProfile& known,
                                       const std::optional<AccountId>& parent_id,
                                       const std::optional<UserId>& owner_id);

  const ImportContext& context_;
  Stores& stores_;
};

}  // namespace paceline
