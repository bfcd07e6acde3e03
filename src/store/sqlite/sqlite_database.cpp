// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/sqlite_database.h"

#include <sys/stat.h>

#include <utility>
#include <vector>

#include "store/sqlite/data_folder.h"
#include "store/sqlite/folder_lock.h"
#include "store/sqlite/group_writer.h"
#include "store/sqlite/reader_pool.h"
#include "store/sqlite/sqlite_backup.h"
#include "store/sqlite/sqlite_connection.h"

namespace paceline::store {
namespace {

Result<std::unique_ptr<GroupWriter>> open_writer(const std::string& folder, std::size_t batch) {
  PACELINE_CHECK(make_database_file(folder));
  PACELINE_TRY(auto connection, SqliteConnection::open(database_path(folder), ConnectionUse::writer));
  return std::make_unique<GroupWriter>(std::move(connection), batch);
}

Result<std::unique_ptr<ReaderPool>> open_readers(const std::string& folder, int count) {
  std::vector<std::unique_ptr<SqliteConnection>> connections;
  for (int made = 0; made < count; ++made) {
    PACELINE_TRY(auto connection, SqliteConnection::open(database_path(folder), ConnectionUse::reader));
    connections.push_back(std::move(connection));
  }
  return std::make_unique<ReaderPool>(std::move(connections));
}

}  // namespace

SqliteDatabase::SqliteDatabase(std::string folder, std::unique_ptr<FolderLock> lock,
                               std::unique_ptr<GroupWriter> writer, std::unique_ptr<ReaderPool> readers)
    : folder_(std::move(folder)), lock_(std::move(lock)), writer_(std::move(writer)), readers_(std::move(readers)) {}

SqliteDatabase::~SqliteDatabase() = default;

Result<std::unique_ptr<SqliteDatabase>> SqliteDatabase::open(const std::string& folder, Access access,
                                                             SqliteOptions options) {
  PACELINE_ASSERT(options.readers >= 1 && options.readers <= 64 && options.batch >= 1);
  std::unique_ptr<FolderLock> lock;
  std::unique_ptr<GroupWriter> writer;
  if (access == Access::owner) {
    PACELINE_CHECK(make_folder(folder));
    PACELINE_TRY(lock, FolderLock::take(folder));
    PACELINE_TRY(writer, open_writer(folder, options.batch));
  } else {
    PACELINE_CHECK(find_database_file(folder));
  }
  PACELINE_TRY(auto readers, open_readers(folder, options.readers));
  return std::unique_ptr<SqliteDatabase>(
      new SqliteDatabase(folder, std::move(lock), std::move(writer), std::move(readers)));
}

Result<void> SqliteDatabase::read(const Work& work) {
  const bool inside_another_work = readers_->is_this_thread_inside() || (writer_ && writer_->is_this_thread());
  PACELINE_ASSERT(!inside_another_work);
  return readers_->run(work);
}

Result<void> SqliteDatabase::write(const Work& work) {
  const bool inside_another_work = readers_->is_this_thread_inside() || (writer_ && writer_->is_this_thread());
  PACELINE_ASSERT(!inside_another_work);
  if (!writer_) return fail(Fault::conflict, "store.read_only", {}, "the database was opened for reading");
  return writer_->run(work);
}

Result<void> SqliteDatabase::backup(const std::string& path) {
  struct stat found {};
  if (::lstat(path.c_str(), &found) == 0) return fail(Fault::conflict, "store.backup_exists", {}, path);
  return copy_database(database_path(folder_), path);
}

Result<void> SqliteDatabase::backup_before(int number) {
  const std::string path = database_path(folder_);
  return copy_database(path, path + ".before-" + std::to_string(number));
}

Result<void> SqliteDatabase::restore(const std::string& path) {
  PACELINE_ASSERT(writer_ != nullptr);
  return replace_content(database_path(folder_), path);
}

Result<std::int64_t> SqliteDatabase::bytes() {
  std::int64_t sum = 0;
  for (const char* part : {"", "-wal"}) {
    struct stat found {};
    if (::stat((database_path(folder_) + part).c_str(), &found) == 0) sum += found.st_size;
  }
  return sum;
}

WriteCounters SqliteDatabase::counters() const {
  return writer_ ? writer_->counters() : WriteCounters{};
}

}  // namespace paceline::store
