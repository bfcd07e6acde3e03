// SPDX-License-Identifier: Apache-2.0
// What the rows of a file become: one implementation for each word that `into` of a mapping may have. The desk
// (import_desk.h) knows parts, progress, faults, cancelling and undo, and nothing of activities or contacts.
//
// A further word needs: its name in ImportInto, its cells in RowCells, its fields in importer/record_fields.cpp, and
// one class here.
#pragma once

#include "app/actor.h"
#include "app/import_rows.h"
#include "app/told_keys.h"

namespace paceline {

/// joined, dropped: of call records only (ImportCounts).
enum class Put { added, changed, unchanged, joined, dropped };

/// What became of one row.
struct PutRow {
  Put put = Put::unchanged;
  RecordId record_id;
  std::optional<ChangeId> change_id;     ///< of changed
  std::optional<RecordId> came_with_it;  ///< what was added for the row besides, and undo takes back as well
};

/// What undo did about one record. None of them: there was nothing left to take back.
struct TakenBack {
  bool voided = false;
  std::optional<std::string> why;  ///< it stays: a code "import.kept.*"
  bool later = false;              ///< it is asked for once more, when all others were
};

struct ImportContext {
  const Actor& actor;  ///< who imports; of undo, too
  const Import& entry;
  std::string zone;  ///< of dates in the file
  Instant now;
  const Zones& zones;
  Ids& ids;
  bool dry = false;               ///< the same answers, and nothing is stored
  bool match_numbers = false;     ///< rows are call records: match_calls.h
  bool exported = false;          ///< the file left Paceline: its ids may be known here
  ToldKeys* told_keys = nullptr;  ///< of a dry run: what the rows above would have stored
};

/// Lives as long as one transaction.
class ImportRecords {
 public:
  virtual ~ImportRecords() = default;

  /// For each row, in order, what became of it, or all its faults with pointers to members of the record. Whoever
  /// imports must be allowed to do by hand what the row says. REQUIRES: the rows have no faults, and no external id
  /// comes twice.
  [[nodiscard]] virtual Result<std::vector<Checked<PutRow>>> put(const std::vector<const NamedRow*>& rows,
                                                                 const RowReader& reader) = 0;
  /// For each of these, which come newest first, what undo did. `again`: they are those that were to come later.
  [[nodiscard]] virtual Result<std::vector<TakenBack>> take_back(const std::vector<ImportedRow>& rows, bool again) = 0;
};

[[nodiscard]] std::unique_ptr<ImportRecords> import_records(ImportInto into, const ImportContext& context,
                                                            Stores& stores);

/// Under which the contacts of an export are known where it was imported: by the ids that they had.
inline constexpr std::string_view kSourceOfExportedContacts = "import:paceline-contacts";

/// Under which the rows of the mapping are known again.
[[nodiscard]] std::string source_of_import(const Import& entry);

}  // namespace paceline
