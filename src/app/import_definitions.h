// SPDX-License-Identifier: Apache-2.0
// Rows that become definitions of the company: people with their teams, product lines. What `apply` does by hand
// (app/apply_parts.h), so what is there and equal is left alone. A row that is refused after something was made for it
// (the team above, the manager) is done alone by the desk, so that nothing of it stays. Undo leaves them: facts may
// name them by then.
#pragma once

#include "app/apply_parts.h"
#include "app/import_records.h"

namespace paceline {

class ImportDefinitions final : public ImportRecords {
 public:
  ImportDefinitions(const ImportContext& context, Stores& stores) : context_(context), stores_(stores) {}

  /// Faults at the members of a row: forbidden, "person.email.missing", "user.unknown" at "/manager", those of
  /// parse_money at "/list_price", and those of apply().
  Result<std::vector<Checked<PutRow>>> put(const std::vector<const NamedRow*>& rows, const RowReader& reader) override;
  /// Each is "import.kept.definition".
  Result<std::vector<TakenBack>> take_back(const std::vector<ImportedRow>& rows, bool again) override;

 private:
  [[nodiscard]] Checked<PutRow> put_product_line(const ProductLineCells& cells, const ApplyContext& context);
  [[nodiscard]] Checked<PutRow> put_person(const PersonCells& cells, const ApplyContext& context);
  /// Somebody under their address: made, moved to the team, or left alone.
  [[nodiscard]] Checked<PutRow> put_user(const std::string& email, const std::string& name, Role role,
                                         const std::optional<std::string>& team, const ApplyContext& context);

  [[nodiscard]] ItemResult noting(ItemResult applied);
  [[nodiscard]] Checked<PutRow> put_row(const RowCells& cells, const ApplyContext& context);

  const ImportContext& context_;
  Stores& stores_;
  bool wrote_ = false;  ///< for the row at hand
};

/// The address of somebody of whom only the name is known: small letters and digits with points between them. Empty:
/// the name has none of those. Worked example: ("Mei-Mei Johns", "crm.example") is "mei.mei.johns@crm.example".
[[nodiscard]] std::string address_from_name(std::string_view name, std::string_view domain);

}  // namespace paceline
