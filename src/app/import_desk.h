// SPDX-License-Identifier: Apache-2.0
// The background work on imports: each part of one is a transaction that stores some rows together with how far the
// import has come, so that a server that is killed leaves nothing half-written, and the next one goes on after the last
// part. The imports of an organisation are done one after the other.
//
// What was read of a file is kept in memory between two parts; a server that takes the work up reads the file from its
// beginning and leaves out the rows that are done.
#pragma once

#include "app/actor.h"
#include "app/import_rows.h"

namespace paceline {

/// Rows of one transaction.
inline constexpr std::size_t kImportedAtOnce = 500;
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

 private:
  [[nodiscard]] Result<void> open(OrgId org_id, const Import& entry, Stores& stores);
  [[nodiscard]] Result<bool> read_part(const Actor& actor, Import entry, Instant now, Stores& stores);
  [[nodiscard]] Result<bool> put_rows(const Actor& actor, Import& entry, std::size_t rows, Instant now, Stores& stores);
  [[nodiscard]] Result<bool> fail_whole(Import entry, const std::vector<RowFault>& faults, Instant now, Stores& stores);
  [[nodiscard]] Result<bool> undo(const Actor& actor, Import entry, Instant now, Stores& stores);

  ImportTools tools_;
  std::map<OrgId, std::unique_ptr<ImportRows>> open_;  ///< of few organisations: others begin their file again
  ImportRows* rows_ = nullptr;                         ///< of the organisation at hand
  std::size_t dealt_with_ = 0;                         ///< rows that the transaction at hand stores
};

}  // namespace paceline
