// SPDX-License-Identifier: Apache-2.0
// Backups: one private SQLite file with everything of all organisations, whatever the engine that it was taken from.
//
// A backup is looked at before it gets its name, and a restored one before it takes the place of what is there. Both
// happen on a copy in a staging folder of its own, which is removed at the end, so that what fails changes nothing.
//
// Files that wait for their import are left out: numbers of private calls stand in them (app/after_restore.h).
//
// Worked example (tests/contract/backup_test.cpp): a database with rows, backed up while it is in use, restored into an
// empty one of either engine: every row of every table is the same, but those of import_part.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/instant.h"
#include "store/copy_database.h"
#include "store/sqlite/sqlite_database.h"

namespace paceline::store {

/// A private folder beside `path`, removed with all that is in it.
class StagingFolder {
 public:
  /// Returns the errors of SqliteDatabase::open, and unavailable "file.not_writable" where nothing can be put.
  [[nodiscard]] static Result<StagingFolder> beside(const std::string& path);
  ~StagingFolder();
  StagingFolder(StagingFolder&& other) noexcept;
  StagingFolder& operator=(StagingFolder&&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  explicit StagingFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

/// Copies one state of the folder's database to `file`. `look` sees the copy; when it refuses, there is no file.
/// Returns conflict "store.backup_exists" when something stands there, the errors of check_schema and of the disk.
[[nodiscard]] Result<void> back_up_folder(const std::string& folder, const std::string& file, const Look& look);

/// The same of a PostgreSQL database, row by row in one transaction of it.
[[nodiscard]] Result<void> back_up_server(Database& server, const std::string& file, Instant now, const Look& look);

/// Puts the backup in the place of all that is in the folder, whose database is kept as paceline.db.before-restore. The
/// backup is brought to this program's schema first, and then `change` changes it, beside what is there (null:
/// nothing). Returns invalid "backup.not_a_backup", conflict "store.schema_newer", "store.in_use" while a server runs,
/// the error of `change`; then nothing has changed.
using Change = std::function<Result<void>(Database& restored, Database* present)>;
[[nodiscard]] Result<void> restore_folder(const std::string& folder, const std::string& file, Instant now,
                                          const Change& change);

/// The same into an empty PostgreSQL database. Returns "migrate.not_empty" beside the others.
[[nodiscard]] Result<void> restore_server(Database& server, const std::string& file, Instant now, const Change& change);

/// What was stored since an upgrade, and is only in the file that `RolledBack::kept` names.
struct StoredSince {
  std::int64_t activities = 0;
  std::int64_t opportunities = 0;  ///< that were added or changed
  std::int64_t sales = 0;
};

/// What a database went back to.
struct RolledBack {
  int from = 0;  ///< the schema that it had
  int to = 0;    ///< the schema that it has
  StoredSince since;
  std::string kept;  ///< the file of what was there
};

/// Puts the newest snapshot that was taken before an upgrade (paceline.db.before-N) in the place of the folder's
/// database, which is kept as paceline.db.after-S. Then the older program can be started. Returns not_found
/// "backup.no_snapshot", "store.in_use".
[[nodiscard]] Result<RolledBack> roll_back_folder(const std::string& folder);

/// The copy that is taken of a PostgreSQL database of an older release before migration `number`:
/// NAME.before-<number>.db in the folder, which is made; an earlier one of that name is replaced. When another server
/// has changed the tables meanwhile, which took a copy before, nothing is done.
[[nodiscard]] Result<void> snapshot_server(Database& server, const std::string& folder, int number, Instant now);

/// The same way back for a PostgreSQL database, by the newest of these copies; what was there is kept beside it as
/// NAME.after-S.db. REQUIRES: no server of ours is at work on it.
[[nodiscard]] Result<RolledBack> roll_back_server(Database& server, const std::string& folder, Instant now);

}  // namespace paceline::store
