// SPDX-License-Identifier: Apache-2.0
// The background work on imports: each part of one is a transaction that stores some rows together with how far the
// import has come, so that a server that is killed leaves nothing half-written, and the next one goes on after the last
// part. The imports of an organisation are done one after the other.
//
// What was read of a file is kept in memory between two parts; a server that takes the work up reads the file from its
// beginning and leaves out the rows that are done. No part reads more than kReadAtOnce, so one may end without a row:
// others who write wait for a part, never for a file. A part that is refused as a whole is done anew in smaller ones,
// at last row by row: what the domain refuses is a refused row ("import.kept.refused" in an undo), whatever was stored
// of it before. When no import is left to do, the files of those that are over are removed, some parts at a time.
#pragma once

#include "app/actor.h"
#include "app/import_records.h"

namespace paceline {

/// Rows of one transaction: others who write wait for it, a part of a second.
inline constexpr std::size_t kImportedAtOnce = 4'000;
/// Records of one transaction of undo.
inline constexpr int kUndoneAtOnce = 250;
/// Parts of a file that one transaction removes: 4 MB. Each page of them is written once more, without what stood in
/// it.
inline constexpr int kPartsRemovedAtOnce = 8;
/// A file that nobody has gone on with for so long is removed.
inline constexpr std::int64_t kLeftAloneSeconds = 7 * kSecondsPerDay;

struct ImportTools {
  const ImportFiles& files;
  const Zones& zones;
  const Secrets& secrets;
  Ids& ids;
};

/// Not thread-safe: one thread has it.
class ImportDesk {
 public:
  explicit ImportDesk(const ImportTools& tools) : tools_(tools) {}

  /// Does the next part of the organisation's oldest import. Returns whether there may be more. May be repeated until
  /// stored() says that its transaction has ended well. Returns conflict "import.state" when the import was cancelled
  /// meanwhile.
  [[nodiscard]] Result<bool> do_part(OrgId org_id, Instant now, Stores& stores);
  void stored();
  /// The part at hand was refused, not by the database: the next one is smaller, and a single row is refused or kept.
  /// Where no row is to blame the import ends as failed, in a transaction of its own: what was refused once would be
  /// refused again each time, and keep all imports behind it waiting. Undo takes back what came before.
  [[nodiscard]] Result<void> give_up(const Error& why, Instant now, Stores& stores);

 private:
  [[nodiscard]] Result<void> open(OrgId org_id, Import& entry, Stores& stores);
  [[nodiscard]] Result<bool> read_part(const Actor& actor, Import entry, Instant now, Stores& stores);
  [[nodiscard]] Result<bool> put_rows(const Actor& actor, Import& entry, Instant now, Stores& stores);
  [[nodiscard]] Result<std::vector<Checked<PutRow>>> put_usable(std::size_t rows, ImportRecords& records);
  [[nodiscard]] Result<bool> fail_whole(Import entry, const std::vector<RowFault>& faults, Instant now, Stores& stores);
  [[nodiscard]] Result<bool> undo(const Actor& actor, Import entry, Instant now, Stores& stores);
  [[nodiscard]] Result<bool> take_back(const Actor& actor, Import& entry, bool again, Instant now, Stores& stores);
  void look_at(ImportId import_id);

  /// How many records the next transaction has, after one that was refused; and why a single one was.
  struct Caution {
    ImportId import_id;
    std::size_t at_once = kImportedAtOnce;
    std::optional<Error> refused;
  };

  ImportTools tools_;
  std::map<OrgId, std::unique_ptr<ImportRows>> open_;  ///< of few organisations: others begin their file again
  ImportRows* rows_ = nullptr;                         ///< of the organisation at hand
  std::optional<ImportId> at_hand_;                    ///< the import of the part that was begun last
  std::size_t dealt_with_ = 0;                         ///< rows that the transaction at hand stores
  std::size_t tried_ = 0;                              ///< records that it is about; an undo's among them
  Caution caution_;
};

}  // namespace paceline
