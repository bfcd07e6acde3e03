// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/data_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "store/sqlite/sqlite_error.h"

namespace paceline::store {
namespace {

constexpr mode_t kPrivateFolder = 0700;
constexpr mode_t kPrivateFile = 0600;

Error error_of_folder(int system_error, const std::string& folder) {
  if (system_error == ENOTDIR || system_error == ENAMETOOLONG || system_error == ELOOP || folder.empty())
    return {Fault::invalid, "store.folder_invalid", {}, folder + " is not a folder"};
  return error_of_system(system_error, folder);
}

// Whether the folder is there; an error when something else is.
Result<bool> is_there(const std::string& folder) {
  struct stat found {};
  if (::stat(folder.c_str(), &found) == 0) {
    if (!S_ISDIR(found.st_mode)) return tl::unexpected(error_of_folder(ENOTDIR, folder));
    return true;
  }
  if (errno == ENOENT && !folder.empty()) return false;
  return tl::unexpected(error_of_folder(errno, folder));
}

std::string folder_above(const std::string& folder) {
  const std::string above = std::filesystem::path(folder).parent_path().string();
  return above.empty() ? "." : above;
}

}  // namespace

std::string database_path(const std::string& folder) {
  return folder + "/paceline.db";
}

Result<void> make_folder(const std::string& folder) {
  PACELINE_TRY(const bool there, is_there(folder));
  if (there) return {};
  const std::string above = folder_above(folder);
  PACELINE_CHECK(make_folder(above));
  if (::mkdir(folder.c_str(), kPrivateFolder) != 0 && errno != EEXIST)
    return tl::unexpected(error_of_folder(errno, folder));
  return flush_folder(above);
}

Result<void> make_database_file(const std::string& folder) {
  // An existing file must not be opened and closed here: closing drops every SQLite lock that this process has on it.
  const int file = ::open(database_path(folder).c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kPrivateFile);
  if (file < 0) {
    if (errno == EEXIST) return {};
    return tl::unexpected(error_of_folder(errno, folder));
  }
  ::close(file);
  return flush_folder(folder);
}

Result<void> find_database_file(const std::string& folder) {
  PACELINE_TRY(const bool there, is_there(folder));
  struct stat found {};
  if (there && ::stat(database_path(folder).c_str(), &found) == 0) return {};
  if (!there || errno == ENOENT) return fail(Fault::not_found, "store.absent", {}, "no database in " + folder);
  return tl::unexpected(error_of_folder(errno, folder));
}

Result<void> flush_folder(const std::string& folder) {
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return tl::unexpected(error_of_folder(errno, folder));
  const int flushed = ::fsync(file);
  const int system_error = errno;
  ::close(file);
  // EINVAL: a file system that has no such flush keeps names by itself.
  if (flushed != 0 && system_error != EINVAL) return tl::unexpected(error_of_system(system_error, folder));
  return {};
}

}  // namespace paceline::store
