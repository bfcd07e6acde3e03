// SPDX-License-Identifier: Apache-2.0
// Imports: the file as it is received, how far it has come, what it added.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/ports/import_files.h"
#include "base/id.h"
#include "base/instant.h"

namespace paceline {

using ImportId = Id<struct ImportTag>;
/// What an import made or changed: an activity, a contact, whatever its mapping's `into` says.
using RecordId = Id<struct RecordTag>;

/// receiving: parts of the file come in. checking, checked: a dry run, which stores nothing. dry_run: one that nobody
/// goes on with. undone: what it added is voided again.
BOOST_DEFINE_ENUM_CLASS(ImportState, receiving, checking, checked, dry_run, importing, done, cancelled, failed, undoing,
                        undone)

/// Every part of a file but the last has so many bytes.
inline constexpr std::int64_t kImportPartBytes = 512 * 1024;
inline constexpr std::int64_t kMostImportBytes = 4LL * 1024 * 1024 * 1024;
/// Of one import; the rest is only counted.
inline constexpr int kMostImportFaults = 1000;

/// Rows, as far as they were read.
struct ImportCounts {
  std::int64_t rows = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;    ///< known, and corrected
  std::int64_t unchanged = 0;  ///< known, with the same content
  std::int64_t refused = 0;
  std::int64_t joined = 0;   ///< call records of calls that somebody has logged: evidence of those
  std::int64_t dropped = 0;  ///< private calls, voided rows of an export: nothing of them is kept
  friend bool operator==(const ImportCounts&, const ImportCounts&) = default;
};

struct Import {
  ImportId import_id;
  std::string file_name;
  std::int64_t bytes = 0;
  std::string mapping_name;
  std::string mapping;           ///< the document
  std::optional<UserId> rep_id;  ///< whose the rows without a rep are
  UserId actor_id;               ///< 0: the system
  ImportState state = ImportState::receiving;
  std::string file_hash;  ///< empty: not all of it has come
  ImportCounts counts;
  std::int64_t bytes_done = 0;
  std::int64_t voided = 0;  ///< by undo
  std::int64_t kept = 0;    ///< what undo could not take back
  std::optional<std::string> fault;
  Instant created_at;
  std::optional<Instant> began_at;  ///< of the check, the import or the undo, whichever came last
  std::optional<Instant> ended_at;
};

struct ReceivedParts {
  std::int64_t parts = 0;
  std::int64_t bytes = 0;
};

/// What an import did to one record.
struct ImportedRow {
  RecordId record_id;
  std::optional<ChangeId> change_id;  ///< it was corrected; none: it was added
};

/// As what the mapping read a word of the file.
struct ImportReading {
  std::string column;
  std::string said;
  std::string read_as;  ///< empty: as nothing
  std::int64_t rows = 0;
};

/// What undo leaves, and why: a code "import.kept.*".
struct KeptRow {
  RecordId record_id;
  std::string why;
};

class ImportStore {
 public:
  virtual ~ImportStore() = default;

  [[nodiscard]] virtual Result<void> add(const Import& entry) = 0;
  [[nodiscard]] virtual Result<std::optional<Import>> find(ImportId import_id) = 0;
  /// Puts its state, counts and moments in place of what it had. Returns conflict "import.state" when it is no longer
  /// in the state `before`.
  [[nodiscard]] virtual Result<void> change(const Import& entry, ImportState before) = 0;
  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<Import>> page(std::optional<ImportId> before, int limit) = 0;
  /// The oldest one that has something to do.
  [[nodiscard]] virtual Result<std::optional<Import>> next_to_do() = 0;
  /// Those that are receiving, checking, checked or importing.
  [[nodiscard]] virtual Result<std::vector<Import>> with_a_file() = 0;
  /// Those that are receiving or checked and were made before.
  [[nodiscard]] virtual Result<std::vector<Import>> left_alone_since(Instant moment) = 0;

  /// Puts the part in place of what was received under the number, 0 being the first.
  [[nodiscard]] virtual Result<void> put_part(ImportId import_id, std::int64_t part, std::string_view bytes,
                                              std::string_view fingerprint) = 0;
  [[nodiscard]] virtual Result<std::optional<std::string>> part(ImportId import_id, std::int64_t part) = 0;
  [[nodiscard]] virtual Result<ReceivedParts> received(ImportId import_id) = 0;
  [[nodiscard]] virtual Result<std::vector<std::string>> fingerprints(ImportId import_id) = 0;
  /// An import that is over and whose file is still here, or a part of it.
  [[nodiscard]] virtual Result<std::optional<ImportId>> over_with_parts() = 0;
  /// The first of them; returns how many.
  [[nodiscard]] virtual Result<std::int64_t> remove_parts(ImportId import_id, int most) = 0;

  /// `place`: how many faults came before.
  [[nodiscard]] virtual Result<void> add_faults(ImportId import_id, std::int64_t place,
                                                const std::vector<RowFault>& faults) = 0;
  [[nodiscard]] virtual Result<std::int64_t> fault_count(ImportId import_id) = 0;
  [[nodiscard]] virtual Result<std::vector<RowFault>> faults(ImportId import_id, std::int64_t from, int limit) = 0;
  /// And the readings and the unused columns: all are those of the last check or import.
  [[nodiscard]] virtual Result<void> remove_faults(ImportId import_id) = 0;

  /// Adds the rows to those that are counted already.
  [[nodiscard]] virtual Result<void> add_readings(ImportId import_id, const std::vector<ImportReading>& readings) = 0;
  /// Columns of the file that the mapping says nothing of. A column that is there already stays.
  [[nodiscard]] virtual Result<void> add_unused_columns(ImportId import_id,
                                                        const std::vector<std::string>& columns) = 0;
  /// By name.
  [[nodiscard]] virtual Result<std::vector<std::string>> unused_columns(ImportId import_id) = 0;
  /// By column, then by what the file said.
  [[nodiscard]] virtual Result<std::vector<ImportReading>> readings(ImportId import_id) = 0;

  [[nodiscard]] virtual Result<void> add_rows(ImportId import_id, const std::vector<ImportedRow>& rows) = 0;
  /// Those that undo has not looked at, newest first; or those that it has put off.
  [[nodiscard]] virtual Result<std::vector<ImportedRow>> rows_to_undo(ImportId import_id, bool put_off, int limit) = 0;
  /// Undo looks at it again at the end.
  [[nodiscard]] virtual Result<void> put_undo_off(ImportId import_id, RecordId record_id) = 0;
  /// Undo has looked at it. `why`: it stays.
  [[nodiscard]] virtual Result<void> set_undone(ImportId import_id, RecordId record_id,
                                                const std::optional<std::string>& why) = 0;
  /// By record.
  [[nodiscard]] virtual Result<std::vector<KeptRow>> kept(ImportId import_id, std::optional<RecordId> after,
                                                          int limit) = 0;
  /// Those of these activities that are rows of a closed report.
  [[nodiscard]] virtual Result<std::set<ActivityId>> in_reports(const std::vector<ActivityId>& activities) = 0;
};

}  // namespace paceline
