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

// All pages in one step are one state; in WAL mode that stops nobody.
Result<void> copy_pages(sqlite3* from, const std::string& to) {
  sqlite3* opened = nullptr;
  const int opening = sqlite3_open_v2(to.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  const std::unique_ptr<sqlite3, Close> copy(opened);
  if (opening != SQLITE_OK) return tl::unexpected(error_of(opened, to));
  sqlite3_extended_result_codes(opened, 1);
  sqlite3_backup* backup = sqlite3_backup_init(opened, "main", from, "main");
  if (!backup) return tl::unexpected(error_of(opened, to));
  sqlite3_backup_step(backup, -1);
  if (sqlite3_backup_finish(backup) != SQLITE_OK) return tl::unexpected(error_of(opened, to));
  return {};
}

}  // namespace

Result<void> copy_database(const std::string& from, const std::string& to) {
  PACELINE_TRY(const auto source, SqliteConnection::open(from, ConnectionUse::reader));
  PACELINE_TRY(PartialFile copy, PartialFile::make(to));
  PACELINE_CHECK(copy_pages(source->handle(), copy.path()));
  return copy.keep_as(to);
}

}  // namespace paceline::store
