// SPDX-License-Identifier: Apache-2.0
// The database inside the program: one SQLite file in one folder, one owner that writes, any number of readers.
//
// Files of the folder: paceline.db (with -wal and -shm beside it), paceline.lock, paceline.db.before-N. All are private
// to the user who runs the program (0600, the folder 0700). The folder must be on a local disk: SQLite's log does not
// work on a network file system.
//
// write(): one thread does all the writing. It takes every waiting work (at most `batch`), runs each in its own
// savepoint, commits them together and only then wakes their callers, so that many callers share one flush to the disk.
// An error of one work undoes that work alone. An error of the commit fails the whole batch, and the next batch starts
// afresh: a full disk is answered, not died of. Answered with success means on the disk (synchronous=FULL).
// read(): a pool of connections; each call sees one state of the data, which writes beside it do not change.
//
// As PostgreSQL does, a failed statement fails its work: later statements of the same work answer the same error, and
// so does the work when it claims success. "Insert, or else read what is there" is ON CONFLICT DO NOTHING.
//
// A read() or write() from inside another one of the same database is a bug and ends the process, as is a statement
// whose name was used with another text, or whose `$n` are not exactly $1 to as many as there are parameters.
//
// Errors, beside those of sql/connection.h:
//   conflict     store.unique, store.foreign_key, store.constraint (a CHECK or NOT NULL)
//   conflict     store.table_absent (a database that was never ours)
//   conflict     store.read_only (a write to a database opened for reading)
//   invalid      store.text_malformed (a text with a NUL byte or not UTF-8, which PostgreSQL cannot hold)
//   unavailable  store.busy, store.disk_full, store.read_only (the file or its disk), store.damaged, store.unavailable
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "store/sql/connection.h"

namespace paceline::store {

class FolderLock;
class GroupWriter;
class ReaderPool;

/// The owner writes and reads; there is one for each folder. A reader reads, beside a running owner or without one.
enum class Access { owner, reader };

struct SqliteOptions {
  int readers = 4;          ///< connections for read(), 1 to 64
  std::size_t batch = 256;  ///< works in one commit, at least 1
};

/// Thread-safe. Nobody may be inside a call when it is destroyed.
class SqliteDatabase final : public Database {
 public:
  /// Opens `folder`, which an owner creates when it is absent. What a killed process had committed is there again.
  /// Returns invalid "store.folder_invalid" (not a folder), unavailable "store.folder_unreadable" (no permission),
  /// not_found "store.absent" (nothing there to read), conflict "store.in_use" (it has an owner already),
  /// unavailable "store.damaged" (not a database, or a broken one), "store.read_only", "store.disk_full",
  /// "store.unavailable".
  [[nodiscard]] static Result<std::unique_ptr<SqliteDatabase>> open(const std::string& folder, Access access,
                                                                    SqliteOptions options = {});
  ~SqliteDatabase() override;

  [[nodiscard]] Result<void> read(const Work& work) override;
  [[nodiscard]] Result<void> write(const Work& work) override;

  /// Copies one state of the data into a new file while the database is in use. The file appears whole or not at all.
  /// Returns conflict "store.backup_exists" when something stands at `path`, or an error of the disk.
  [[nodiscard]] Result<void> backup(const std::string& path);

  /// The copy that is taken before migration `number`: paceline.db.before-<number> in the folder. An earlier copy of
  /// that name, left by an upgrade that did not get further, is replaced.
  [[nodiscard]] Result<void> backup_before(int number) override;

  /// Puts the content of the backup at `path` in place of its own, in one transaction. REQUIRES: an owner, nobody
  /// inside a call.
  [[nodiscard]] Result<void> restore(const std::string& path);

  [[nodiscard]] WriteCounters counters() const override;
  /// The file and its log.
  [[nodiscard]] Result<std::int64_t> bytes() override;

 private:
  SqliteDatabase(std::string folder, std::unique_ptr<FolderLock> lock, std::unique_ptr<GroupWriter> writer,
                 std::unique_ptr<ReaderPool> readers);

  std::string folder_;
  std::unique_ptr<FolderLock> lock_;     // released last
  std::unique_ptr<GroupWriter> writer_;  // absent for a reader
  std::unique_ptr<ReaderPool> readers_;  // closed first, so that the writer folds the log into the file
};

}  // namespace paceline::store
