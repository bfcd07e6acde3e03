// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/sqlite_backup.h"

#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <utility>

#include "store/sqlite/data_folder.h"
#include "store/sqlite/sqlite_connection.h"
#include "store/sqlite/sqlite_error.h"

namespace paceline::store {
namespace {

constexpr Statement kRewrite{"sqlite.rewrite", "VACUUM"};
constexpr Statement kCheckPages{"sqlite.check_pages", "PRAGMA integrity_check(1)"};

// A private file of a name of its own, which is removed unless it was kept under the final name.
class PartialFile {
 public:
  [[nodiscard]] static Result<PartialFile> make(const std::string& final_path) {
    std::string path = final_path + ".XXXXXX";
    const int file = ::mkstemp(path.data());
    if (file < 0) return tl::unexpected(error_of_system(errno, final_path));
    ::close(file);
    return PartialFile(std::move(path));
  }
  ~PartialFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  PartialFile(PartialFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  PartialFile& operator=(PartialFile&&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] Result<void> keep_as(const std::string& final_path) {
    if (std::rename(path_.c_str(), final_path.c_str()) != 0) return tl::unexpected(error_of_system(errno, final_path));
    path_.clear();
    const auto folder = std::filesystem::path(final_path).parent_path().string();
    return flush_folder(folder.empty() ? "." : folder);
  }

 private:
  explicit PartialFile(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

Result<Handle> open_to_write(const std::string& path) {
  sqlite3* opened = nullptr;
  const int opening = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  Handle handle(opened);
  if (opening != SQLITE_OK) return tl::unexpected(error_of(opened, path));
  sqlite3_extended_result_codes(opened, 1);
  return handle;
}

// All pages in one step are one state; in WAL mode that stops nobody.
Result<void> copy_pages(sqlite3* from, sqlite3* to) {
  sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
  if (!backup) return tl::unexpected(error_of(to, "copy"));
  const int stepped = sqlite3_backup_step(backup, -1);
  const int finished = sqlite3_backup_finish(backup);  // says nothing of a lock that the step met
  if (finished != SQLITE_OK) return tl::unexpected(error_of(to, "copy"));
  if (stepped != SQLITE_DONE) return tl::unexpected(error_of_code(stepped, 0, "copy"));
  return {};
}

// The pages of a database in use say that there is a log; a copy has none.
Result<void> do_without_a_log(sqlite3* copy) {
  if (sqlite3_exec(copy, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr) != SQLITE_OK)
    return tl::unexpected(error_of(copy, "copy"));
  return {};
}

Result<void> copy_into(const std::string& to, sqlite3* from) {
  PACELINE_TRY(const Handle copy, open_to_write(to));
  PACELINE_CHECK(copy_pages(from, copy.get()));
  return do_without_a_log(copy.get());
}

}  // namespace

Result<void> copy_database(const std::string& from, const std::string& to) {
  PACELINE_TRY(const auto source, SqliteConnection::open(from, ConnectionUse::reader));
  PACELINE_TRY(PartialFile copy, PartialFile::make(to));
  PACELINE_CHECK(copy_into(copy.path(), source->handle()));
  return copy.keep_as(to);
}

Result<void> check_pages(const std::string& path) {
  PACELINE_TRY(const auto connection, SqliteConnection::open(path, ConnectionUse::reader));
  std::string told;
  PACELINE_CHECK(connection->each(kCheckPages, {}, [&](const Row& row) { told = row.text(0); }));
  if (told != "ok") return fail(Fault::unavailable, "store.damaged", {}, told);
  return {};
}

Result<void> rewrite_pages(const std::string& path) {
  PACELINE_TRY(const auto connection, SqliteConnection::open(path, ConnectionUse::writer));
  return connection->control(kRewrite);
}

Result<void> replace_content(const std::string& to, const std::string& from) {
  PACELINE_TRY(const auto source, SqliteConnection::open(from, ConnectionUse::reader));
  PACELINE_TRY(const auto destination, SqliteConnection::open(to, ConnectionUse::writer));
  return copy_pages(source->handle(), destination->handle());
}

}  // namespace paceline::store
